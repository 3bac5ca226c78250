import { formatBritishDate, type PlainDate } from '@mainstay/primitives';
import { RecordFault } from '@mainstay/subgraph-kit/record';
import type { EmploymentRow } from './employment.entity.ts';
import { isHeldOn } from './employment.held-on.ts';

/** What decides whether one worker works too much on a day. */
export type Share = Pick<EmploymentRow, 'startedOn' | 'endedOn' | 'fullTimeEquivalent'>;

/** Whole-time equivalents are told in thousandths at most; what is less is how computers count. */
const SMALLEST = 1e-6;

/** The first day on which somebody's whole-time equivalents together exceed 1; null when none does. */
export function firstDayAboveOne(shares: readonly Share[]): PlainDate | null {
  const days = shares.map(({ startedOn }) => startedOn).toSorted();
  return days.find((day) => sumOn(shares, day) > 1 + SMALLEST) ?? null;
}

/** @throws RecordFault that names the day when somebody would work more than full time with the employer. */
export function requireAtMostFullTime(field: string, shares: readonly Share[]): void {
  const day = firstDayAboveOne(shares);
  if (day === null) return;
  throw new RecordFault(
    field,
    `On ${formatBritishDate(day)} the worker would work more than full time for this employer. Check hours and days.`,
  );
}

function sumOn(shares: readonly Share[], day: PlainDate): number {
  return shares.reduce((sum, share) => sum + (isHeldOn(share, day) ? share.fullTimeEquivalent : 0), 0);
}
