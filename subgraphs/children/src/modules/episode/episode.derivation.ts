import { addDays, parseBritishDate, type PlainDate } from '@mainstay/primitives';
import { column, earlier, lastDayOf, later, type ReturnedRow } from '../../history/child-returns.ts';
import type { AccessColumns } from '../access-columns.ts';
import type { EpisodeEntity } from './episode.entity.ts';

/** What the returns of all years, taken together, say of one episode. */
export type DerivedEpisode = Omit<
  EpisodeEntity,
  keyof AccessColumns | 'laCode' | 'childId' | 'id' | 'recordedAt' | 'supersededAt'
>;

const read = {
  DECOM: column('Episodes', 'DECOM'),
  RNE: column('Episodes', 'RNE'),
  LS: column('Episodes', 'LS'),
  CIN: column('Episodes', 'CIN'),
  PLACE: column('Episodes', 'PLACE'),
  PLACE_PROVIDER: column('Episodes', 'PLACE_PROVIDER'),
  DEC: column('Episodes', 'DEC'),
  REC: column('Episodes', 'REC'),
  REASON_PLACE_CHANGE: column('Episodes', 'REASON_PLACE_CHANGE'),
  HOME_POST: column('Episodes', 'HOME_POST'),
  PL_POST: column('Episodes', 'PL_POST'),
  URN: column('Episodes', 'URN'),
};

/**
 * One child's episodes, oldest first, from the tables Episodes of all years.
 *
 * An episode is known by its first day. It is returned again every year while it lasts, and the newest year's row is
 * believed. Of several rows with one first day in one year, the one that lasts longest is believed: the others can
 * have lasted no time.
 *
 * @param loadedYears collection years whose table Episodes is loaded for the authority.
 */
export function deriveEpisodes(rows: readonly ReturnedRow[], loadedYears: readonly number[]): DerivedEpisode[] {
  return believedEpisodes(rows, loadedYears).map(({ episode }) => episode);
}

/** An episode with the row of a return it is believed from. */
export interface BelievedEpisode {
  readonly row: ReturnedRow;
  readonly episode: DerivedEpisode;
}

/** The same as `deriveEpisodes`, with the rows that are believed. */
export function believedEpisodes(rows: readonly ReturnedRow[], loadedYears: readonly number[]): BelievedEpisode[] {
  const believed = believedRows(rows);
  return believed.map((row, index) => ({
    row: row.row,
    episode: episodeFrom(row, believed[index + 1], loadedYears),
  }));
}

/**
 * The day until which an episode counts: its end, or the first day of the next where the return has them overlap.
 * Null while it lasts.
 */
export function effectiveEnd(episodes: readonly DerivedEpisode[], index: number): PlainDate | null {
  const end = episodes[index]?.endedOn ?? null;
  const next = episodes[index + 1]?.startedOn;
  if (!next) return end;
  return end ? earlier(end, next) : next;
}

/** True for a series of short-term breaks, which nearly every indicator leaves out. */
export function isShortBreak(episode: Pick<DerivedEpisode, 'legalStatus'>): boolean {
  return episode.legalStatus === 'V3' || episode.legalStatus === 'V4';
}

interface BelievedRow {
  readonly row: ReturnedRow;
  readonly startedOn: PlainDate;
  readonly reportedEnd: PlainDate | null;
}

function believedRows(rows: readonly ReturnedRow[]): BelievedRow[] {
  const byStart = new Map<PlainDate, BelievedRow>();
  for (const row of rows) {
    const startedOn = parseBritishDate(read.DECOM(row) ?? '');
    if (!startedOn) continue;
    const candidate = { row, startedOn, reportedEnd: parseBritishDate(read.DEC(row) ?? '') };
    const held = byStart.get(startedOn);
    if (!held || isRatherBelieved(candidate, held)) byStart.set(startedOn, candidate);
  }
  return [...byStart.values()].toSorted((one, other) => (one.startedOn < other.startedOn ? -1 : 1));
}

function isRatherBelieved(one: BelievedRow, other: BelievedRow): boolean {
  if (one.row.year !== other.row.year) return one.row.year > other.row.year;
  const [end, otherEnd] = [one.reportedEnd ?? '9999-12-31', other.reportedEnd ?? '9999-12-31'];
  return end === otherEnd ? one.row.position > other.row.position : end > otherEnd;
}

function episodeFrom(
  believed: BelievedRow,
  next: BelievedRow | undefined,
  loadedYears: readonly number[],
): DerivedEpisode {
  const { row, startedOn } = believed;
  return {
    startedOn,
    ...endOf(believed, next, loadedYears),
    reasonStarted: read.RNE(row) ?? '',
    reasonEnded: read.REC(row),
    legalStatus: read.LS(row) ?? '',
    categoryOfNeed: read.CIN(row) ?? '',
    placementType: read.PLACE(row) ?? '',
    placementProvider: read.PLACE_PROVIDER(row),
    reasonPlacementChanged: read.REASON_PLACE_CHANGE(row),
    homePostcode: normalisedPostcode(read.HOME_POST(row)),
    placementPostcode: normalisedPostcode(read.PL_POST(row)),
    urn: read.URN(row),
    collectionYear: row.year,
  };
}

/**
 * The end a return gives, or the one to infer where it gives none that can be believed:
 *
 * - an end before the start cannot be: the episode is taken to have ended the day it began;
 * - the child stayed in care: the episode lasted until the next one;
 * - the child left and came back, or is in no later return: it lasted to the end of the year that last returned it,
 *   and not beyond the day before the next.
 */
function endOf(
  { row, startedOn, reportedEnd }: BelievedRow,
  next: BelievedRow | undefined,
  loadedYears: readonly number[],
): Pick<DerivedEpisode, 'endedOn' | 'isEndInferred'> {
  if (reportedEnd && reportedEnd >= startedOn) return { endedOn: reportedEnd, isEndInferred: false };
  if (reportedEnd) return { endedOn: startedOn, isEndInferred: true };

  const yearEnd = later(startedOn, lastDayOf(row.year));
  if (next && read.RNE(next.row) !== 'S') return { endedOn: next.startedOn, isEndInferred: true };
  if (next) {
    const dayBefore = later(startedOn, addDays(next.startedOn, -1));
    return { endedOn: earlier(yearEnd, dayBefore), isEndInferred: true };
  }
  const isAbsentLater = loadedYears.some((year) => year > row.year);
  return isAbsentLater ? { endedOn: yearEnd, isEndInferred: true } : { endedOn: null, isEndInferred: false };
}

function normalisedPostcode(postcode: string | null): string | null {
  return postcode?.replaceAll(/\s/g, '') || null;
}
