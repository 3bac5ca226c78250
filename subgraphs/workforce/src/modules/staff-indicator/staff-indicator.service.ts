import { addDays, daysBetween, isPlainDate, plainDate, type Period, type PlainDate } from '@mainstay/primitives';
import {
  BadInputError,
  known,
  notApplicable,
  notKnown,
  notYetDue,
  suppressed,
  type Exclusion,
  type Measure,
  type MeasureResult,
} from '@mainstay/subgraph-kit';
import { staffIndicators } from '../../indicators/index.ts';
import type { StaffIndicator, StaffSource } from '../../indicators/staff-indicator.ts';
import type { StaffCount, StaffQuestion } from './staff-indicator.repository.ts';

const MOST_YEARS = 20;
/** Ten years, in days. */
const LONGEST_PERIOD = 3_660;

/**
 * The indicators with these codes, in the order asked for; all when none is named.
 *
 * @throws BadInputError when a code is not that of an indicator of staff.
 */
export function staffIndicatorsOf(codes: readonly string[] | null | undefined): readonly StaffIndicator[] {
  if (!codes || codes.length === 0) return staffIndicators;
  return codes.map((code) => {
    const indicator = staffIndicators.find((candidate) => candidate.code === code);
    if (indicator) return indicator;
    throw new BadInputError(
      `There is no such indicator of staff. There are: ${staffIndicators.map((each) => each.code).join(', ')}.`,
    );
  });
}

/**
 * @throws BadInputError when the period ends before it begins, or is longer than ten years.
 */
export function requirePeriod({ from, to }: Period): void {
  if (to < from) throw new BadInputError('The period ends before it begins.');
  if (daysBetween(from, to) > LONGEST_PERIOD) throw new BadInputError('The period is longer than ten years.');
}

/**
 * The twelve months that end on a day and those of the years before, oldest first. 29 February is 28 February in common
 * years.
 *
 * @throws BadInputError unless 1 to 20 years are asked for.
 */
export function yearsEndingOn(lastDay: PlainDate, years: number): Period[] {
  if (!(years >= 1 && years <= MOST_YEARS)) throw new BadInputError(`Ask for 1 to ${MOST_YEARS} years.`);
  return Array.from({ length: years }, (_, index) => {
    const ago = years - 1 - index;
    return { from: addDays(yearsBefore(lastDay, ago + 1), 1), to: yearsBefore(lastDay, ago) };
  });
}

function yearsBefore(day: PlainDate, years: number): PlainDate {
  const same = `${String(Number(day.slice(0, 4)) - years).padStart(4, '0')}${day.slice(4)}`;
  return isPlainDate(same) ? same : plainDate(`${same.slice(0, 4)}-02-28`);
}

/** The result for those whom the employer's staff are no business of. */
export const withheld = suppressed(
  'Figures about staff are for the employer, and for the authority whose children the staff work with.',
);

/** The result that needs no record: the period has not ended. Null for all others. */
export function resultWithoutCounting({ to }: StaffQuestion, today: PlainDate): MeasureResult | null {
  return to > today ? notYetDue(to) : null;
}

/** The figure that was counted. */
export function measureOf(indicator: StaffIndicator, question: StaffQuestion, count: StaffCount): Measure {
  const exclusions = indicator.leftOut.flatMap(({ column, reason }): Exclusion[] => {
    const number = count.leftOut[column] ?? 0;
    return number > 0 ? [{ reason, count: number, isInDenominator: false }] : [];
  });
  const result = resultOf(indicator, count);
  return { indicator, from: question.from, to: question.to, result, asAt: count.asAt, exclusions };
}

/** The measure without a figure. */
export function measureWithout(indicator: StaffIndicator, question: StaffQuestion, result: MeasureResult): Measure {
  return { indicator, from: question.from, to: question.to, result, asAt: null, exclusions: [] };
}

/** What would have to be recorded, by what an indicator rests on. */
const notRecorded: Readonly<Record<StaffSource, MeasureResult>> = {
  posts: notKnown('No establishment is on record. Record the posts of the employer to measure this.'),
  absences: notKnown('No absence is on record. Record the absences of the staff to measure this.'),
  cases: notApplicable('No child had a lead professional on the last day of the period.'),
};

function resultOf(indicator: StaffIndicator, count: StaffCount): MeasureResult {
  const { hasRecords, hasSource, numerator, denominator } = count;
  if (!hasRecords) return notKnown('No record of staff is held. Enter the posts of the staff to measure this.');
  if (!hasSource && indicator.restsOn) return notRecorded[indicator.restsOn];
  if (denominator === 0) {
    return notApplicable(indicator.noneBecause ?? 'No social worker was in post at the end of the period.');
  }
  if (indicator.isNumerator) return known(numerator, indicator.unit);
  return known(numerator / denominator, indicator.unit, { numerator, denominator });
}
