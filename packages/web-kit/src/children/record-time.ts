import { isPlainDate, type PlainDate } from '@mainstay/primitives';

/** On which day episodes are asked for, and as of which day's knowledge; null for the whole, and for today's. */
export interface RecordTime {
  readonly asOf: PlainDate | null;
  readonly knownOn: PlainDate | null;
}

/** The times that an address asks for; what is no day is passed over. */
export function timeFromAddress(search: URLSearchParams): RecordTime {
  const read = (name: string) => {
    const text = search.get(name) ?? '';
    return isPlainDate(text) ? text : null;
  };
  return { asOf: read('asOf'), knownOn: read('knownOn') };
}

/** The search part of the address for these times. */
export function addressOfTime({ asOf, knownOn }: RecordTime): string {
  const search = new URLSearchParams();
  if (asOf) search.set('asOf', asOf);
  if (knownOn) search.set('knownOn', knownOn);
  const text = search.toString();
  return text ? `?${text}` : '';
}

/**
 * The arguments of the graph for these times. What was known on a day is what was known when it ended: midnight in
 * England, which in summer is an hour before midnight UTC.
 */
export function variablesOfTime({ asOf, knownOn }: RecordTime): { asOf: PlainDate | null; knownAt: string | null } {
  return { asOf, knownAt: knownOn && endOfDayInEngland(knownOn) };
}

const hourInEngland = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: 'numeric',
  hourCycle: 'h23',
});

function endOfDayInEngland(day: PlainDate): string {
  const endInWinter = Date.parse(`${day}T23:59:59.999Z`);
  const isSummer = Number(hourInEngland.format(endInWinter)) === 0;
  return isSummer ? `${day}T22:59:59.999Z` : `${day}T23:59:59.999Z`;
}
