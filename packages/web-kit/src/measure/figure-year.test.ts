import { plainDate } from '@mainstay/primitives';
import { describe, expect, test } from 'vitest';
import { newestYearWithData, yearFromAddress, yearsToChoose } from './figure-year.ts';
import { aMeasure } from './testing/a-measure.ts';

const today = plainDate('2026-11-22');
const notKnown = aMeasure({ year: 2026, result: { __typename: 'NotKnown', reason: 'No return.' } });

describe('yearFromAddress', () => {
  const read = (address: string) => yearFromAddress(new URLSearchParams(address), today);

  test('reads a collection year, the running one included', () => {
    expect(read('year=2024')).toBe(2024);
    expect(read('year=2027')).toBe(2027);
  });

  test('passes over what is none', () => {
    expect([
      read(''),
      read('year='),
      read('year=2009'),
      read('year=2028'),
      read('year=x'),
      read('year=2024.5'),
    ]).toEqual(Array.from({ length: 6 }, () => null));
  });
});

describe('newestYearWithData', () => {
  test('is that of the newest return held, however old', () => {
    expect(newestYearWithData({ held: [2017, 2018], measures: [notKnown] }, today)).toBe(2018);
  });

  test('is that of the newest figure where returns may not be seen', () => {
    expect(newestYearWithData({ held: [], measures: [aMeasure({ year: 2025 }), notKnown] }, today)).toBe(2025);
  });

  test('is the last complete year when nothing is known', () => {
    expect(newestYearWithData({ held: [], measures: [notKnown] }, today)).toBe(2026);
  });
});

describe('yearsToChoose', () => {
  test('offers the years held and the one shown, newest first', () => {
    expect(yearsToChoose({ held: [2024, 2026], measures: [] }, 2025, today)).toEqual([2026, 2025, 2024]);
  });

  test('offers the last five where returns may not be seen', () => {
    expect(yearsToChoose({ held: [], measures: [] }, 2026, today)).toEqual([2026, 2025, 2024, 2023, 2022]);
  });
});
