import { formatBritishDate, plainDate } from '@mainstay/primitives';
import { tableSpec, type TableName } from '@mainstay/ssda903';
import type { ReturnedRow } from '../history/child-returns.ts';
import { deriveEpisodes, type DerivedEpisode } from '../modules/episode/episode.derivation.ts';

let position = 0;

/** A row of a return for a test: cells by column name, dates as `YYYY-MM-DD`; what is not named is blank. */
export function aRow(table: TableName, year: number, cells: Readonly<Record<string, string>>): ReturnedRow {
  return {
    year,
    position: position++,
    cells: tableSpec(table).columns.map(({ name, kind }) => {
      const cell = cells[name] ?? '';
      return kind === 'date' && cell ? formatBritishDate(plainDate(cell)) : cell;
    }),
  };
}

/** A row of Episodes for a test: an unremarkable foster placement under a care order. */
export function anEpisodeRow(
  year: number,
  started: string,
  ended: string,
  cells: Readonly<Record<string, string>> = {},
): ReturnedRow {
  return aRow('Episodes', year, {
    CHILD: 'A1',
    DECOM: started,
    DEC: ended,
    REC: ended ? 'X1' : '',
    RNE: 'P',
    LS: 'C2',
    CIN: 'N1',
    PLACE: 'U6',
    PLACE_PROVIDER: 'PR1',
    PL_POST: 'ZZ1 1AA',
    URN: '1234567',
    ...cells,
  });
}

/** Episodes of one year, derived, each given as [first day, last day or blank, other cells]. */
export function episodesOf(
  ...rows: [started: string, ended: string, cells?: Record<string, string>][]
): DerivedEpisode[] {
  return deriveEpisodes(
    rows.map(([started, ended, cells]) => anEpisodeRow(2024, started, ended, cells)),
    [2024],
  );
}
