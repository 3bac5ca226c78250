import { formatShare } from '@mainstay/web-kit';
import type { RetentionCurveFragment } from '../../generated/operations.ts';
import { codeInWords, employerInWords } from '../workforce-words.ts';

const YEAR = 365.25;

/** Whose curve it is. */
export function groupInWords({ role, isAgency, employer }: RetentionCurveFragment): string {
  if (role !== null) return codeInWords(role);
  if (isAgency !== null) return isAgency ? 'Agency workers' : 'Employed';
  return employer ? employerInWords(employer) : 'Everybody';
}

/** Half of them: after how long they had left. */
export function medianInWords({ medianDays, began }: RetentionCurveFragment): string {
  if (began === null) return 'Kept back';
  return medianDays === null
    ? 'More than half stayed as long as they were followed'
    : `${(medianDays / YEAR).toFixed(1)} years`;
}

/** The share that stayed longer than so many years, with its interval; null where nobody was followed that long. */
export function stayingAfter(curve: RetentionCurveFragment, years: number): string {
  if (curve.began === null) return 'Kept back';
  const limit = years * YEAR;
  const reached = curve.points.filter(({ days }) => days <= limit);
  const last = reached.at(-1);
  const isFollowed = curve.points.some(({ days }) => days >= limit);
  if (!last) return isFollowed ? 'Everybody' : '–';
  const interval =
    last.low === null || last.high === null ? '' : ` (${formatShare(last.low)} to ${formatShare(last.high)})`;
  return `${formatShare(last.staying)}${interval}`;
}

/** What the curve shows, in a sentence that says no cause. */
export function findingInWords(all: RetentionCurveFragment): string {
  if (all.keptBackBecause !== null) return all.keptBackBecause;
  if (all.medianDays === null) {
    return `More than half of ${all.began} people stayed as long as they were followed.`;
  }
  return `Half of ${all.began} people had left after ${(all.medianDays / YEAR).toFixed(1)} years.`;
}
