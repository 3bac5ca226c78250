import { collectionYear } from '@mainstay/primitives';
import { expect, test } from 'vitest';
import { ChildRows, type RowsByTable } from '../checking/child-rows.ts';
import { returnFacts } from '../checking/return-facts.ts';
import { ReturnRow } from '../checking/return-row.ts';
import { exampleAuthority, examplePostcodes, exampleProviders } from '../testing/example-reference.ts';
import { randomReturn } from '../testing/random-return.ts';
import { tableSpec, type ColumnOf, type TableName } from '../tables/tables.ts';
import { rulesFor } from './rules.ts';
import type { CheckContext } from './rule.ts';

/** How often the cells of its rows were read. */
let reads = 0;

/** A row that counts how often it is read. */
class CountedRow<T extends TableName> extends ReturnRow<T> {
  override value(column: ColumnOf<T>): string {
    reads += 1;
    return super.value(column);
  }

  override date(column: ColumnOf<T>) {
    reads += 1;
    return super.date(column);
  }
}

/** A random return as if all its rows were one child's; tables that hold a child once keep one row. */
function rowsOfOneChild(year: number, most: number, isPreviousYear = false): RowsByTable {
  const rows = [...randomReturn(year, year, most / 4)].map(([table, all]) => {
    const kept = tableSpec(table).isOncePerChild ? all.slice(0, 1) : all;
    return [table, kept.map((row) => new CountedRow(table, row, isPreviousYear))] as const;
  });
  return new Map<TableName, readonly ReturnRow[]>(rows);
}

/** How often each rule reads the cells of a child who has `most` rows in the tables that hold a child often. */
function readsByRule(year: number, most: number): Map<string, number> {
  const { from, to } = collectionYear(year);
  const reference = { laCode: exampleAuthority, providers: exampleProviders, postcodes: examplePostcodes };
  const context: CheckContext = { year, start: from, end: to, facts: returnFacts(new Map()), ...reference };
  const held = { all: rowsOfOneChild(year, most), previous: rowsOfOneChild(year - 1, most, true) };
  return new Map(
    rulesFor(year).map((rule) => {
      const child = new ChildRows('A1', held);
      reads = 0;
      const found = [...rule.check(child, context)].length;
      return [rule.code, reads + found];
    }),
  );
}

/** Comparing each of 1,600 rows with each would take more than a million. */
const mostReadsOfARow = 30;

test.each([2024, 2027])('no rule of %i compares each of a child’s very many rows with each', (year) => {
  const most = 1600;
  const slow = [...readsByRule(year, most)].filter(([, count]) => count > mostReadsOfARow * most);
  expect(slow).toEqual([]);
});
