import { expect, test } from 'vitest';
import type { PublishedStaffFigureFragment } from '../../generated/operations.ts';
import { besideOf, lastCensusDay, withoutTwice } from './published-beside.ts';

const figure = (code: string, year: number, value: number | null): PublishedStaffFigureFragment => ({
  geography: 'ENGLAND',
  code,
  name: code,
  year,
  indicator: { code: 'turnover', title: 'Staff turnover', unit: 'SHARE' },
  result:
    value === null
      ? { __typename: 'NotKnown', reason: 'Confidential.' }
      : { __typename: 'Known', value, numerator: null, denominator: null, unit: 'SHARE' },
  returnedWith: code === 'LA' ? ['Another'] : [],
  source: 'A publication',
});
const measure = { indicator: { code: 'turnover' }, to: '2025-09-30' } as Parameters<typeof besideOf>[0];

test('of each the newest up to the year is set beside, and the baseline', () => {
  const published = [
    figure('England', 2005, 0.11),
    figure('England', 2024, 0.138),
    figure('England', 2025, 0.142),
    figure('England', 2026, 0.2),
    figure('LA', 2024, null),
  ];
  expect(besideOf(measure, published).map(({ name, year, figure: shown, note }) => [name, year, shown, note])).toEqual([
    ['England', 2025, '14.2%', ''],
    ['LA', 2024, 'Not known', 'Confidential. Returned together with Another.'],
    ['England', 2005, '11.0%', ''],
  ]);
});

test('what two authorities tell alike stands once', () => {
  expect(withoutTwice([figure('England', 2024, 0.1), figure('England', 2024, 0.1)])).toHaveLength(1);
});

test.each([
  ['2026-09-30', '2025-09-30'],
  ['2026-10-01', '2026-09-30'],
  ['2026-03-01', '2025-09-30'],
])('on %s the newest census year that is over ended on %s', (today, day) => {
  expect(lastCensusDay(today)).toBe(day);
});
