import {
  BadInputError,
  ForbiddenError,
  matchCode,
  type Database,
  type Internal,
  type MatchedDetail,
} from '@mainstay/subgraph-kit';
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

const LONGEST_BODY = 4 * 1024 * 1024;
const CHILD_ID = /^[A-Z]\d{8}\.[a-z2-7]{20}$/;

/**
 * Internal route `misuse-facts`: facts of the children of the authority `laCode` whose ids the body holds, as an array in
 * JSON. Answers `MisuseFacts[]`, one for each id in that order. No name and no postcode leaves.
 *
 * @throws ForbiddenError unless the platform itself asks; BadInputError when the body is not such an array.
 */
export function misuseFactsRoute({ database, secret }: MisuseFactsOptions): Internal {
  return async ({ caller, params, body }): Promise<MisuseFacts[]> => {
    if (caller.kind !== 'service') throw new ForbiddenError('Only the platform itself asks this.');
    const asked = { laCode: params['laCode'] ?? '', childIds: idsOf(await textOf(body)) };
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

async function textOf(body: AsyncIterable<Uint8Array>): Promise<string> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const bytes of body) {
    size += bytes.length;
    if (size > LONGEST_BODY) throw new BadInputError('Ask about fewer children at a time.');
    pieces.push(bytes);
  }
  return Buffer.concat(pieces).toString('utf8');
}

function idsOf(text: string): string[] {
  const ids = parsed(text);
  if (Array.isArray(ids) && ids.every((id): id is string => typeof id === 'string' && CHILD_ID.test(id))) {
    return [...new Set(ids)];
  }
  throw new BadInputError('The body is an array of ids of children, in JSON.');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Refused by the caller; the parser's own message quotes the text.
    return null;
  }
}
