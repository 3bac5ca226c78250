import { daysBetween, type PlainDate } from '@mainstay/primitives';

/** How many days are left after today in a window, both of whose ends belong to it; null when today lies outside. */
export function daysLeft(
  window: { readonly from: PlainDate; readonly to: PlainDate },
  today: PlainDate,
): number | null {
  return today < window.from || today > window.to ? null : daysBetween(today, window.to);
}
