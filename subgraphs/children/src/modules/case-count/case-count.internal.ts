import { isPlainDate, type PlainDate } from '@mainstay/primitives';
import { BadInputError, ForbiddenError, type Database, type Internal } from '@mainstay/subgraph-kit';
import { countCases, type CaseCount } from './case-count.repository.ts';

const MOST_DAYS = 400;

/**
 * Internal route `case-counts`: how many children each worker led on each of the `days`, a comma between two, of the
 * children of the authority `laCode` or of those who were with the practice `practiceId` on the day. Numbers only: no child
 * is named.
 *
 * @throws ForbiddenError unless the platform itself asks; BadInputError unless one owner and 1 to 400 days are given.
 */
export function caseCountsRoute(database: Database): Internal {
  return async ({ caller, params }): Promise<CaseCount[]> => {
    if (caller.kind !== 'service') throw new ForbiddenError('Only the platform itself asks this.');
    const laCode = params['laCode'] || null;
    const practiceId = params['practiceId'] || null;
    if ((laCode === null) === (practiceId === null)) throw new BadInputError('Give `laCode` or `practiceId`.');
    const days = daysIn(params['days'] ?? '');
    return database.service((db) => countCases(db, { laCode, practiceId, days }));
  };
}

function daysIn(text: string): readonly PlainDate[] {
  const days = text.split(',');
  if (days.length <= MOST_DAYS && days.every(isPlainDate)) return days;
  throw new BadInputError(`The parameter \`days\` is 1 to ${MOST_DAYS} days, YYYY-MM-DD, a comma between two.`);
}
