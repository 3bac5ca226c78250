import type { PlainDate } from '@mainstay/primitives';
import type { EmployerKey } from '../employment/employment.entity.ts';
import type { Expected, StaffExpectationRow } from './staff-expectation.entity.ts';

/**
 * What is assumed of an employer that has said nothing. Supervision every four weeks is what practice has settled on; the
 * pieces of learning are those Social Work England asks of everybody on its register since 2022, and it asks for no hours.
 */
export const ASSUMED: Expected = {
  supervisionDays: 28,
  firstYearSupervisionDays: null,
  doPeersCount: false,
  longAbsenceDays: 28,
  learningPieces: 2,
  learningPiecesWithPeers: 1,
  learningHours: null,
};

/** What an employer expects on a day: what it recorded, or what is assumed. */
export type ExpectationOnDay = EmployerKey & Expected & Partial<StaffExpectationRow>;

/**
 * What an employer expects on a day, of all that is on record of employers: the one that holds from the latest day up to it.
 *
 * @param laCode the authority whose children the staff are for; left out where it makes no difference.
 */
export function expectationOn(
  recorded: readonly StaffExpectationRow[],
  { employerKind, employerId, laCode }: EmployerKey & { readonly laCode?: string },
  day: PlainDate,
): ExpectationOnDay {
  const [latest] = recorded
    .filter(
      (row) =>
        row.employerKind === employerKind &&
        row.employerId === employerId &&
        (laCode === undefined || row.laCode === laCode) &&
        row.holdsFrom <= day,
    )
    .toSorted((one, other) => (one.holdsFrom < other.holdsFrom ? 1 : -1));
  return latest ?? { employerKind, employerId, ...ASSUMED };
}
