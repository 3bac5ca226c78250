import { parseBritishDate, type PlainDate } from '@mainstay/primitives';
import { column, type ReturnedRow } from '../../history/child-returns.ts';

/** A time missing or away as the returns of all years have it. */
export interface DerivedMissingIncident {
  kind: string;
  startedOn: PlainDate;
  endedOn: PlainDate | null;
}

const read = {
  MISSING: column('Missing', 'MISSING'),
  MIS_START: column('Missing', 'MIS_START'),
  MIS_END: column('Missing', 'MIS_END'),
};

/**
 * One child's times missing or away, oldest first. Known by their first day; of several rows for one day the newest
 * year's is believed. An end before the start is none.
 */
export function deriveMissingIncidents(rows: readonly ReturnedRow[]): DerivedMissingIncident[] {
  const byDay = new Map<PlainDate, { year: number; incident: DerivedMissingIncident }>();
  for (const row of rows) {
    const startedOn = parseBritishDate(read.MIS_START(row) ?? '');
    if (!startedOn) continue;
    const held = byDay.get(startedOn);
    if (held && row.year < held.year) continue;
    const end = parseBritishDate(read.MIS_END(row) ?? '');
    const endedOn = end && end >= startedOn ? end : null;
    byDay.set(startedOn, { year: row.year, incident: { kind: read.MISSING(row) ?? '', startedOn, endedOn } });
  }
  return [...byDay.values()]
    .map(({ incident }) => incident)
    .toSorted((one, other) => (one.startedOn < other.startedOn ? -1 : 1));
}
