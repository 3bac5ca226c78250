import { addDays, ageOn, isPlainDate, type PlainDate } from '@mainstay/primitives';
import type { AllocationRow } from './allocation.entity.ts';
import type { AllocationFacts } from './allocation.facts.ts';

/** What decides when an allocation ends; the values of the GraphQL enum `ExpectedEndRule`. */
export type ExpectedEndRule =
  'ENDED' | 'DECIDED' | 'CONTRACT_ENDS' | 'DIED' | 'YEAR_AFTER_LEAVING' | 'TWENTY_FIRST_BIRTHDAY' | 'END_OF_EDUCATION';

/** The last day that is to be expected, and why. */
export interface ExpectedEnd {
  /** Null when no day is known: the young person is in full-time education past 21. */
  readonly on: PlainDate | null;
  readonly rule: ExpectedEndRule;
}

const DIED = 'E2';

/** The 21st birthday: 1 March for one born on 29 February, when that year has none. */
export function turnsTwentyOne({ dateOfBirth }: Pick<AllocationFacts, 'dateOfBirth'>): PlainDate {
  return inYears(dateOfBirth, 21, '-03-01');
}

/**
 * The last day of the year for which a child who has left care stays with the practice: the same day a year later. 28
 * February for one who left on 29 February.
 */
export function endOfYearAfterLeaving(careEndedOn: PlainDate): PlainDate {
  return inYears(careEndedOn, 1, '-02-28');
}

/**
 * The last day of a practice's responsibility for a child, by what is known of the child alone.
 *
 * While looked after, and for who was 18 when care ended: the day before the 21st birthday, or no known day while in
 * full-time education. For who left care younger: a year after.
 */
export function responsibilityEnd(facts: AllocationFacts): ExpectedEnd {
  const { careEndedOn, careEndReason, dateOfBirth } = facts;
  if (careEndedOn !== null && careEndReason === DIED) return { on: careEndedOn, rule: 'DIED' };
  if (careEndedOn !== null && ageOn(dateOfBirth, careEndedOn) < 18) {
    return { on: endOfYearAfterLeaving(careEndedOn), rule: 'YEAR_AFTER_LEAVING' };
  }
  const year = careEndedOn === null ? null : endOfYearAfterLeaving(careEndedOn);
  const birthday = addDays(turnsTwentyOne(facts), -1);
  if (facts.isInFullTimeEducation) return { on: null, rule: 'END_OF_EDUCATION' };
  return year !== null && year > birthday
    ? { on: year, rule: 'YEAR_AFTER_LEAVING' }
    : { on: birthday, rule: 'TWENTY_FIRST_BIRTHDAY' };
}

/** When an allocation ends, or ended: by its own last day, its contract's, or what is known of the child, the first of them. */
export function expectedEndOf(
  allocation: Pick<AllocationRow, 'endedOn' | 'lastDay' | 'accessUntil'>,
  facts: AllocationFacts,
  now: Date,
): ExpectedEnd {
  const { endedOn, lastDay, accessUntil } = allocation;
  if (accessUntil !== null && accessUntil <= now) return { on: lastDay, rule: 'ENDED' };
  if (endedOn !== null) return { on: lastDay, rule: 'DECIDED' };
  const byChild = responsibilityEnd(facts);
  if (lastDay !== null && (byChild.on === null || lastDay < byChild.on)) return { on: lastDay, rule: 'CONTRACT_ENDS' };
  return byChild;
}

function inYears(day: PlainDate, years: number, otherwise: '-03-01' | '-02-28'): PlainDate {
  const year = String(Number(day.slice(0, 4)) + years);
  const found = `${year}${day.slice(4)}`;
  return isPlainDate(found) ? found : (`${year}${otherwise}` as PlainDate);
}
