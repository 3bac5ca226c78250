import type { TableName } from '../tables/tables.ts';

/** One fault of one row. */
export interface Fault {
  readonly table: TableName;
  /** The caller's name for the row. */
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
  /**
   * True when table, row, file and line are those of last year's return, because this year's has no row to point at: a
   * child or an incident that should have come back and did not. Such a row is context too and never kept out.
   */
  readonly isPreviousYear: boolean;
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

/** How far a check has come, and what the children checked since the last step have. */
export interface CheckStep {
  readonly childrenChecked: number;
  readonly childrenTotal: number;
  readonly faults: readonly Fault[];
}
