import type { PlainDate } from '@mainstay/primitives';
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
import type { StaffIndicator } from '../../indicators/staff-indicator.ts';
import type { StaffCount, StaffQuestion } from './staff-indicator.repository.ts';

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
 * @throws BadInputError when the period ends before it begins.
 */
export function requirePeriod(question: StaffQuestion): void {
  if (question.to < question.from) throw new BadInputError('The period ends before it begins.');
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

function resultOf(indicator: StaffIndicator, { hasRecords, numerator, denominator }: StaffCount): MeasureResult {
  if (!hasRecords) return notKnown('No record of staff is held. Enter the posts of the staff to measure this.');
  if (denominator === 0) return notApplicable('No social worker was in post at the end of the period.');
  return known(numerator / denominator, indicator.unit, { numerator, denominator });
}
