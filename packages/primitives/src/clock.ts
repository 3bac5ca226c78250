import type { PlainDate } from './plain-date.ts';

/** Where the platform learns what time it is. Injected, so that a test or a demonstration can fix it. */
export interface Clock {
  /** The present instant. */
  now(): Date;
  /** The present day in England. */
  today(): PlainDate;
}

const englishDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' });

/** The real time, in England. */
export const systemClock: Clock = {
  now: () => new Date(),
  today: () => englishDay.format(new Date()) as PlainDate,
};

/** A clock that stands still at `instant`. */
export function fixedClock(instant: Date): Clock {
  return { now: () => instant, today: () => englishDay.format(instant) as PlainDate };
}
