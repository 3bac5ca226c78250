import { laCodeOfChild, type Db } from '@mainstay/subgraph-kit';
import { childOfRecord } from '../../record/record-store.ts';
import type { CarePlanEntity } from './care-plan.entity.ts';
import type { CarePlanKind } from './care-plan.sections.ts';
import { carePlanStore } from './care-plan.store.ts';

/** The editions of one kind of plan of a child as they are now, newest first; those taken back left out. */
export function findEditions(db: Db, childId: string, kind: CarePlanKind): Promise<CarePlanEntity[]> {
  return db.query<CarePlanEntity>(
    `${carePlanStore.select} WHERE la_code = $1 AND child_id = $2 AND kind = $3 AND superseded_at IS NULL
       AND NOT is_withdrawn ORDER BY edition DESC`,
    [laCodeOfChild(childId), childId, kind],
  );
}

/** The number of the edition that comes next, those taken back counted. */
export async function nextEdition(db: Db, childId: string, kind: CarePlanKind): Promise<number> {
  const [row] = await db.query<{ next: number }>(
    `SELECT coalesce(max(edition), 0) + 1 AS next FROM care_plan WHERE la_code = $1 AND child_id = $2 AND kind = $3`,
    [laCodeOfChild(childId), childId, kind],
  );
  return row?.next ?? 1;
}

/** All versions of editions of plans, oldest first. */
export function findVersions(db: Db, ids: readonly string[]): Promise<CarePlanEntity[]> {
  const childIds = [...new Set(ids.map(childOfRecord))];
  return db.query<CarePlanEntity>(
    `${carePlanStore.select} WHERE la_code = ANY ($1::text[]) AND child_id = ANY ($2::text[]) AND id = ANY ($3::text[])
     ORDER BY id, version`,
    [[...new Set(childIds.map(laCodeOfChild))], childIds, ids],
  );
}
