import { tableSpec, type TableName } from '@mainstay/ssda903';
import { parseBritishDate, type PlainDate } from '@mainstay/primitives';
import { believedEpisodes, type BelievedEpisode } from '../modules/episode/episode.derivation.ts';
import type { ReturnedRow } from './child-returns.ts';
import { deriveChildHistory, type ChildHistory } from './derive-child-history.ts';
import { cellOf } from './table-keys.ts';

/** A row of a child's return as it is held now. */
export interface HeldReturnRow extends ReturnedRow {
  readonly table: TableName;
  readonly importId: string;
  readonly ordinal: number;
  /** True when it was recorded in the platform. */
  readonly isRecorded: boolean;
  readonly recordedAt: Date;
}

/** Rows of one child by table. */
export type RowsOfLife = ReadonlyMap<TableName, readonly HeldReturnRow[]>;

/** Everything that is held of one child, of all years and tables, and which tables were imported. */
export interface ChildLife {
  readonly laCode: string;
  readonly localId: string;
  readonly rows: RowsOfLife;
  readonly loadedYears: ReadonlyMap<TableName, readonly number[]>;
}

/** The rows of a table, of whatever year. */
export function rowsOf({ rows }: Pick<ChildLife, 'rows'>, table: TableName): readonly HeldReturnRow[] {
  return rows.get(table) ?? [];
}

/** The collection years of which a table was imported. */
export function yearsLoaded({ loadedYears }: Pick<ChildLife, 'loadedYears'>, table: TableName): readonly number[] {
  return loadedYears.get(table) ?? [];
}

/** The newest year's row of a table of which a child has one. */
export function newestRow(life: Pick<ChildLife, 'rows'>, table: TableName): HeldReturnRow | null {
  return rowsOf(life, table).reduce<HeldReturnRow | null>(
    (best, row) => (best && best.year > row.year ? best : row),
    null,
  );
}

/** The child's date of birth as the newest Header has it. */
export function dateOfBirthIn(life: Pick<ChildLife, 'rows'>): PlainDate | null {
  const header = newestRow(life, 'Header');
  return header && parseBritishDate(cellOf('Header', header.cells, 'DOB'));
}

/** What is worked out of a life is asked for many times while its returns are built. */
const histories = new WeakMap<ChildLife, ChildHistory | null>();
const episodes = new WeakMap<ChildLife, readonly BelievedEpisode[]>();

/** The child's history as the rows have it; null when no Header names the child. */
export function historyOf(life: ChildLife): ChildHistory | null {
  return remembered(histories, life, () => deriveChildHistory({ ...life, recordedAt: new Date(0) }));
}

/** The child's episodes with the rows they are believed from, oldest first. */
export function episodesOf(life: ChildLife): readonly BelievedEpisode[] {
  return remembered(episodes, life, () => believedEpisodes(rowsOf(life, 'Episodes'), yearsLoaded(life, 'Episodes')));
}

function remembered<Value>(known: WeakMap<ChildLife, Value>, life: ChildLife, make: () => Value): Value {
  const before = known.get(life);
  if (before !== undefined) return before;
  const made = make();
  known.set(life, made);
  return made;
}

/** The episode that lasts now, with the row it is believed from; null when the child is not in care. */
export function openEpisode(life: ChildLife): BelievedEpisode | null {
  const last = episodesOf(life).at(-1);
  return last && last.episode.endedOn === null ? last : null;
}

/** The cells of a row to add: those named, all others blank. */
export function newCells(table: TableName, cells: Readonly<Record<string, string>>): string[] {
  return tableSpec(table).columns.map(({ name }) => cells[name] ?? '');
}
