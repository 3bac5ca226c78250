import { addDays, daysBetween, type PlainDate } from '@mainstay/primitives';
import type { Expected } from '../staff-expectation/staff-expectation.entity.ts';

/** How supervision stands: `SupervisionState` of the graph. */
export type SupervisionState = 'DONE' | 'DUE' | 'OVERDUE' | 'PAUSED';

/** Days a worker was away: the last is null while they are. */
export interface Away {
  readonly from: PlainDate;
  readonly until: PlainDate | null;
}

/** What a worker's next supervision follows from. */
export interface SupervisionFacts {
  readonly on: PlainDate;
  /** The first day of the worker's unbroken time with the employer. */
  readonly since: PlainDate;
  /** When the worker became known here, for one of whom a census alone tells; null for all others. */
  readonly knownSince: PlainDate | null;
  /** When supervision that counts was last held in that time. */
  readonly lastHeldOn: PlainDate | null;
  readonly expected: Expected;
  /** The first first. */
  readonly away: readonly Away[];
}

/** When the next supervision is expected, and how that stands. */
export interface SupervisionStanding {
  readonly dueOn: PlainDate;
  readonly expectedDays: number;
  readonly state: SupervisionState;
  readonly daysOverdue: number;
}

/** So many days before it is expected, supervision is due. */
const NOTICE = 7;
const FIRST_YEAR = 365;

/**
 * When a worker's next supervision is expected: so many days after the last one, or after the start; of one of whom a
 * census alone tells, after it was loaded, for what was held before nobody could record here. Days of long absences do not
 * count, and while one lasts nothing is overdue.
 */
export function supervisionStanding(facts: SupervisionFacts): SupervisionStanding {
  const { on, since, knownSince, lastHeldOn, expected, away } = facts;
  const isFirstYear = daysBetween(since, on) < FIRST_YEAR;
  const expectedDays = (isFirstYear ? expected.firstYearSupervisionDays : null) ?? expected.supervisionDays;
  const begins = lastHeldOn ?? (knownSince !== null && knownSince > since ? knownSince : since);
  const long = longAbsences(away, on, expected.longAbsenceDays);
  let dueOn = addDays(begins, expectedDays);
  for (const { from, until } of long) {
    const first = from > begins ? from : addDays(begins, 1);
    if (first <= dueOn && until >= first) dueOn = addDays(dueOn, daysBetween(first, until) + 1);
  }
  if (long.some(({ from, until }) => from <= on && on <= until)) {
    return { dueOn, expectedDays, state: 'PAUSED', daysOverdue: 0 };
  }
  const left = daysBetween(on, dueOn);
  const state = left < 0 ? 'OVERDUE' : left <= NOTICE ? 'DUE' : 'DONE';
  return { dueOn, expectedDays, state, daysOverdue: Math.max(0, -left) };
}

/** Absences that had begun and lasted for long by a day; one that goes on lasts until that day. */
function longAbsences(away: readonly Away[], on: PlainDate, longest: number) {
  return away
    .map(({ from, until }) => ({ from, until: until === null || until > on ? on : until }))
    .filter(({ from, until }) => from <= until && daysBetween(from, until) + 1 >= longest);
}
