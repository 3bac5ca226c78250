import { expect, test } from 'vitest';
import { differenceOf, rowKey, type AcceptedRow, type HeldRow } from './return-903.difference.ts';

const accepted = (...cells: string[]): AcceptedRow[] =>
  cells.map((cell) => ({ table: 'Header', childLocalId: cell, cells: [cell], file: 'header.csv' }));

const held = (...cells: string[]): HeldRow[] =>
  cells.map((cell, position) => ({
    table: 'Header',
    key: rowKey([cell]),
    childLocalId: cell,
    position,
    importId: 'i',
    ordinal: position,
  }));

test('rows are added, removed or unchanged', () => {
  const { added, removed, unchanged, tables } = differenceOf(accepted('A', 'C'), held('A', 'B'));
  expect(added.map(({ childLocalId, position }) => [childLocalId, position])).toEqual([['C', 1]]);
  expect(removed.map(({ childLocalId }) => childLocalId)).toEqual(['B']);
  expect(unchanged.map(({ childLocalId }) => childLocalId)).toEqual(['A']);
  expect(tables.get('Header')).toEqual({ held: 2, added: 1, removed: 1, unchanged: 1 });
});

test('a table of which no row was sent stays as it is', () => {
  expect(differenceOf([], held('A')).removed).toEqual([]);
});

test('a row that comes twice counts once', () => {
  expect(differenceOf(accepted('A', 'A'), []).tables.get('Header')).toMatchObject({ held: 1, added: 1 });
});

test('rows that stand elsewhere now are told with their new place', () => {
  expect(
    differenceOf(accepted('B', 'A'), held('A', 'B')).moved.map(({ held: row, position }) => [
      row.childLocalId,
      position,
    ]),
  ).toEqual([
    ['B', 0],
    ['A', 1],
  ]);
});

test('cells are not confused with one another', () => {
  expect(rowKey(['AB', 'C'])).not.toBe(rowKey(['A', 'BC']));
});
