import { columnIndex, type TableName } from '../tables/tables.ts';
import { checkReturn } from './check-return.ts';
import type { Fault } from './fault.ts';
import { returnFacts } from './return-facts.ts';
import type { CheckedRow, ReturnTables, ReturnToCheck } from './return-to-check.ts';

/**
 * All faults of one child, for checking again after a change: a few milliseconds at most.
 *
 * The tables may hold that child's rows only, with an empty list for every other table that is loaded; then `facts` of
 * the whole return go with them, or what lies between children is not judged. They may also hold the whole return, at
 * the cost of looking through it.
 *
 * @param localId the child's local identifier, as the rows have it.
 */
export function checkOneChild(input: ReturnToCheck, localId: string): readonly Fault[] {
  const { previous, earlierEpisodes, facts = returnFacts(input.tables) } = input;
  return checkReturn({
    ...input,
    tables: rowsOfChild(input.tables, localId),
    ...(previous ? { previous: rowsOfChild(previous, localId) } : {}),
    ...(earlierEpisodes ? { earlierEpisodes: rowsIn('Episodes', earlierEpisodes, localId) } : {}),
    facts,
  }).faults;
}

/** The rows of one child; a table in which the child has none stays, because it is loaded. */
function rowsOfChild(tables: ReturnTables, localId: string): ReturnTables {
  return new Map([...tables].map(([table, rows]) => [table, rowsIn(table, rows, localId)]));
}

function rowsIn(table: TableName, rows: readonly CheckedRow[], localId: string): readonly CheckedRow[] {
  const at = columnIndex(table, 'CHILD');
  return rows.filter(({ cells }) => cells[at] === localId);
}
