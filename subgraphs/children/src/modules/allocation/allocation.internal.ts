import { isPlainDate, type Clock, type PlainDate } from '@mainstay/primitives';
import { BadInputError, ForbiddenError, laCodeOfChild, type Database, type Internal } from '@mainstay/subgraph-kit';
import { childIdsIn } from '../child-ids.ts';
import { childScope } from '../child/child.policy.ts';
import { findChildren } from '../child/child.repository.ts';
import { findAllocationFacts, type AllocationFacts } from './allocation.facts.ts';

/**
 * Internal route `allocation-facts`: what decides about the allocation of the children whose ids the body holds, as an array
 * in JSON, on the day `on`. Of a child whom the viewer may not see there is none: it answers as one who never was. What is
 * judged is the whole record, not the parts of it that the viewer reads.
 *
 * @throws ForbiddenError unless it is asked for a viewer; BadInputError when the body is not such an array, or `on` no day.
 */
export function allocationFactsRoute({ database, clock }: { database: Database; clock: Clock }): Internal {
  return async ({ caller, params, body }): Promise<AllocationFacts[]> => {
    if (caller.kind !== 'viewer') throw new ForbiddenError('This is asked for a viewer.');
    const { viewer } = caller;
    const asked = await childIdsIn(body);
    const on = dayIn(params['on'] ?? '');
    const seen = await database.read(viewer, (db) => findChildren(db, childScope(viewer, clock), asked));
    if (seen.length === 0) return [];
    const childIds = seen.map(({ id }) => id);
    const laCodes = [...new Set(childIds.map(laCodeOfChild))];
    return database.service((db) => findAllocationFacts(db, { laCodes, childIds, on }));
  };
}

function dayIn(text: string): PlainDate {
  if (isPlainDate(text)) return text;
  throw new BadInputError('The parameter `on` is a day, YYYY-MM-DD.');
}
