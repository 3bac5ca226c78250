import { suppressed, type Measure } from '@mainstay/subgraph-kit';
import type { StaffIndicator } from '../../indicators/staff-indicator.ts';
import { isSmall } from './staff-indicator.protection.ts';
import type { StaffCount, StaffQuestion } from './staff-indicator.repository.ts';
import { measureOf, measureWithout } from './staff-indicator.service.ts';

const censusYearsOnly = suppressed(
  'Single absences are for managers. Figures of them are given to others for years of the workforce census only, 1 October ' +
    'to 30 September, and not of several employers together: others would tell something about the people by which they differ.',
);
const tooFew = suppressed(
  'Single absences are for managers. This figure is kept back because it would tell something about the health of five or ' +
    'fewer people.',
);

/**
 * A measure of absences for those who may see the posts and no single absence: of census years, which do not overlap, of one
 * employer, and where no number of people behind it, of illness, of stress and of all but stress, is small. Both figures
 * of a year are told together or not at all.
 */
export function guardedMeasure(indicator: StaffIndicator, question: StaffQuestion, count: StaffCount): Measure {
  if (question.isWithPractices || !isCensusYear(question)) return measureWithout(indicator, question, censusYearsOnly);
  const isKept = Object.values(count.people).some(isSmall);
  return isKept ? measureWithout(indicator, question, tooFew) : measureOf(indicator, question, count);
}

/** True for 1 October of a year to 30 September of the next. */
export function isCensusYear({ from, to }: Pick<StaffQuestion, 'from' | 'to'>): boolean {
  return from.endsWith('-10-01') && to.endsWith('-09-30') && Number(to.slice(0, 4)) === Number(from.slice(0, 4)) + 1;
}
