import { parseBritishDate, type PlainDate } from '@mainstay/primitives';
import { column, earlier, lastDayOf, later, type ReturnedRow } from '../../history/child-returns.ts';

/** What the returns of all years, taken together, say of one worker's time with the child. */
export interface DerivedSocialWorkerEpisode {
  workerId: string;
  startedOn: PlainDate;
  endedOn: PlainDate | null;
  reason: string | null;
  isEndInferred: boolean;
}

const read = {
  SW_ID: column('SWEpisodes', 'SW_ID'),
  SW_DECOM: column('SWEpisodes', 'SW_DECOM'),
  SW_DEC: column('SWEpisodes', 'SW_DEC'),
  SW_REASON: column('SWEpisodes', 'SW_REASON'),
};

/**
 * One child's social workers, oldest first, from the tables SWEpisodes of all years. The newest year's row of the same
 * worker and first day is believed. One that was open when last returned, and is in no later return, is taken to have
 * ended when the next worker began, at the latest with the year. Rows that name no worker say nothing.
 *
 * @param loadedYears collection years whose table SWEpisodes is loaded for the authority.
 */
export function deriveSocialWorkerEpisodes(
  rows: readonly ReturnedRow[],
  loadedYears: readonly number[],
): DerivedSocialWorkerEpisode[] {
  const believed = believedRows(rows);
  return believed.map(({ row, workerId, startedOn }, index) => ({
    workerId,
    startedOn,
    ...endOf(row, startedOn, { next: believed[index + 1]?.startedOn, loadedYears }),
    reason: read.SW_REASON(row),
  }));
}

interface BelievedRow {
  readonly row: ReturnedRow;
  readonly workerId: string;
  readonly startedOn: PlainDate;
}

function believedRows(rows: readonly ReturnedRow[]): BelievedRow[] {
  const byKey = new Map<string, BelievedRow>();
  for (const row of rows) {
    const workerId = read.SW_ID(row);
    const startedOn = parseBritishDate(read.SW_DECOM(row) ?? '');
    if (!workerId || !startedOn) continue;
    const key = `${startedOn} ${workerId}`;
    const held = byKey.get(key);
    if (!held || row.year >= held.row.year) byKey.set(key, { row, workerId, startedOn });
  }
  return [...byKey].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, believed]) => believed);
}

function endOf(
  row: ReturnedRow,
  startedOn: PlainDate,
  { next, loadedYears }: { next: PlainDate | undefined; loadedYears: readonly number[] },
): Pick<DerivedSocialWorkerEpisode, 'endedOn' | 'isEndInferred'> {
  const reported = parseBritishDate(read.SW_DEC(row) ?? '');
  if (reported && reported >= startedOn) return { endedOn: reported, isEndInferred: false };
  if (reported) return { endedOn: startedOn, isEndInferred: true };
  const isAbsentLater = loadedYears.some((year) => year > row.year);
  if (!isAbsentLater) return next ? { endedOn: next, isEndInferred: true } : { endedOn: null, isEndInferred: false };
  const yearEnd = later(startedOn, lastDayOf(row.year));
  return { endedOn: next ? earlier(next, yearEnd) : yearEnd, isEndInferred: true };
}
