import { systemClock, type PlainDate } from '@mainstay/primitives';
import { useSearchParams } from '../../routing/router.tsx';

/** As of which instant's knowledge the address asks for a section: `?knownAt=2026-03-01T14:20:00Z`; null for now. */
export function useKnownAt(): string | null {
  const [search] = useSearchParams();
  return readKnownAt(search);
}

/** The instant that an address names; null when it names none, or one that is not over. */
export function readKnownAt(search: URLSearchParams): string | null {
  const text = search.get('knownAt') ?? '';
  const at = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z$/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) || at > systemClock.now().getTime() ? null : text;
}

/** The address's search part for the end of a minute in England, of the day's last one where no time is given. */
export function knownAtSearch(day: PlainDate, time: string): string | null {
  const [, hour, minute] = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/.exec(time || '23:59') ?? [];
  if (hour === undefined || minute === undefined) return null;
  const clockTime = `${hour.padStart(2, '0')}:${minute}`;
  const inWinter = Date.parse(`${day}T${clockTime}:59.999Z`);
  const inSummer = inWinter - 3_600_000;
  return searchAt(timeInEngland.format(inSummer) === clockTime ? inSummer : inWinter);
}

/** The address's search part for just before an instant: what was known when something was not yet recorded. */
export function justBefore(instant: string): string {
  return searchAt(Date.parse(instant) - 1);
}

const timeInEngland = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

function searchAt(instant: number): string {
  return `?knownAt=${new Date(instant).toISOString()}`;
}
