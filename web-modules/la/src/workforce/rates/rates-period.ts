import { systemClock, type PlainDate } from '@mainstay/primitives';

/** A period of twelve months that rates are shown for. */
export interface RatesPeriod {
  /** Its last day: 30 September of a year, or today. */
  readonly lastDay: PlainDate;
  /** How it is named where it is chosen. */
  readonly text: string;
}

const YEARS = 6;

/** The years to 30 September that have ended, newest first, and the twelve months to today. */
export function periodsToChoose(today: PlainDate): RatesPeriod[] {
  const last = lastSeptember(today);
  const years = Array.from({ length: YEARS }, (_, back) => Number(last.slice(0, 4)) - back);
  return [
    ...years.map((year) => ({ lastDay: `${year}-09-30` as PlainDate, text: String(year) })),
    { lastDay: today, text: 'Twelve months to today' },
  ];
}

/** The period that an address asks for; the newest year to 30 September when it asks for none, or for one that cannot be. */
export function periodFromAddress(search: URLSearchParams, today: PlainDate): RatesPeriod {
  const periods = periodsToChoose(today);
  const asked = search.get('to');
  const found = periods.find(({ lastDay }) => lastDay === (asked === 'today' ? today : asked));
  const [newest] = periods;
  if (!newest) throw new Error('There is always a 30 September that has passed.');
  return found ?? newest;
}

/** How an address asks for a period. */
export function addressOf({ lastDay }: RatesPeriod, today: PlainDate): string {
  return lastDay === today ? 'today' : lastDay;
}

/** The last 30 September on or before a day. */
export function lastSeptember(day: PlainDate): PlainDate {
  const year = Number(day.slice(0, 4));
  return `${day.slice(5) >= '09-30' ? year : year - 1}-09-30` as PlainDate;
}

/** The first day of the twelve months that end on `lastDay`. */
export function firstDay(lastDay: PlainDate): PlainDate {
  const next = new Date(`${lastDay}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  next.setUTCFullYear(next.getUTCFullYear() - 1);
  return next.toISOString().slice(0, 10) as PlainDate;
}

/** Today, in England. */
export function today(): PlainDate {
  return systemClock.today();
}
