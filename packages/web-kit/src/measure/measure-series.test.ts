import { describe, expect, test } from 'vitest';
import { findingOf, MEASURE_CSV_COLUMNS, measureCsvRows, seriesOf, seriesRows } from './measure-series.ts';
import type { MeasureResult } from './measure.ts';
import { aMeasure, aShare } from './testing/a-measure.ts';

const notKnown: MeasureResult = { __typename: 'NotKnown', reason: 'No return has been loaded.' };
const history = [
  aMeasure({ year: 2026, result: aShare(30, 200) }),
  aMeasure({ year: 2024, result: notKnown }),
  aMeasure({ year: 2025, result: aShare(20, 200) }),
];

describe('a series of measures', () => {
  test('is drawn oldest first, the years without a figure included and without a height', () => {
    expect(seriesOf(history).map(({ tick, value, label }) => [tick, value, label])).toEqual([
      ['2024', null, 'Not known'],
      ['2025', 0.1, '10.0%'],
      ['2026', 0.15, '15.0%'],
    ]);
  });

  test('has the same periods and figures in its table as in its chart', () => {
    const drawn = seriesOf(history).map(({ period, label }) => [period, label]);
    expect(seriesRows(history).map(([period, label]) => [period, label])).toEqual(drawn);
    expect(seriesRows(history)[0]?.slice(2)).toEqual(['–', '–']);
  });

  test('is summed up by its first and last figure and by what is missing', () => {
    expect(findingOf(history)).toBe(
      'Higher in the year to 31 March 2026 (15.0%) than in the year to 31 March 2025 (10.0%). There is no figure for 1 of the 3 years.',
    );
    expect(findingOf(history.slice(1))).toBe('10.0% in the year to 31 March 2025, the only year with a figure.');
    expect(findingOf([aMeasure({ result: notKnown })])).toBe('No figure is known for these years.');
    const same = [aMeasure({ year: 2024, result: aShare(1, 8) }), aMeasure({ year: 2025, result: aShare(2, 16) })];
    expect(findingOf(same)).toBe('The same in the year to 31 March 2025 as in the year to 31 March 2024: 12.5%.');
  });
});

describe('measureCsvRows', () => {
  test('has a cell for every column, and the value exact', () => {
    const [row] = measureCsvRows('Sandwell', [aMeasure({ result: aShare(1, 3) })]);
    expect(row).toHaveLength(MEASURE_CSV_COLUMNS.length);
    expect(row?.[MEASURE_CSV_COLUMNS.indexOf('value')]).toBe(1 / 3);
  });

  test('leaves the value empty, never 0, when there is none, and says why', () => {
    const [row] = measureCsvRows('Sandwell', [aMeasure({ result: notKnown })]);
    expect(row?.[MEASURE_CSV_COLUMNS.indexOf('value')]).toBeNull();
    expect(row?.[MEASURE_CSV_COLUMNS.indexOf('status')]).toBe('NotKnown');
    expect(row?.[MEASURE_CSV_COLUMNS.indexOf('reason')]).toBe('No return has been loaded.');
  });
});
