import { columnIndex, type ColumnOf, type TableName } from '@mainstay/ssda903';

/** The columns of a table in which something that lasts says when it began and how it ended. */
export interface SpellColumns {
  readonly start: string;
  readonly end: string;
  /** What the return of a year leaves blank where the end lies after that year. */
  readonly closing: readonly string[];
}

/** Tables of what lasts: its row comes back in the return of every year in which it lasts. */
export const spellColumns = {
  Episodes: { start: 'DECOM', end: 'DEC', closing: ['DEC', 'REC', 'REASON_PLACE_CHANGE'] },
  SWEpisodes: { start: 'SW_DECOM', end: 'SW_DEC', closing: ['SW_DEC'] },
  Missing: { start: 'MIS_START', end: 'MIS_END', closing: ['MIS_END'] },
  DoLo: { start: 'DOLO_START', end: 'DOLO_END', closing: ['DOLO_END'] },
} as const satisfies Partial<Record<TableName, SpellColumns>>;

/** A table of what lasts. */
export type SpellTable = keyof typeof spellColumns;

/** The columns that say, beside CHILD, what of a child a row is about. A table that is left out has one row for a child. */
const keyColumns: Partial<Record<TableName, readonly string[]>> = {
  Episodes: ['DECOM'],
  SWEpisodes: ['SW_DECOM', 'SW_ID'],
  Reviews: ['REVIEW'],
  Missing: ['MIS_START'],
  PlacedAdoption: ['DATE_PLACED'],
  DoLo: ['DOLO_START'],
};

/** What a row is about: two rows of one table and one year with the same identity say something of the same thing. */
export function identityOf(table: TableName, cells: readonly string[]): string {
  return ['CHILD', ...(keyColumns[table] ?? [])].map((name) => cells[indexOf(table, name)] ?? '').join('\u001f');
}

/** Where a column stands in the cells of a row; -1 where the table has none of that name. */
export function indexOf(table: TableName, name: string): number {
  return columnIndex(table, name as ColumnOf<TableName>);
}

/** The cell of a column. */
export function cellOf(table: TableName, cells: readonly string[], name: string): string {
  return cells[indexOf(table, name)] ?? '';
}

/** The cells with some of them changed. */
export function withCells(
  table: TableName,
  cells: readonly string[],
  patch: Readonly<Record<string, string>>,
): string[] {
  const changed = [...cells];
  for (const [name, value] of Object.entries(patch)) changed[indexOf(table, name)] = value;
  return changed;
}
