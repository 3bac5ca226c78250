import DataLoader from 'dataloader';
import { laCodeOfChild } from '@mainstay/subgraph-kit';
import { isWithheld } from '../child/child.parts-policy.ts';
import type { ChildRow } from '../child/child.repository.ts';
import type { RequestForRows } from '../rows-of-children.ts';
import { returnChangeColumns, type ReturnChangeRow } from './return-change.repository.ts';

export type { ReturnChangeRow } from './return-change.repository.ts';

/** A loader, by child, of what was recorded of the child's history. */
export type ReturnChangeLoader = DataLoader<ChildRow, readonly ReturnChangeRow[], string>;

/** One statement for all children; newest first, without changes of parts that are withheld. */
export function returnChangeLoader({ db, viewer, touched }: RequestForRows): ReturnChangeLoader {
  const load = async (children: readonly ChildRow[]): Promise<(readonly ReturnChangeRow[])[]> => {
    for (const { id } of children) touched.record(id);
    const ids = children.map(({ id }) => id);
    const rows = await db.query<ReturnChangeRow>(
      `SELECT ${returnChangeColumns} FROM return_change
       WHERE la_code = ANY ($1::text[]) AND child_id = ANY ($2::text[]) ORDER BY recorded_at DESC, id`,
      [[...new Set(ids.map(laCodeOfChild))], ids],
    );
    const found = Map.groupBy(rows, ({ childId }) => childId);
    return children.map((child) => (found.get(child.id) ?? []).filter(({ part }) => !isWithheld(viewer, child, part)));
  };
  return new DataLoader<ChildRow, readonly ReturnChangeRow[], string>(load, { cacheKeyFn: ({ id }) => id });
}
