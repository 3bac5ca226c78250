import type { CodeSetName } from '../code-sets/code-set.ts';

/**
 * How badly a row needs a column.
 *
 * `key`: the row cannot be placed without it (a blank keeps the row out); `mandatory`: always expected;
 * `conditional`: expected when other values say so, which is for the rules to judge.
 */
export type Need = 'key' | 'mandatory' | 'conditional';

/** What a cell holds: a local identifier, free text, a postcode, a date, a code of a set, or a whole number. */
export type ColumnSpec = { readonly name: string; readonly title: string; readonly need: Need } & (
  | { readonly kind: 'identifier' | 'text' | 'postcode' | 'date' | 'partial-date' | 'number' }
  | { readonly kind: 'code'; readonly codeSet: CodeSetName }
);

/** One table of the return: a CSV file of its own. */
export interface TableSpec {
  /** The name the published rules use. */
  readonly name: string;
  /** The file it is written to. A file that is read is recognised by its columns, never by its name. */
  readonly fileName: string;
  readonly title: string;
  /** Columns in the order of the file; every row's `cells` keep this order. */
  readonly columns: readonly ColumnSpec[];
  /** True when a child may have one row only. */
  readonly isOncePerChild: boolean;
  /** The first collection year the table belongs to; null when it was always there. */
  readonly collectedSince: number | null;
}
