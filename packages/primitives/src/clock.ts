import type { PlainDate } from './plain-date.ts';

/** Where the platform learns what time it is. Injected, so that a test or a demonstration can fix it. */
export interface Clock {
  /** The present instant. */
  now(): Date;
  /** The present day in England. */
  today(): PlainDate;
}

const englishDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' });

/** England's clocks differ from UTC by whole hours, so no day begins within an hour of UTC. */
const HOUR_MS = 3_600_000;
const latest: { hour: number; day: PlainDate | null } = { hour: Number.NaN, day: null };

/** The day in England at an instant. Asked for every row of an answer, so the last hour's day is remembered. */
function dayInEngland(instant: Date): PlainDate {
  const hour = Math.floor(instant.getTime() / HOUR_MS);
  if (latest.hour === hour && latest.day !== null) return latest.day;
  latest.day = englishDay.format(instant) as PlainDate;
  latest.hour = hour;
  return latest.day;
}

/** The real time, in England. */
export const systemClock: Clock = {
  now: () => new Date(),
  today: () => dayInEngland(new Date()),
};

/** A clock that stands still at `instant`. */
export function fixedClock(instant: Date): Clock {
  return { now: () => instant, today: () => dayInEngland(instant) };
}
