import { isPlainDate, plainNumber } from '@mainstay/primitives';
import { BadInputError, ForbiddenError, type Database, type Internal } from '@mainstay/subgraph-kit';
import { formsOf } from '../../record/by-number.ts';
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
 * Internal route `registration-facts`: where the registrations of workers stand on the day `on` in the record of the authority
 * `laCode`. The body is a JSON list of their numbers, at most 5,000; each is answered under the number asked, however the record
 * writes it. Workers of whom nothing is on record are left out. For
 * recording who leads a child's case.
 *
 * @throws ForbiddenError unless the platform itself asks; BadInputError for a day that does not exist, too many workers or
 * a body that is no such list.
 */
export function registrationFactsRoute(database: Database): Internal {
  return async ({ caller, params, body }): Promise<RegistrationFact[]> => {
    if (caller.kind !== 'service') throw new ForbiddenError('Only the platform itself asks this.');
    const { laCode = '', on = '' } = params;
    if (!isPlainDate(on)) throw new BadInputError('Ask of a day that exists.');
    const workerIds = await numbersIn(body);
    const rows = await database.service((db) => findRegistrationsOfAuthority(db, laCode, formsOf(workerIds)));
    const byNumber = Map.groupBy(rows, ({ workerId }) => plainNumber(workerId));
    return workerIds.flatMap((workerId): RegistrationFact[] => {
      const statuses = (byNumber.get(plainNumber(workerId)) ?? []).map((row) => registrationStatus(row, on));
      const status = statuses.find((one) => one === 'REGISTERED') ?? statuses[0];
      return status ? [{ workerId, status }] : [];
    });
  };
}

async function numbersIn(body: AsyncIterable<Uint8Array>): Promise<string[]> {
  const parts: Uint8Array[] = [];
  for await (const part of body) parts.push(part);
  const sent = parsed(Buffer.concat(parts).toString('utf8'));
  if (Array.isArray(sent) && sent.length <= MOST_WORKERS && sent.every((id) => typeof id === 'string')) return sent;
  throw new BadInputError(`Send a list of ${MOST_WORKERS} numbers at most.`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not a list: the caller refuses it.
    return null;
  }
}
