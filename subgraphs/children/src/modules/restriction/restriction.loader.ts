import type DataLoader from 'dataloader';
import { oneByKey } from '@mainstay/subgraph-kit';
import type { Request } from '../../context.ts';
import { canReadRestriction, mayReadRestrictions } from './restriction.policy.ts';
import { findRestrictions, findRestrictionsInForce, type RestrictionRow } from './restriction.repository.ts';

/** Loaders of the restrictions that the viewer may read. */
export interface RestrictionLoaders {
  readonly byId: DataLoader<string, RestrictionRow | null>;
  /** By child id: the one in force. */
  readonly inForce: DataLoader<string, RestrictionRow | null>;
}

export function restrictionLoaders({ db, viewer }: Pick<Request, 'db' | 'viewer'>): RestrictionLoaders {
  const readable = (find: typeof findRestrictions) => async (ids: readonly string[]) =>
    mayReadRestrictions(viewer) ? (await find(db, ids)).filter((row) => canReadRestriction(viewer, row)) : [];
  return {
    byId: oneByKey(readable(findRestrictions), ({ id }) => id),
    inForce: oneByKey(readable(findRestrictionsInForce), ({ childId }) => childId),
  };
}
