import DataLoader from 'dataloader';
import { laCodeOfChild } from '@mainstay/subgraph-kit';
import type { ChildAsKnown } from '../../record/record-loader.ts';
import { isWithheld } from '../child/child.parts-policy.ts';
import type { RequestForRows } from '../rows-of-children.ts';
import type { SiblingEntity } from './sibling.entity.ts';
import { siblingStore } from './sibling.store.ts';

/** A brother or sister as one of the two records shows it. */
export interface SiblingShown {
  readonly row: SiblingEntity;
  /** The brother or sister, where a child of the authority: from the record it was not recorded in, that record's child. */
  readonly otherId: string | null;
}

export type SiblingLoader = DataLoader<ChildAsKnown, readonly SiblingShown[], string>;

/**
 * The brothers and sisters of a child, in the order they were recorded: those recorded with the child, and those whose
 * record names the child. One statement for all children asked for at a time.
 */
export function siblingLoader({ db, viewer, touched }: RequestForRows): SiblingLoader {
  const load = async (asked: readonly ChildAsKnown[]): Promise<SiblingShown[][]> => {
    const open = asked.filter(({ child }) => !isWithheld(viewer, child, siblingStore.part));
    const rows = new Map<number | null, SiblingEntity[]>();
    for (const [at, group] of Map.groupBy(open, ({ knownAt }) => knownAt?.getTime() ?? null)) {
      for (const { child } of group) touched.record(child.id);
      const ids = [...new Set(group.map(({ child }) => child.id))];
      const then =
        at === null ? 'superseded_at IS NULL' : 'recorded_at <= $3 AND (superseded_at IS NULL OR superseded_at > $3)';
      const sql = `${siblingStore.select}
        WHERE la_code = ANY ($1::text[]) AND (child_id = ANY ($2::text[]) OR sibling_child_id = ANY ($2::text[]))
          AND NOT is_withdrawn AND ${then} ORDER BY recorded_at, id`;
      const params = [[...new Set(ids.map(laCodeOfChild))], ids];
      rows.set(at, await db.query<SiblingEntity>(sql, at === null ? params : [...params, new Date(at)]));
    }
    return asked.map((one) =>
      open.includes(one) ? shownTo(one.child.id, rows.get(one.knownAt?.getTime() ?? null) ?? []) : [],
    );
  };
  return new DataLoader<ChildAsKnown, readonly SiblingShown[], string>(load, {
    cacheKeyFn: ({ child, knownAt }) => `${child.id} ${knownAt?.getTime() ?? null}`,
  });
}

/** Recorded on both sides, a brother or sister is shown once: as the child's own record has it. */
function shownTo(childId: string, rows: readonly SiblingEntity[]): SiblingShown[] {
  const own = rows.filter((row) => row.childId === childId).map((row) => ({ row, otherId: row.siblingChildId }));
  const named = new Set(own.map(({ otherId }) => otherId));
  const others = rows
    .filter((row) => row.siblingChildId === childId && !named.has(row.childId))
    .map((row) => ({ row, otherId: row.childId }));
  return [...own, ...others];
}
