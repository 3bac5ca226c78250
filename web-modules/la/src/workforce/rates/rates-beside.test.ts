import type { Measure } from '@mainstay/web-kit';
import { expect, test } from 'vitest';
import type { PublishedBesideFragment } from '../../generated/operations.ts';
import { besideOf } from './rates-beside.ts';
import { publishedInWords, rateInWords } from './rates-words.ts';

const known = (value: number, numerator: number, denominator: number) =>
  ({ __typename: 'Known', value, unit: 'SHARE', numerator, denominator }) as const;

const turnover = {
  indicator: { code: 'turnover', title: 'Turnover' },
  to: '2024-09-30',
  result: known(0.118, 12.5, 106.1),
} as unknown as Measure;

function published(
  geography: PublishedBesideFragment['geography'],
  year: number,
  value: number,
  name: string = geography,
): PublishedBesideFragment {
  return {
    geography,
    code: 'E92000001',
    name,
    year,
    indicator: { code: 'turnover', title: 'Turnover' },
    result: known(value, 1, 2),
    returnedWith: [],
    source: 'Published.',
  };
}

function beside(figures: readonly PublishedBesideFragment[], year = 2024) {
  const words = { measure: rateInWords, published: publishedInWords };
  const [row] = besideOf({ own: [turnover], practices: [[turnover], []], published: figures, year }, words);
  return row!;
}

test('a rate stands beside the newest that was published by its year, never beside a later one', () => {
  const row = beside([
    published('ENGLAND', 2023, 0.16),
    published('ENGLAND', 2024, 0.137),
    published('ENGLAND', 2025, 0.118),
  ]);
  expect(row.england).toEqual({ text: '13.7%', note: 'ENGLAND, 2024' });
  expect(row.own).toEqual({ text: '11.8%', note: '12.5 of 106.1' });
});

test('the baseline is never taken for the newest figure', () => {
  const row = beside([published('ENGLAND', 2005, 0.11, 'England')]);
  expect(row.england).toBeNull();
  expect(row.baseline).toEqual({ text: 'England 11%', note: '2005' });
});

test('what a practice or a publisher has no figure of is left open', () => {
  const row = beside([]);
  expect(row.practices).toEqual([{ text: '11.8%', note: '12.5 of 106.1' }, null]);
  expect([row.authority, row.region, row.england, row.baseline]).toEqual([null, null, null, null]);
});

test('a joint return says with whom', () => {
  const row = beside([{ ...published('LOCAL_AUTHORITY', 2024, 0.1, 'Kingston'), returnedWith: ['Richmond'] }]);
  expect(row.authority?.note).toBe('Kingston, 2024, returned with Richmond');
});
