import { spreadsheetCell } from './write-faults.ts';

/** A fault of a return that is worked on: what is wrong, and what became of it. */
export interface ListedFault {
  readonly childLocalId: string;
  readonly ruleCode: string;
  readonly table: string;
  readonly fields: readonly string[];
  readonly message: string;
  readonly whatToDo: string;
  /** `open`, `accepted`. */
  readonly state: string;
  /** Why it was accepted; empty text when it was not. */
  readonly reason: string;
}

const COLUMNS = ['child', 'rule', 'table', 'field', 'state', 'reason', 'message', 'what_to_do'];

/** The faults of a return as the text of a CSV file, one a line, as `writeFaults` writes it. */
export function writeFaultList(faults: Iterable<ListedFault>): string {
  const lines = [COLUMNS.join(',')];
  for (const { childLocalId, ruleCode, table, fields, state, reason, message, whatToDo } of faults) {
    const cells = [childLocalId, ruleCode, table, fields.join(' '), state, reason, message, whatToDo];
    lines.push(cells.map(spreadsheetCell).join(','));
  }
  return `${lines.join('\r\n')}\r\n`;
}
