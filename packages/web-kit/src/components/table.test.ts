import { describe, expect, test } from 'vitest';
import { sortRows, type Column } from './table.tsx';

interface Row {
  readonly name: string;
  readonly share: number | null;
}

const rows: Row[] = [
  { name: 'Ward 10', share: null },
  { name: 'Ward 9', share: 0.2 },
  { name: 'ward 1', share: 0.1 },
];
const columns: Column<Row>[] = [
  { key: 'name', head: 'Name', cell: (row) => row.name, sortBy: (row) => row.name },
  { key: 'share', head: 'Share', cell: (row) => row.share, sortBy: (row) => row.share },
  { key: 'plain', head: 'Plain', cell: (row) => row.name },
];
const names = (sorted: readonly Row[]) => sorted.map(({ name }) => name);

describe('sorting a table', () => {
  test('numbers in words count as numbers, and capitals do not matter', () => {
    expect(names(sortRows(rows, columns, { column: 'name', direction: 'ascending' }))).toEqual([
      'ward 1',
      'Ward 9',
      'Ward 10',
    ]);
  });

  test('what is not known goes last either way', () => {
    expect(names(sortRows(rows, columns, { column: 'share', direction: 'ascending' }))).toEqual([
      'ward 1',
      'Ward 9',
      'Ward 10',
    ]);
    expect(names(sortRows(rows, columns, { column: 'share', direction: 'descending' }))).toEqual([
      'Ward 9',
      'ward 1',
      'Ward 10',
    ]);
  });

  test('a column that cannot be sorted, or is not there, leaves the order', () => {
    expect(sortRows(rows, columns, { column: 'plain', direction: 'ascending' })).toBe(rows);
    expect(sortRows(rows, columns, { column: 'gone', direction: 'ascending' })).toBe(rows);
  });
});
