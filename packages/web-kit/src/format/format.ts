import { ageOn, type PlainDate } from '@mainstay/primitives';

const locale = 'en-GB';
// Plain dates are read as UTC midnight and written in UTC, so no time zone can move them to another day.
const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
const shortDay = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const instant = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/London' });
const instantDay = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'Europe/London' });
const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
const tenth = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });

const noDate = 'Not known';

function read(date: string): Date {
  return new Date(`${date}T00:00:00Z`);
}

/** A day as people write it: `2 April 2025`. */
export function formatDate(date: PlainDate | string | null | undefined): string {
  return date ? day.format(read(date)) : noDate;
}

/** A day for a narrow column: `2 Apr 2025`. */
export function formatShortDate(date: PlainDate | string | null | undefined): string {
  return date ? shortDay.format(read(date)) : noDate;
}

/** A time of both ends: `1 April 2024 to 31 March 2025`; `from 1 April 2024` while it lasts. */
export function formatPeriod(from: PlainDate | string, to: PlainDate | string | null): string {
  return to ? `${formatDate(from)} to ${formatDate(to)}` : `from ${formatDate(from)}`;
}

/** An instant in England: `2 April 2025 at 09:30`. */
export function formatInstant(at: string | null | undefined): string {
  return at ? instant.format(new Date(at)) : noDate;
}

/** The day in England of an instant: `2 April 2025`. */
export function formatInstantDate(at: string | null | undefined): string {
  return at ? instantDay.format(new Date(at)) : noDate;
}

/** A count with thousands set apart: `12,345`. */
export function formatNumber(value: number): string {
  return whole.format(value);
}

/** A figure to a tenth at most: `12.4`. */
function formatDecimal(value: number): string {
  return tenth.format(value);
}

/** A share, 0 to 1, as a percentage to a tenth at most: `12.4%`. */
export function formatShare(share: number): string {
  return `${tenth.format(share * 100)}%`;
}

/** A number of bytes: `1.2 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  if (bytes < 1_000_000) return `${formatDecimal(bytes / 1000)} kB`;
  return `${formatDecimal(bytes / 1_000_000)} MB`;
}

/** A number with its noun: `1 child`, `26 children`. `plural` is the noun with an s unless it is given. */
export function formatCount(count: number, singular: string, plural = `${singular}s`): string {
  return `${formatNumber(count)} ${count === 1 ? singular : plural}`;
}

/** An age in completed years: `9`; `under 1` in the first year. */
export function formatAge(dateOfBirth: PlainDate, on: PlainDate): string {
  const age = ageOn(dateOfBirth, on);
  return age < 1 ? 'under 1' : String(age);
}
