import type { Clock } from '@mainstay/primitives';
import { ForbiddenError, type Database, type Internal } from '@mainstay/subgraph-kit';
import { childIdsIn } from '../child-ids.ts';
import { childScope } from './child.policy.ts';
import { findChildren } from './child.repository.ts';

/**
 * Internal route `children-in-sight`: which of the children whose ids the body holds, as an array in JSON, the viewer may
 * see. Others do not exist for the viewer.
 *
 * @throws ForbiddenError unless it is asked for a viewer; BadInputError when the body is not such an array.
 */
export function childrenInSightRoute({ database, clock }: { database: Database; clock: Clock }): Internal {
  return async ({ caller, body }): Promise<string[]> => {
    if (caller.kind !== 'viewer') throw new ForbiddenError('This is asked for a viewer.');
    const { viewer } = caller;
    const ids = await childIdsIn(body);
    const found = await database.read(viewer, (db) => findChildren(db, childScope(viewer, clock), ids));
    return found.map(({ id }) => id);
  };
}
