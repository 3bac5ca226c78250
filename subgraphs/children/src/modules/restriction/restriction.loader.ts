import type DataLoader from 'dataloader';
import { oneByKey } from '@mainstay/subgraph-kit';
import type { Request } from '../../context.ts';
import { canReadRestriction } from './restriction.policy.ts';
import { findRestrictions, findRestrictionsInForce, type RestrictionRow } from './restriction.repository.ts';

/** Loaders of the restrictions that the viewer may read. */
export interface RestrictionLoaders {
  readonly byId: DataLoader<string, RestrictionRow | null>;
  /** By child id: the one in force. */
  readonly inForce: DataLoader<string, RestrictionRow | null>;
}

export function restrictionLoaders({ db, viewer }: Pick<Request, 'db' | 'viewer'>): RestrictionLoaders {
  const readable = (rows: readonly RestrictionRow[]) => rows.filter((row) => canReadRestriction(viewer, row));
  return {
    byId: oneByKey(
      async (ids) => readable(await findRestrictions(db, ids)),
      ({ id }) => id,
    ),
    inForce: oneByKey(
      async (childIds) => readable(await findRestrictionsInForce(db, childIds)),
      ({ childId }) => childId,
    ),
  };
}
