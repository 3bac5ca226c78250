import type { PlainDate } from '@mainstay/primitives';
import type { DutyFacts, TimeOfChild } from './duty-facts.ts';
import type { Applying } from './made-duty.ts';

/** For as long as a time lasts; doing it on the last day counts. */
export function during(time: TimeOfChild, endedBecause: string, facts: DutyFacts): Applying {
  const { knownSince, returnedUntil } = facts;
  return {
    lastDay: time.to,
    endedOn: time.to,
    endedBecause: time.to === null ? null : endedBecause,
    knownSince,
    returnedUntil,
  };
}

/** Until a day that may come: from it on nothing is due, and what was done before it counts. */
export function until(day: PlainDate, endedBecause: string, { knownSince }: DutyFacts): Applying {
  return { lastDay: day, endedOn: day, endedBecause, knownSince };
}

/** The first of two days, either of which may never come. */
export function earliest(one: PlainDate | null, other: PlainDate | null): PlainDate | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}

/** The later of two days. */
export function latest(one: PlainDate, other: PlainDate): PlainDate {
  return one > other ? one : other;
}
