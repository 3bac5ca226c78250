import { columnIndex } from '@mainstay/ssda903';
import type { ReturnDifference } from '../return-903/return-903.difference.ts';
import type { CheckedReturn } from './import-903.checking.ts';
import type { Import903Entity, ImportedFile, ImportedTable } from './import-903.entity.ts';
import type { ReceivedReturn } from './import-903.reading.ts';

/** What became of a table's rows, counted. */
export type RowCounts = Omit<ImportedTable, 'table'>;

/** The same; what became of none is left out. */
export type SomeCounts = Partial<Record<keyof RowCounts, number>>;

/** What became of the rows of one child, or of several together. */
export interface Tally {
  /** Rows by the name of the file. */
  readonly files: ReadonlyMap<string, number>;
  readonly tables: ReadonlyMap<string, SomeCounts>;
}

const none: RowCounts = {
  rowsRead: 0,
  rowsAdded: 0,
  rowsRemoved: 0,
  rowsUnchanged: 0,
  rowsKeptOut: 0,
  rowsWithFault: 0,
};

/**
 * What became of each child's rows, by the authority's own number for the child; rows that name no child are under empty
 * text, which is always there. Together they are what became of the return.
 */
export function tallyByChild(found: {
  received: ReceivedReturn;
  checked: CheckedReturn;
  difference: ReturnDifference;
}): Map<string, Tally> {
  const { received, checked, difference } = found;
  const tallies = new Map<string, { files: Map<string, number>; tables: Map<string, SomeCounts> }>();
  const of = (child: string) => {
    const tally = tallies.get(child) ?? { files: new Map<string, number>(), tables: new Map<string, SomeCounts>() };
    tallies.set(child, tally);
    return tally;
  };
  const count = (child: string, table: string, what: keyof RowCounts): void => {
    const { tables } = of(child);
    const counts = tables.get(table) ?? {};
    tables.set(table, counts);
    counts[what] = (counts[what] ?? 0) + 1;
  };
  of('');
  for (const [table, rows] of received.tables) {
    const column = columnIndex(table, 'CHILD');
    for (const { cells, file, ref } of rows) {
      const child = cells[column] ?? '';
      const { files } = of(child);
      files.set(file, (files.get(file) ?? 0) + 1);
      count(child, table, 'rowsRead');
      if (checked.keptOut.has(ref)) count(child, table, 'rowsKeptOut');
      if (checked.withFault.has(ref)) count(child, table, 'rowsWithFault');
    }
  }
  for (const { childLocalId, table } of difference.added) count(childLocalId, table, 'rowsAdded');
  for (const { childLocalId, table } of difference.removed) count(childLocalId, table, 'rowsRemoved');
  for (const { childLocalId, table } of difference.unchanged) count(childLocalId, table, 'rowsUnchanged');
  return tallies;
}

/** What became of each table's rows, as far as a tally goes. A table of which it has no row is not there. */
export function tablesOf({ tables }: Pick<Import903Entity, 'tables'>, tally: Tally): ImportedTable[] {
  return tables.flatMap(({ table }) => {
    const counts = tally.tables.get(table);
    return counts ? [{ ...none, ...counts, table }] : [];
  });
}

/**
 * How many rows each file has, as far as a tally goes. Of files of one name the first are taken to hold what is left
 * out; a file that is no table's names no child.
 */
export function filesOf({ files }: Pick<Import903Entity, 'files'>, tally: Tally): ImportedFile[] {
  const left = new Map(tally.files);
  return files
    .toReversed()
    .map((file): ImportedFile => {
      if (file.table === null) return file;
      const rows = Math.min(file.rows, left.get(file.name) ?? 0);
      left.set(file.name, (left.get(file.name) ?? 0) - rows);
      return { ...file, rows };
    })
    .toReversed();
}
