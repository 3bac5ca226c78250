import type { RowProblem } from '../reading/return-file.ts';
import type { PostcodeDirectory } from '../reference/postcodes.ts';
import type { ProviderList } from '../reference/providers.ts';
import type { TableName } from '../tables/tables.ts';
import type { ReturnFacts } from './return-facts.ts';

/** A row handed over for checking. */
export interface CheckedRow {
  /** The caller's own name for the row; faults carry it back. */
  readonly ref: string | number;
  readonly file: string;
  readonly line: number;
  /** Cells in the order of the table's columns, as `readReturnFile` leaves them. */
  readonly cells: readonly string[];
  readonly problem?: RowProblem | null;
  /** What the XML form says in `UASC` of `HEADER`; not there for rows of other forms and other tables. */
  readonly uasc?: string;
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
  /**
   * Episodes of the same authority's returns before last year's, as many as are held: the rules on care leavers and on
   * adoption look for care that ended long ago. They are only looked at, so no fault points at them.
   */
  readonly earlierEpisodes?: readonly CheckedRow[];
  /** The ONS code of the authority whose return it is (`E09000033`), for the rules that ask whose placement it is. */
  readonly laCode?: string;
  /** Ofsted's list of providers, for the rules that look settings up. */
  readonly providers?: ProviderList;
  /** Where postcodes lie, for the rules on the authority and distance of placements. */
  readonly postcodes?: PostcodeDirectory;
  /** Facts of the whole return, when `tables` holds some of its children only; worked out of `tables` when left out. */
  readonly facts?: ReturnFacts;
}
