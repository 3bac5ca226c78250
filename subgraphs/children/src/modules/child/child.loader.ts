import type DataLoader from 'dataloader';
import { oneByKey } from '@mainstay/subgraph-kit';
import type { Request } from '../../context.ts';
import { childScope, isInScope } from './child.policy.ts';
import { findChildren, type ChildRow } from './child.repository.ts';

/** A loader, by id, of the children that the viewer may see. */
export type ChildLoader = DataLoader<string, ChildRow | null>;

/** One statement for all children asked for at a time; null for one that the viewer may not see. */
export function childLoader({ db, viewer, clock }: Pick<Request, 'db' | 'viewer' | 'clock'>): ChildLoader {
  const scope = childScope(viewer, clock.today());
  return oneByKey(
    async (ids) => (await findChildren(db, scope, ids)).filter((child) => isInScope(scope, child)),
    (child) => child.id,
  );
}
