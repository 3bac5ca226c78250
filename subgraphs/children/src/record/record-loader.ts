import DataLoader from 'dataloader';
import { laCodeOfChild } from '@mainstay/subgraph-kit';
import { isWithheld } from '../modules/child/child.parts-policy.ts';
import type { ChildRow } from '../modules/child/child.repository.ts';
import type { RequestForRows } from '../modules/rows-of-children.ts';
import type { RecordStore } from './record-store.ts';
import type { RecordedRow } from './recorded-row.ts';

/** A child, and the instant whose knowledge is asked for: null for the present. */
export interface ChildAsKnown {
  readonly child: ChildRow;
  readonly knownAt: Date | null;
}

/** A loader of the facts of one kind recorded about a child, as known now or then; those withdrawn are left out. */
export type RecordLoader<Row> = DataLoader<ChildAsKnown, readonly Row[], string>;

/**
 * A loader of recorded facts: one statement for all children asked for at a time. There are none of children from whose
 * record the part is withheld; the records of the others are opened by it.
 *
 * @param orderBy SQL.
 */
export function recordLoader<Row extends RecordedRow>(
  { db, viewer, touched }: RequestForRows,
  store: RecordStore<Row>,
  orderBy: string,
): RecordLoader<Row> {
  const sql = `${store.select}
    WHERE la_code = ANY ($1::text[]) AND child_id = ANY ($2::text[]) AND NOT is_withdrawn`;
  const load = async (asked: readonly ChildAsKnown[]): Promise<(readonly Row[])[]> => {
    const open = asked.filter(({ child }) => !isWithheld(viewer, child, store.part));
    for (const { child } of open) touched.record(child.id);
    const answers = new Map<string, Row[]>();
    for (const [at, group] of Map.groupBy(open, ({ knownAt }) => knownAt?.getTime() ?? null)) {
      const ids = [...new Set(group.map(({ child }) => child.id))];
      const params: unknown[] = [[...new Set(ids.map(laCodeOfChild))], ids];
      const rows =
        at === null
          ? await db.query<Row>(`${sql} AND superseded_at IS NULL ORDER BY ${orderBy}`, params)
          : await db.query<Row>(
              `${sql} AND recorded_at <= $3 AND (superseded_at IS NULL OR superseded_at > $3) ORDER BY ${orderBy}`,
              [...params, new Date(at)],
            );
      for (const [childId, own] of Map.groupBy(rows, (row) => row.childId)) answers.set(`${childId} ${at}`, own);
    }
    return asked.map(({ child, knownAt }) => answers.get(`${child.id} ${knownAt?.getTime() ?? null}`) ?? []);
  };
  return new DataLoader<ChildAsKnown, readonly Row[], string>(load, {
    cacheKeyFn: ({ child, knownAt }) => `${child.id} ${knownAt?.getTime() ?? null}`,
  });
}
