import { checkReturn } from '../checking/check-return.ts';
import type { Fault } from '../checking/fault.ts';
import type { CheckedRow, ReturnTables } from '../checking/return-to-check.ts';
import type { RowProblem } from '../reading/return-file.ts';
import { exampleAuthority, examplePostcodes, exampleProviders } from './example-reference.ts';
import { tables, type ColumnOf, type TableName } from '../tables/tables.ts';

/** The cells of an example row that matter; the others are blank, and CHILD is A1 unless given. */
export type ExampleRow<T extends TableName> = Partial<Record<ColumnOf<T>, string>> & {
  readonly problem?: RowProblem;
  /** What the XML form says in UASC of a header row. */
  readonly uasc?: string;
};

/** Rows by table. */
export type ExampleTables = { readonly [T in TableName]?: readonly ExampleRow<T>[] };

/** A return that a rule lets pass, and one that it objects to. */
export interface RuleExample {
  /** The collection year; 2025 unless given. */
  readonly year?: number;
  readonly passes: ExampleTables;
  readonly fails: ExampleTables;
  /** Last year's return, for rules that compare. */
  readonly previous?: ExampleTables;
  /** Last year's return of the failing example, when it is another. */
  readonly failsPrevious?: ExampleTables;
  /** Episodes of still earlier returns. */
  readonly earlier?: readonly ExampleRow<'Episodes'>[];
  /** Those of the failing example, when they are others. */
  readonly failsEarlier?: readonly ExampleRow<'Episodes'>[];
  /** True when the failing row is kept out. */
  readonly keepsRowOut?: boolean;
}

/** Examples by rule code: several where a boundary or an earlier form of the rule has two sides to show. */
export type RuleExamples = Readonly<Record<string, RuleExample | readonly RuleExample[]>>;

/** A return in which every table is loaded, most of them empty. */
export function exampleReturn(example: ExampleTables): ReturnTables {
  const rowsOf = (table: (typeof tables)[number]): CheckedRow[] => {
    const rows = (example[table.name] ?? []) as readonly (Readonly<Record<string, string>> & {
      problem?: RowProblem;
      uasc?: string;
    })[];
    return rows.map((row, index) => ({
      ref: `${table.name}:${index}`,
      file: table.fileName,
      line: index + 2,
      cells: table.columns.map(({ name }) => row[name] ?? (name === 'CHILD' ? 'A1' : '')),
      problem: row.problem ?? null,
      ...(row.uasc === undefined ? {} : { uasc: row.uasc }),
    }));
  };
  return new Map(tables.map((table) => [table.name, rowsOf(table)]));
}

/**
 * The faults of an example, of one rule when its code is given.
 *
 * It is the return of `exampleAuthority`, judged with a small synthetic list of providers and directory of postcodes.
 */
export function faultsOf(
  example: ExampleTables,
  options: {
    year?: number;
    code?: string;
    previous?: ExampleTables;
    earlier?: readonly ExampleRow<'Episodes'>[];
  } = {},
): readonly Fault[] {
  const { faults } = checkReturn({
    year: options.year ?? 2025,
    tables: exampleReturn(example),
    laCode: exampleAuthority,
    providers: exampleProviders,
    postcodes: examplePostcodes,
    ...(options.previous ? { previous: exampleReturn(options.previous) } : {}),
    earlierEpisodes: exampleReturn({ Episodes: options.earlier ?? [] }).get('Episodes') ?? [],
  });
  return options.code === undefined ? faults : faults.filter((fault) => fault.ruleCode === options.code);
}
