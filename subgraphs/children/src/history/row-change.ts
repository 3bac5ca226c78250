import type { TableName } from '@mainstay/ssda903';
import { collectionYear, parseBritishDate } from '@mainstay/primitives';
import { rowsOf, yearsLoaded, type ChildLife, type HeldReturnRow } from './child-life.ts';
import { cellOf, identityOf, spellColumns, withCells, type SpellTable } from './table-keys.ts';

/** One row to add, to replace or to take out: `before` is null for one that is added, `after` for one taken out. */
export interface RowChange {
  readonly year: number;
  readonly table: TableName;
  readonly before: HeldReturnRow | null;
  readonly after: readonly string[] | null;
}

/** Something that lasts, as it is to be from now on. */
export interface SpellChange {
  readonly table: SpellTable;
  /** The cells of a row that is believed now, or of a new one: what is not in `patch`. */
  readonly cells: readonly string[];
  /** What changes of them. */
  readonly patch: Readonly<Record<string, string>>;
}

/**
 * The rows to write so that every return the child is in, or is to be in, says the same of something that lasts: of
 * years that were imported, of years that have rows of it already, and of the year in which it changed. The return of a
 * year knows nothing of what came after that year.
 *
 * @param targetYear the year in which it changed.
 */
export function changesOfSpell(life: ChildLife, change: SpellChange, targetYear: number): RowChange[] {
  const { table } = change;
  const identity = identityOf(table, change.cells);
  const held = Map.groupBy(
    rowsOf(life, table).filter(({ cells }) => identityOf(table, cells) === identity),
    ({ year }) => year,
  );
  const years = new Set([...yearsLoaded(life, table), ...held.keys(), targetYear]);
  return [...years]
    .toSorted((one, other) => one - other)
    .flatMap((year) => changesInYear(change, year, held.get(year) ?? []));
}

function changesInYear(change: SpellChange, year: number, held: readonly HeldReturnRow[]): RowChange[] {
  const { table } = change;
  const [first = null, ...others] = held;
  const after = rowInYear(table, withCells(table, first?.cells ?? change.cells, change.patch), year);
  const surplus = others.map((before) => ({ year, table, before, after: null }));
  if (first && after && isSame(first.cells, after)) return surplus;
  return first || after ? [{ year, table, before: first, after }, ...surplus] : surplus;
}

/**
 * A row of something that lasts as the return of a year has it: without an end that came later. Null when it is not in
 * that return, having ended before the year or begun after it.
 */
export function rowInYear(table: SpellTable, cells: readonly string[], year: number): string[] | null {
  const { from, to } = collectionYear(year);
  const { start, end, closing } = spellColumns[table];
  const startedOn = parseBritishDate(cellOf(table, cells, start));
  const endedOn = parseBritishDate(cellOf(table, cells, end));
  if (!startedOn || startedOn > to || (endedOn !== null && endedOn < from)) return null;
  if (endedOn === null || endedOn <= to) return [...cells];
  return withCells(table, cells, Object.fromEntries(closing.map((name) => [name, ''])));
}

/** The child's life as it is when the changes are made. */
export function withChanges(life: ChildLife, changes: readonly RowChange[], recordedAt: Date): ChildLife {
  const rows = new Map([...life.rows].map(([table, held]) => [table, [...held]]));
  for (const [index, { table, year, before, after }] of changes.entries()) {
    const held = (rows.get(table) ?? []).filter((row) => row !== before);
    const position = Number.MAX_SAFE_INTEGER - changes.length + index;
    if (after)
      held.push({ table, year, position, cells: after, importId: '', ordinal: index, isRecorded: true, recordedAt });
    rows.set(table, held);
  }
  return { ...life, rows };
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((cell, index) => cell === other[index]);
}
