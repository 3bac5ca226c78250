import { formatCount } from '../format/format.ts';

const minute = 60_000;

/** How many minutes are left until an instant, a part of one counted whole; 0 once it has passed. */
export function minutesLeft(until: string, now: Date): number {
  return Math.max(0, Math.ceil((Date.parse(until) - now.getTime()) / minute));
}

/** `43 minutes left`; `less than a minute left` at the end. */
export function minutesLeftInWords(until: string, now: Date): string {
  const left = minutesLeft(until, now);
  return left > 1 ? `${formatCount(left, 'minute')} left` : 'less than a minute left';
}
