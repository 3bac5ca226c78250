import { isPlainDate } from '@mainstay/primitives';
import { BadInputError, ForbiddenError, type Database, type Internal } from '@mainstay/subgraph-kit';
import type { RegistrationStatus } from './registration.entity.ts';
import { findRegistrationsOfAuthority } from './registration.repository.ts';
import { registrationStatus } from './registration.status.ts';

/** Where the registration of one worker stands on a day. */
export interface RegistrationFact {
  readonly workerId: string;
  readonly status: RegistrationStatus;
}

const MOST_WORKERS = 5_000;

/**
 * Internal route `registration-facts`: where the registrations of the workers `workerIds` (numbers, separated by commas; at
 * most 5,000) stand on the day `on` in the record of the authority `laCode`. Workers of whom nothing is on record are left
 * out. For recording who leads a child's case.
 *
 * @throws ForbiddenError unless the platform itself asks; BadInputError for a day that does not exist or too many workers.
 */
export function registrationFactsRoute(database: Database): Internal {
  return async ({ caller, params }): Promise<RegistrationFact[]> => {
    if (caller.kind !== 'service') throw new ForbiddenError('Only the platform itself asks this.');
    const { laCode = '', on = '' } = params;
    if (!isPlainDate(on)) throw new BadInputError('Ask of a day that exists.');
    const workerIds = (params['workerIds'] ?? '').split(',').filter((id) => id !== '');
    if (workerIds.length > MOST_WORKERS) throw new BadInputError(`Ask of ${MOST_WORKERS} workers at most.`);
    const rows = await database.service((db) => findRegistrationsOfAuthority(db, laCode, workerIds));
    return rows.map((row) => ({ workerId: row.workerId, status: registrationStatus(row, on) }));
  };
}
