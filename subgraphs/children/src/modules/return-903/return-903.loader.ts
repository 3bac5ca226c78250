import DataLoader from 'dataloader';
import { laCodeOfChild } from '@mainstay/subgraph-kit';
import { rowColumns, rowsByTable, type FoundRow } from '../../history/child-life.repository.ts';
import type { HeldReturnRow } from '../../history/child-life.ts';
import type { ChildRow } from '../child/child.repository.ts';
import { canImport } from '../import-903/import-903.policy.ts';
import type { RequestForRows } from '../rows-of-children.ts';

/** A row of a child's return, as read for the graph. */
export type ReturnRowOfChild = HeldReturnRow;

/** A loader, by child, of the rows of the child's returns, oldest year first. */
export type ReturnRowLoader = DataLoader<ChildRow, readonly ReturnRowOfChild[], string>;

/** One statement for all children; there are none for those who may not see returns. */
export function returnRowLoader({ db, viewer, touched }: RequestForRows): ReturnRowLoader {
  const load = async (children: readonly ChildRow[]): Promise<(readonly ReturnRowOfChild[])[]> => {
    const open = children.filter(({ laCode }) => canImport(viewer, laCode)).map(({ id }) => id);
    for (const id of open) touched.record(id);
    if (open.length === 0) return children.map(() => []);
    const rows = await db.query<FoundRow & { childId: string }>(
      `SELECT child_id AS "childId", ${rowColumns} FROM return_row
       WHERE la_code = ANY ($1::text[]) AND child_local_id = ANY ($2::text[]) AND superseded_at IS NULL
       ORDER BY collection_year, table_name, position`,
      [[...new Set(open.map(laCodeOfChild))], children.map(({ localId }) => localId)],
    );
    const found = Map.groupBy(rows, ({ childId }) => childId);
    return children.map(({ id }) => (open.includes(id) ? yearByYear(found.get(id) ?? []) : []));
  };
  return new DataLoader<ChildRow, readonly ReturnRowOfChild[], string>(load, { cacheKeyFn: ({ id }) => id });
}

function yearByYear(found: readonly FoundRow[]): HeldReturnRow[] {
  return [...rowsByTable(found).values()].flat().toSorted((one, other) => one.year - other.year);
}
