import { checkOneChild, tables, type CheckedRow, type Fault, type TableName } from '@mainstay/ssda903';
import type { ChildLife } from './child-life.ts';
import { returnOfChild } from './return-of-child.ts';

/** A fault of a child's return of one year. */
export interface FaultOfYear {
  readonly year: number;
  readonly fault: Fault;
}

/** Faults that a change of a child's life brings about: those found after it and not before, in the returns of some years. */
export function newFaults(before: ChildLife, after: ChildLife, years: readonly number[]): FaultOfYear[] {
  return years.flatMap((year) => {
    const known = Map.groupBy(faultsIn(before, year), nameOf);
    const found = Map.groupBy(faultsIn(after, year), nameOf);
    return [...found].flatMap(([name, faults]) =>
      faults.slice(known.get(name)?.length ?? 0).map((fault) => ({ year, fault })),
    );
  });
}

/** All faults of one child's return for a year; tables that were never imported are built from what is on record. */
export function faultsIn(life: ChildLife, year: number): readonly Fault[] {
  const previous = checkedTables(life, year - 1);
  const input = {
    year,
    laCode: life.laCode,
    tables: checkedTables(life, year),
    ...(previous.get('Episodes')?.length ? { previous } : {}),
  };
  return checkOneChild(input, life.localId);
}

/** Tables that are not built of every child's record: without a row they are taken as not there yet. */
const ONCE_A_YEAR: readonly TableName[] = ['OC2', 'OC3', 'AD1'];

function checkedTables(life: ChildLife, year: number): Map<TableName, CheckedRow[]> {
  const found = new Map(returnOfChild(life, year).map(({ table, rows }) => [table, rows]));
  return new Map(
    tables.flatMap(({ name }) => {
      const rows = found.get(name) ?? [];
      if (rows.length === 0 && ONCE_A_YEAR.includes(name)) return [];
      return [
        [
          name,
          rows.map(({ cells }, index) => ({ ref: `${name} ${index}`, file: name, line: index + 2, cells })),
        ] as const,
      ];
    }),
  );
}

/** Faults of one kind. Rows have no names that outlast a change, so faults of a kind are counted. */
function nameOf({ ruleCode, table, fields }: Fault): string {
  return `${ruleCode} ${table} ${fields.join()}`;
}
