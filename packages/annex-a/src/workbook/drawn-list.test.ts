import { expect, test } from 'vitest';
import { filledList } from './drawn-list.ts';

const columns = ['Child Unique ID', 'LA of Placement', 'Allocated Worker'].map((name) => ({
  name,
  source: 'The record',
  whyBlank: null,
}));
const list = { number: 8, whyEmpty: null, columns };

test('workers and authorities are named, and stay numbers and codes where nobody knows a name', () => {
  const rows = [
    { worker: { id: 'SW1', name: 'Robin Sample' }, cells: ['A1', 'E08000035', 'SW1'] },
    { worker: { id: 'SW2', name: null }, cells: ['A2', 'WAL - Child placed in Wales', 'SW2'] },
    { worker: null, cells: ['A3', null, null] },
  ];
  expect(filledList({ ...list, rows }, new Map([['E08000035', 'Leeds']])).rows).toEqual([
    ['A1', 'Leeds', 'Robin Sample (SW1)'],
    ['A2', 'WAL - Child placed in Wales', 'SW2'],
    ['A3', null, null],
  ]);
});
