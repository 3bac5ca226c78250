import type { Fault } from '../checking/fault.ts';
import type { TableName } from '../tables/tables.ts';

/** Where a suggested value comes from. */
export type SuggestionSource =
  'PROVIDER_LIST' | 'HEADER' | 'ROW_BEFORE' | 'ROW_AFTER' | 'LAST_YEAR' | 'CODE_RENAMED' | 'DATES_SWAPPED' | 'BLANK';

/** Cells to write into a row, by column. */
export type CellPatch = Readonly<Record<string, string>>;

/** A change of a row that was not tried yet. */
export interface Candidate {
  readonly patch: CellPatch;
  readonly source: SuggestionSource;
}

/** A change of a row that puts a fault right: it was tried. */
export interface Suggestion extends Candidate {
  readonly table: TableName;
  /** The row, as the caller names it. */
  readonly rowRef: string | number;
  /** Every fault of the child that is gone with it, the one it was asked for among them. */
  readonly fixes: readonly Fault[];
  /** Faults that come with it. */
  readonly brings: readonly Fault[];
}
