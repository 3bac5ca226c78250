import type { RowProblem } from '../reading/return-file.ts';
import type { TableName } from '../tables/tables.ts';

/** A row handed over for checking. */
export interface CheckedRow {
  /** The caller's own name for the row; faults carry it back. */
  readonly ref: string | number;
  readonly file: string;
  readonly line: number;
  /** Cells in the order of the table's columns, as `readReturnFile` leaves them. */
  readonly cells: readonly string[];
  readonly problem?: RowProblem | null;
  /** True for a row that is loaded already and is here so that other rows can be judged: never kept out. */
  readonly isContext?: boolean;
}

/** The rows of a return, by table. A table that is not in the map is not loaded; one with no rows is, and is empty. */
export type ReturnTables = ReadonlyMap<TableName, readonly CheckedRow[]>;

/** What is checked. */
export interface ReturnToCheck {
  /** The collection year: 2024 is 1 April 2023 to 31 March 2024. */
  readonly year: number;
  readonly tables: ReturnTables;
  /** Last year's return of the same authority, for the rules that compare the two. */
  readonly previous?: ReturnTables;
}

/** One fault of one row. */
export interface Fault {
  readonly table: TableName;
  readonly rowRef: string | number;
  readonly file: string;
  readonly line: number;
  /** The columns to look at. */
  readonly fields: readonly string[];
  readonly ruleCode: string;
  /** The rule's words. Never contains a value of the row. */
  readonly message: string;
  readonly whatToDo: string;
  /** The child's local identifier; an empty string when the row has none. */
  readonly childLocalId: string;
  /** True when the row is not to be loaded. */
  readonly keepsRowOut: boolean;
  /** True when the fault lies in a row that was loaded earlier. */
  readonly isContext: boolean;
}

/** A rule that belongs to the year but could not be judged, and why. */
export interface RuleNotRun {
  readonly rule: string;
  readonly reason: string;
}

/** What a check found. */
export interface CheckResult {
  readonly faults: readonly Fault[];
  readonly rulesNotRun: readonly RuleNotRun[];
}

/** The faults found up to here. */
export interface CheckStep {
  readonly childrenChecked: number;
  readonly childrenTotal: number;
  /** Faults of the children checked since the last step. */
  readonly faults: readonly Fault[];
}
