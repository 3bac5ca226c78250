import { addDays, collectionYear, formatBritishDate, plainDate } from '@mainstay/primitives';
import { describe, expect, test } from 'vitest';
import { ChildRows, type RowsByTable } from '../checking/child-rows.ts';
import { returnFacts } from '../checking/return-facts.ts';
import { ReturnRow } from '../checking/return-row.ts';
import type { CheckedRow, ReturnTables } from '../checking/return-to-check.ts';
import { codeSet } from '../code-sets/code-set.ts';
import { exampleAuthority, examplePostcodes, exampleProviders } from '../testing/example-reference.ts';
import { randomReturn } from '../testing/random-return.ts';
import type { ColumnSpec } from '../tables/table-spec.ts';
import { tables, tableSpec, type ColumnOf, type TableName } from '../tables/tables.ts';
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

type Rows = (year: number, most: number) => ReturnTables;

/** Rows in which anything may be wrong. */
const disorderly: Rows = (year, most) => randomReturn(year, year, most / 4);

/** Rows that follow one another a day apart, all with codes that stand at the same place of their sets. */
const orderly =
  (place: number): Rows =>
  (year, most) =>
    new Map(
      tables.map(({ name, columns, isOncePerChild, fileName }) => {
        const cellOf = (column: ColumnSpec, index: number): string => {
          if (column.name.endsWith('DOB')) return '01/02/2010';
          const isEnd = /DEC$|END$|CEASED$/.test(column.name);
          if (column.kind === 'date')
            return formatBritishDate(addDays(plainDate(`${year - 1}-04-01`), index + (isEnd ? 1 : 0)));
          if (column.kind !== 'code') return 'XA1 1AA';
          const { codes } = codeSet(column.codeSet);
          return codes[place % codes.length]?.code ?? '330';
        };
        const rows = Array.from({ length: isOncePerChild ? 1 : most }, (_, index): CheckedRow => {
          const cells = columns.map((column) => (column.name === 'CHILD' ? 'A1' : cellOf(column, index)));
          return { ref: index, file: fileName, line: index + 2, cells };
        });
        return [name, rows] as const;
      }),
    );

/** The rows as if all were one child's; tables that hold a child once keep one row. */
function ofOneChild(returned: ReturnTables, isPreviousYear = false): RowsByTable {
  const rows = [...returned].map(([table, all]) => {
    const kept = tableSpec(table).isOncePerChild ? all.slice(0, 1) : all;
    return [table, kept.map((row) => new CountedRow(table, row, isPreviousYear))] as const;
  });
  return new Map<TableName, readonly ReturnRow[]>(rows);
}

/** How often each rule reads the cells of a child who has `most` rows in the tables that hold a child often. */
function readsByRule(rows: Rows, year: number, most: number): Map<string, number> {
  const { from, to } = collectionYear(year);
  const reference = { laCode: exampleAuthority, providers: exampleProviders, postcodes: examplePostcodes };
  const context: CheckContext = { year, start: from, end: to, facts: returnFacts(new Map()), ...reference };
  const held = { all: ofOneChild(rows(year, most)), previous: ofOneChild(rows(year - 1, most), true) };
  return new Map(
    rulesFor(year).map((rule) => {
      const child = new ChildRows('A1', held, new Set());
      reads = 0;
      const found = [...rule.check(child, context)].length;
      return [rule.code, reads + found];
    }),
  );
}

/** Comparing each of 120 rows with each would take 60 times as many reads as there are rows, or more. */
const mostReadsOfARow = 30;
const most = 120;

const slow = (rows: Rows, year: number) =>
  [...readsByRule(rows, year, most)].filter(([, count]) => count > mostReadsOfARow * most);

describe.each([2024, 2027])('no rule of %i compares each of a child’s very many rows with each', (year) => {
  test('when anything may be wrong with them', () => {
    expect(slow(disorderly, year)).toEqual([]);
  });

  test('when all are alike', () => {
    const places = Array.from({ length: 36 }, (_, place) => place);
    expect(places.flatMap((place) => slow(orderly(place), year).map(([code]) => ({ place, code })))).toEqual([]);
  });
});
