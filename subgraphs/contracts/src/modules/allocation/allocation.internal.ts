import {
  BadInputError,
  ForbiddenError,
  readOutbox,
  type Database,
  type FeedEvent,
  type Internal,
} from '@mainstay/subgraph-kit';

/**
 * Internal route `allocation-feed`: what happened to allocations after the position `after`, oldest first, some hundreds
 * at a time. Each event's payload is the allocation as it stood then (`AllocationEvent`).
 *
 * @throws BadInputError when `after` is no position; ForbiddenError unless the platform itself asks.
 */
export function allocationFeedRoute(database: Database): Internal {
  return async ({ caller, params }): Promise<FeedEvent[]> => {
    if (caller.kind !== 'service') throw new ForbiddenError('Only the platform itself asks this.');
    const after = Number(params['after'] ?? '0');
    if (!Number.isSafeInteger(after) || after < 0) throw new BadInputError('`after` must be a position of the feed.');
    return database.service((db) => readOutbox(db, after));
  };
}
