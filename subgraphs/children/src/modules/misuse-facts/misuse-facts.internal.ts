import { ForbiddenError, matchCode, type Database, type Internal, type MatchedDetail } from '@mainstay/subgraph-kit';
import { childIdsIn } from '../child-ids.ts';
import {
  findFamilyNames,
  findHomePostcodes,
  findPractices,
  findWorkers,
  type PracticePeriod,
  type WorkerPeriod,
} from './misuse-facts.repository.ts';

/** What is compared with the people who looked at a child's record. Names and postcodes are codes: `matchCode`. */
export interface MisuseFacts {
  readonly childId: string;
  /** Code of the present family name; null when none is recorded. */
  readonly familyNameCode: string | null;
  /** Code of the postcode of the child's home, as the newest episode that has one says; null when none has. */
  readonly postcodeCode: string | null;
  /** Who have been the child's social workers, the earliest first. */
  readonly workers: readonly WorkerPeriod[];
  /** The practices the child has been with, the earliest first. Instants are ISO texts once they have crossed JSON. */
  readonly practices: readonly PracticePeriod[];
}

/** What the route works with. */
export interface MisuseFactsOptions {
  readonly database: Database;
  readonly secret: string;
}

/**
 * Internal route `misuse-facts`: facts of the children of the authority `laCode` whose ids the body holds, as an array in
 * JSON. Answers `MisuseFacts[]`, one for each id in that order. No name and no postcode leaves.
 *
 * @throws ForbiddenError unless the platform itself asks; BadInputError when the body is not such an array.
 */
export function misuseFactsRoute({ database, secret }: MisuseFactsOptions): Internal {
  return async ({ caller, params, body }): Promise<MisuseFacts[]> => {
    if (caller.kind !== 'service') throw new ForbiddenError('Only the platform itself asks this.');
    const asked = { laCode: params['laCode'] ?? '', childIds: await childIdsIn(body) };
    if (asked.childIds.length === 0) return [];
    return database.service(async (db) => {
      const codes = (detail: MatchedDetail, rows: readonly { childId: string; text: string }[]) =>
        new Map(rows.map(({ childId, text }) => [childId, matchCode(secret, detail, text)]));
      const names = codes('family-name', await findFamilyNames(db, asked));
      const postcodes = codes('postcode', await findHomePostcodes(db, asked));
      const workers = Map.groupBy(await findWorkers(db, asked), ({ childId }) => childId);
      const practices = Map.groupBy(await findPractices(db, asked), ({ childId }) => childId);
      return asked.childIds.map((childId) => ({
        childId,
        familyNameCode: names.get(childId) ?? null,
        postcodeCode: postcodes.get(childId) ?? null,
        workers: (workers.get(childId) ?? []).map(({ workerId, from, until }) => ({ workerId, from, until })),
        practices: (practices.get(childId) ?? []).map(({ practiceId, from, until }) => ({ practiceId, from, until })),
      }));
    });
  };
}
