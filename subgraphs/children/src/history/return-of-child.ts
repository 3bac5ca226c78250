import { isCollectedIn, isValidCode, tables, type TableName } from '@mainstay/ssda903';
import { collectionYear, formatBritishDate, parseBritishDate, type Period } from '@mainstay/primitives';
import {
  episodesOf,
  historyOf,
  newCells,
  newestRow,
  rowsOf,
  yearsLoaded,
  type ChildLife,
  type HeldReturnRow,
} from './child-life.ts';
import { rowInYear } from './row-change.ts';
import { cellOf, identityOf, withCells, type SpellTable } from './table-keys.ts';

/** One table of one child's return. */
export interface TableOfChild {
  readonly table: TableName;
  /** True when the table was never imported for the year and is built from what is on record. */
  readonly isBuilt: boolean;
  readonly rows: readonly RowOfReturn[];
}

/** A row of a return as it goes out. */
export interface RowOfReturn {
  readonly cells: readonly string[];
  /** True when it was recorded or corrected in the platform, or is built. */
  readonly isRecorded: boolean;
  readonly position: number;
}

/** Tables that other records than rows of returns say something for. */
export type TableElsewhere = 'OC2' | 'OC3' | 'AD1' | 'PlacedAdoption';

function isElsewhere(table: TableName): table is TableElsewhere {
  return ['OC2', 'OC3', 'AD1', 'PlacedAdoption'].includes(table);
}

/** Cells by column, but for CHILD and DOB. */
type CellsSaid = Readonly<Record<string, string>>;

/** What other records than rows of returns say of one child for a table of a year. */
export type RecordedElsewhere = (table: TableElsewhere, year: number) => readonly CellsSaid[];

/**
 * The return of one child for a year: a table that was imported as it is held, with what was recorded since; a table of a
 * year that was imported without it, what was recorded in the platform for that year; a year whose episodes were never
 * imported, built from what is on record of all years. Tables that hold nothing of the child are left out.
 */
export function returnOfChild(life: ChildLife, year: number, elsewhere: RecordedElsewhere = () => []): TableOfChild[] {
  const isInCare = episodesInYear(life, year).length > 0;
  return tables.flatMap(({ name: table }) => {
    if (!isCollectedIn(table, year)) return [];
    const isBuilt = !yearsLoaded(life, table).includes(year);
    const rows = isBuilt ? built(life, { table, year, isInCare, elsewhere }) : heldIn(life, table, year);
    return rows.length > 0 ? [{ table, isBuilt, rows }] : [];
  });
}

function heldIn(life: ChildLife, table: TableName, year: number): RowOfReturn[] {
  return rowsOf(life, table)
    .filter((row) => row.year === year)
    .toSorted((one, other) => one.position - other.position);
}

interface Asked {
  readonly table: TableName;
  readonly year: number;
  readonly isInCare: boolean;
  readonly elsewhere: RecordedElsewhere;
}

function built(life: ChildLife, asked: Asked): RowOfReturn[] {
  return cellsOf(life, asked).map((cells, position) => ({ cells, position, isRecorded: true }));
}

function cellsOf(life: ChildLife, { table, year, isInCare, elsewhere }: Asked): (readonly string[])[] {
  const ofYear = heldIn(life, table, year).map(({ cells }) => cells);
  // Of a year that was imported, what other years say of a table that was not sent is nothing that came in.
  if (yearsLoaded(life, 'Episodes').includes(year)) {
    return ofYear.length > 0 || !isElsewhere(table) ? ofYear : said(life, table, elsewhere(table, year));
  }
  switch (table) {
    case 'Header':
      return isInCare || isLeaverIn(life, year, elsewhere) ? oncePerChild(life, 'Header', year) : [];
    case 'UASC':
      return isInCare ? oncePerChild(life, 'UASC', year).filter((cells) => isUascIn(cells, collectionYear(year))) : [];
    case 'PrevPerm':
      return isInCare ? oncePerChild(life, 'PrevPerm', year) : [];
    case 'Episodes':
      return episodesInYear(life, year);
    case 'SWEpisodes':
    case 'Missing':
    case 'DoLo':
      return spellsInYear(life, table, year);
    case 'Reviews':
      return eventsInYear(life, 'Reviews', { column: 'REVIEW', year });
    case 'OC2':
    case 'OC3':
    case 'AD1':
      return ofYear.length > 0 ? ofYear : said(life, table, elsewhere(table, year));
    case 'PlacedAdoption':
      return isInCare ? decisionsInYear(life, year, elsewhere) : [];
  }
}

/** Rows made of what was said, with the child's number and date of birth. */
function said(life: ChildLife, table: TableElsewhere, cells: readonly CellsSaid[]): string[][] {
  const header = newestRow(life, 'Header');
  if (!header) return [];
  const who = { CHILD: life.localId, DOB: cellOf('Header', header.cells, 'DOB') };
  return cells.map((one) => newCells(table, { ...one, ...who }));
}

