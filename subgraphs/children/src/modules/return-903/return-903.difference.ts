import { hash } from 'node:crypto';

/** A row of a return that is to be held from now on. */
export interface AcceptedRow {
  readonly table: string;
  readonly childLocalId: string;
  readonly cells: readonly string[];
  readonly file: string;
  /** Its number among the rows sent. */
  readonly ref?: number;
}

/** A row of a return as it is held now, without its cells. */
export interface HeldRow {
  readonly table: string;
  /** `rowKey` of its cells. */
  readonly key: string;
  readonly childLocalId: string;
  readonly position: number;
  readonly importId: string;
  readonly ordinal: number;
  /** True for a row that stays though it is not sent again: one that was recorded in the platform. */
  readonly stays?: boolean;
}

/** An accepted row with its key and its place in the table. */
export type PlacedRow = AcceptedRow & { readonly key: string; readonly position: number };

/** What accepting rows changes of what is held. */
export interface ReturnDifference {
  readonly added: readonly PlacedRow[];
  readonly removed: readonly HeldRow[];
  /** Rows that stay, wherever they stand in their table now. */
  readonly unchanged: readonly HeldRow[];
  /** Rows that stay but stand elsewhere in their table now. */
  readonly moved: readonly { readonly held: HeldRow; readonly position: number }[];
  /** Tables accepted that were not imported for the year before. */
  readonly newTables?: readonly string[];
  /** Tables accepted, with the number of rows they hold from now on. */
  readonly tables: ReadonlyMap<string, { held: number; added: number; removed: number; unchanged: number }>;
}

/** What makes two rows of one table the same row: the first 16 bytes of SHA-256 over the cells, as hexadecimal. */
export function rowKey(cells: readonly string[]): string {
  return hash('sha256', cells.join('\u001f'), 'hex').slice(0, 32);
}

/**
 * Compares the rows of the tables that were sent with what is held of those tables. The rows sent replace a table; a
 * table of which no row was sent stays as it is. A row that comes twice counts once. Rows that stay though they are not
 * sent come after those that are.
 *
 * @param empty tables that were sent and have no row: nothing of them is held from now on.
 */
export function differenceOf(
  accepted: readonly AcceptedRow[],
  held: readonly HeldRow[],
  empty: readonly string[] = [],
): ReturnDifference {
  const tables = new Map<string, { held: number; added: number; removed: number; unchanged: number }>();
  for (const table of empty) countsOf(tables, table);
  const heldByKey = new Map(held.map((row) => [`${row.table} ${row.key}`, row]));
  const seen = new Set<string>();
  const added: PlacedRow[] = [];
  const unchanged: HeldRow[] = [];
  const moved: { held: HeldRow; position: number }[] = [];

  for (const row of accepted) {
    const key = rowKey(row.cells);
    const name = `${row.table} ${key}`;
    if (seen.has(name)) continue;
    seen.add(name);
    const counts = countsOf(tables, row.table);
    const position = counts.held++;
    const before = heldByKey.get(name);
    if (!before) {
      counts.added++;
      added.push({ ...row, key, position });
      continue;
    }
    counts.unchanged++;
    unchanged.push(before);
    if (before.position !== position) moved.push({ held: before, position });
  }
  const notSent = held.filter((row) => tables.has(row.table) && !seen.has(`${row.table} ${row.key}`));
  const removed = notSent.filter(({ stays }) => !stays);
  for (const row of notSent.filter(({ stays }) => stays).toSorted((one, other) => one.position - other.position)) {
    const position = countsOf(tables, row.table).held++;
    if (row.position !== position) moved.push({ held: row, position });
  }
  for (const row of removed) countsOf(tables, row.table).removed++;
  return { added, removed, unchanged, moved, tables };
}

function countsOf(
  tables: Map<string, { held: number; added: number; removed: number; unchanged: number }>,
  table: string,
): { held: number; added: number; removed: number; unchanged: number } {
  const counts = tables.get(table) ?? { held: 0, added: 0, removed: 0, unchanged: 0 };
  tables.set(table, counts);
  return counts;
}
