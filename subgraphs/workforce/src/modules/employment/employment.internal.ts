import type { PlainDate } from '@mainstay/primitives';
import { ForbiddenError, type Database, type Internal } from '@mainstay/subgraph-kit';
import type { EmployerKey } from './employment.entity.ts';
import { findEmploymentFacts } from './employment.repository.ts';

/** Where somebody worked, and when: nothing else of the post. */
export interface EmploymentFact extends EmployerKey {
  readonly workerId: string;
  readonly from: PlainDate;
  /** The last day, which still belongs to the post; null while it is held. */
  readonly until: PlainDate | null;
}

/**
 * Internal route `employment-facts`: who held a post that serves the authority `laCode`, with whom and when; by worker, the
 * oldest post first. For those who look over the audit.
 *
 * @throws ForbiddenError unless the platform itself asks.
 */
export function employmentFactsRoute(database: Database): Internal {
  return async ({ caller, params }): Promise<EmploymentFact[]> => {
    if (caller.kind !== 'service') throw new ForbiddenError('Only the platform itself asks this.');
    return database.service((db) => findEmploymentFacts(db, params['laCode'] ?? ''));
  };
}
