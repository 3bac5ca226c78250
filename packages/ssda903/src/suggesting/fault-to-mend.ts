import type { Fault } from '../checking/fault.ts';
import type { CheckedRow, ReturnToCheck } from '../checking/return-to-check.ts';
import { tableSpec, type TableName } from '../tables/tables.ts';
import type { Candidate, SuggestionSource } from './suggestion.ts';

/** What a fault is put right from: one child's return and the row at fault. */
export interface FaultToMend {
  readonly fault: Fault;
  readonly row: CheckedRow;
  /** The child's rows; of other children none. */
  readonly input: ReturnToCheck;
}

/** The cell of a column; empty text where the table has none of that name. */
export function cellIn(table: TableName, cells: readonly string[], name: string): string {
  return cells[tableSpec(table).columns.findIndex((column) => column.name === name)] ?? '';
}

/** A candidate where its cells say something, and something else than the row. */
export function differing(
  table: TableName,
  { cells }: CheckedRow,
  patch: Candidate['patch'],
  source: SuggestionSource,
): Candidate[] {
  const entries = Object.entries(patch);
  const saysSomething = source === 'BLANK' || entries.every(([, value]) => value !== '');
  const changes = entries.some(([name, value]) => cellIn(table, cells, name) !== value);
  return saysSomething && changes ? [{ patch, source }] : [];
}
