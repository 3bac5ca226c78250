import type DataLoader from 'dataloader';
import { oneByKey } from '@mainstay/subgraph-kit';
import type { Request } from '../../context.ts';
import { childScope, isInScope } from './child.policy.ts';
import { findChildren, type ChildRow } from './child.repository.ts';

/** A loader, by id, of the children that the viewer may see. */
export type ChildLoader = DataLoader<string, ChildRow | null>;

/**
 * One statement for all children asked for at a time; null for one that the viewer may not see. Whoever is found was
 * named by something that was read; the record is opened where more is asked of it.
 */
export function childLoader({ db, viewer, clock, touched }: Omit<Request, 'database'>): ChildLoader {
  const scope = childScope(viewer, clock);
  return oneByKey(
    async (ids) => {
      const found = (await findChildren(db, scope, ids)).filter((child) => isInScope(scope, child));
      for (const { id } of found) touched.listed(id);
      return found;
    },
    (child) => child.id,
  );
}