/** The newest row of a table with one row for a child, in the codes of the year. */
function oncePerChild(life: ChildLife, table: 'Header' | 'UASC' | 'PrevPerm', year: number): string[][] {
  const newest = newestRow(life, table);
  if (!newest) return [];
  return [
    table === 'PrevPerm'
      ? [...newest.cells]
      : withCells(table, newest.cells, { SEX: sexIn(year, cellOf(table, newest.cells, 'SEX')) }),
  ];
}

const sexCodes: Readonly<Record<string, string>> = { '1': 'M', '2': 'F', M: '1', F: '2' };

/** The code of a sex in the return of a year: the codes changed in 2025. */
export function sexIn(year: number, sex: string): string {
  const other = sexCodes[sex];
  return !isValidCode('SEX', sex, year) && other && isValidCode('SEX', other, year) ? other : sex;
}

function isUascIn(cells: readonly string[], { from }: Period): boolean {
  const ceasedOn = parseBritishDate(cellOf('UASC', cells, 'DUC'));
  return ceasedOn === null || ceasedOn >= from;
}

function isLeaverIn(life: ChildLife, year: number, elsewhere: RecordedElsewhere): boolean {
  return rowsOf(life, 'OC3').some((row) => row.year === year) || elsewhere('OC3', year).length > 0;
}

/** The episodes that overlap the year, as its return has them, with the ends that follow from later returns. */
function episodesInYear(life: ChildLife, year: number): string[][] {
  const episodes = episodesOf(life);
  return episodes.flatMap(({ row, episode }, index) => {
    const next = episodes[index + 1]?.episode;
    const goesOn = next !== undefined && next.startedOn === episode.endedOn && next.reasonStarted !== 'S';
    const ended = {
      DEC: episode.endedOn ? formatBritishDate(episode.endedOn) : '',
      REC: episode.reasonEnded ?? (goesOn ? 'X1' : ''),
    };
    const cells = rowInYear('Episodes', withCells('Episodes', row.cells, ended), year);
    return cells ? [cells] : [];
  });
}

/** Of each thing that lasts the newest row, where it overlaps the year. */
function spellsInYear(life: ChildLife, table: Exclude<SpellTable, 'Episodes'>, year: number): string[][] {
  const ends = table === 'SWEpisodes' ? endsOfWorkers(life) : null;
  return newestOfEach(rowsOf(life, table)).flatMap(({ cells }) => {
    const end = ends?.get(identityOf(table, cells));
    const row = rowInYear(table, end === undefined ? cells : withCells(table, cells, { SW_DEC: end }), year);
    return row ? [row] : [];
  });
}

/** When each worker's time ended, as the whole history has it: by the identity of the row. */
function endsOfWorkers(life: ChildLife): Map<string, string> {
  const workers = historyOf(life)?.socialWorkerEpisodes ?? [];
  return new Map(
    workers.map(({ workerId, startedOn, endedOn }) => [
      [life.localId, formatBritishDate(startedOn), workerId].join('\u001f'),
      endedOn ? formatBritishDate(endedOn) : '',
    ]),
  );
}

function eventsInYear(
  life: ChildLife,
  table: 'Reviews',
  { column, year }: { column: string; year: number },
): (readonly string[])[] {
  const { from, to } = collectionYear(year);
  return newestOfEach(rowsOf(life, table)).flatMap(({ cells }) => {
    const day = parseBritishDate(cellOf(table, cells, column));
    return day && day >= from && day <= to ? [cells] : [];
  });
}

/** Decisions to place for adoption that stood in the year: of rows where there are any, else of other records. */
function decisionsInYear(life: ChildLife, year: number, elsewhere: RecordedElsewhere): (readonly string[])[] {
  const { from, to } = collectionYear(year);
  const rows = newestOfEach(rowsOf(life, 'PlacedAdoption'));
  if (rows.length === 0) return said(life, 'PlacedAdoption', elsewhere('PlacedAdoption', year));
  return rows.flatMap(({ cells }) => {
    const decided = parseBritishDate(cellOf('PlacedAdoption', cells, 'DATE_PLACED'));
    const ceased = parseBritishDate(cellOf('PlacedAdoption', cells, 'DATE_PLACED_CEASED'));
    if (!decided || decided > to || (ceased && ceased < from)) return [];
    const isLater = ceased !== null && ceased > to;
    const open = { DATE_PLACED_CEASED: '', REASON_PLACED_CEASED: '' };
    return [isLater ? withCells('PlacedAdoption', cells, open) : cells];
  });
}

/** Of each thing that rows are about, the row of the newest year, in the order of their first rows. */
function newestOfEach(rows: readonly HeldReturnRow[]): HeldReturnRow[] {
  const found = new Map<string, HeldReturnRow>();
  for (const row of rows) {
    const key = identityOf(row.table, row.cells);
    const held = found.get(key);
    if (!held || row.year >= held.year) found.set(key, row);
  }
  return [...found.values()];
}
