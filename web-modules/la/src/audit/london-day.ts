import type { PlainDate } from '@mainstay/primitives';

const hour = new Intl.DateTimeFormat('en-GB', { hour: 'numeric', hourCycle: 'h23', timeZone: 'Europe/London' });

/** The instant at which a day begins in England: an hour before midnight in UTC while summer time lasts. */
export function startOfDay(day: PlainDate): string {
  const midnight = new Date(`${day}T00:00:00Z`);
  // Clocks change at one in the morning: what holds at midnight in UTC held an hour before.
  midnight.setUTCHours(-Number(hour.format(midnight)));
  return midnight.toISOString();
}
