import { hash } from 'node:crypto';
import type { CheckedRow, Fault } from '@mainstay/ssda903';
import { rowKey } from '../return-903/return-903.difference.ts';
import type { RowsToJudge } from './return-check.rows.ts';

/** A fault as a check finds it. */
export interface CheckedFault {
  readonly id: string;
  readonly childLocalId: string;
  readonly ruleCode: string;
  readonly table: string;
  /** The hash of the row, as hexadecimal. */
  readonly rowHash: string;
  readonly fields: readonly string[];
  readonly whatToDo: string;
  readonly isPreviousYear: boolean;
}

/** A fault with the row it is about. */
export interface FaultOfRow {
  readonly fault: Fault;
  readonly row: CheckedRow;
}

/** Faults with the rows they are about. One whose row is not among those judged is left out: there is none. */
export function withRows(faults: readonly Fault[], { tables, previous }: RowsToJudge): FaultOfRow[] {
  const byRef = new Map<string | number, CheckedRow>();
  for (const rows of [...tables.values(), ...(previous?.values() ?? [])])
    for (const row of rows) byRef.set(row.ref, row);
  return faults.flatMap((fault) => {
    const row = byRef.get(fault.rowRef);
    return row ? [{ fault, row }] : [];
  });
}

/**
 * What a check puts on record of a fault. Its id is made of the authority, the year, the rule, the columns and the cells of
 * the row: the same fault of the same row has the same id whenever it is found.
 */
export function checkedFault(
  { laCode, year }: { laCode: string; year: number },
  { fault, row }: FaultOfRow,
): CheckedFault {
  const rowHash = rowKey(row.cells);
  const { ruleCode, table, fields, isPreviousYear, whatToDo, childLocalId } = fault;
  const named = [ruleCode, table, rowHash, fields.join(' '), String(isPreviousYear)].join('\u001f');
  const id = `${laCode}.${year}.${hash('sha256', named, 'hex').slice(0, 24)}`;
  return { id, childLocalId, ruleCode, table, rowHash, fields, whatToDo, isPreviousYear };
}
