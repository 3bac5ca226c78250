import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { FigureColumn } from './published-figure.columns.ts';
import type { PublishedFigureRow } from './published-figure.entity.ts';
import { publishedIndicators, rateFrom, type PublishedIndicator } from './published-figure.rates.ts';
import { readPublishedFile } from './published-figure.reading.ts';

const file = new URL('../../../reference/csww_indicators_2017_to_2025.csv', import.meta.url);
const read = readPublishedFile({ name: 'csww_indicators_2017_to_2025.csv', bytes: new Uint8Array(readFileSync(file)) });
const rows = read.kind === 'rows' ? read.rows : [];
const rates = publishedIndicators.filter(({ formula }) => formula !== null);

/** Half of what the last decimal shown is worth: people and cases are whole, everything else has one decimal. */
const halfStep = (column: FigureColumn): number => (column === 'cases' || column.endsWith('_headcount') ? 0 : 0.05);

/** The lowest and highest rate, in the publisher's unit, that the rounded components can come from. */
function range(row: PublishedFigureRow, indicator: PublishedIndicator): [number, number] | null {
  // The formulas rise or fall with each component throughout, so the ends of the components hold the ends of the rate.
  let corners: PublishedFigureRow[] = [row];
  for (const column of indicator.formula?.parts ?? []) {
    const figure = row.figures[column];
    if (typeof figure !== 'number') return null;
    corners = corners.flatMap((corner) =>
      [-1, 1].map((sign) => ({
        ...corner,
        figures: { ...corner.figures, [column]: Math.max(0, figure + sign * halfStep(column)) },
      })),
    );
  }
  const perCent = indicator.isShare ? 100 : 1;
  const values = corners.map((corner) => (rateFrom(corner, indicator)?.value ?? Infinity) * perCent);
  return [Math.min(...values), Math.max(...values)];
}

/** Rows whose published rate no components that round to the published ones give. */
function disagreements(indicator: PublishedIndicator): PublishedFigureRow[] {
  return rows.filter((row) => {
    const published = row.figures[indicator.column];
    const possible = range(row, indicator);
    if (typeof published !== 'number' || !possible) return false;
    const slack = 1e-9;
    return published + 0.05 < possible[0] - slack || published - 0.05 > possible[1] + slack;
  });
}

test('the published file is read whole: 1,463 rows, joint returns told of each authority', () => {
  expect(read.kind).toBe('rows');
  expect(new Set(rows.map(({ year }) => year)).size).toBe(9);
  expect(rows.filter(({ geography }) => geography === 'ENGLAND')).toHaveLength(9);
  expect(rows.filter(({ geography }) => geography === 'REGION')).toHaveLength(99);
  // 1,355 rows of authorities, 14 of them of two: Kingston and Richmond in 9 years, the Northamptonshires in 5.
  expect(rows.filter(({ geography }) => geography === 'LOCAL_AUTHORITY')).toHaveLength(1_355 + 14);
});

test('our formulas give every rate of every authority from its components', () => {
  for (const indicator of rates) {
    const wrong = disagreements(indicator).filter(({ geography }) => geography === 'LOCAL_AUTHORITY');
    expect([indicator.code, wrong.map(({ year, code }) => [year, code])]).toEqual([indicator.code, []]);
  }
});

/**
 * The rates of regions and England that the publisher's own components do not give: where an authority returned only some of
 * its figures, it is in one component and not in the other.
 */
const publishersOwn: Readonly<Record<string, readonly string[]>> = {
  turnover: ['2022 England', '2022 North East', '2024 England', '2024 North East'],
  'turnover-headcount': ['2022 England', '2022 North East'],
  agency: ['2023 England', '2023 London', '2023 Outer London', '2024 England', '2024 West Midlands'],
  'agency-headcount': ['2024 England', '2024 West Midlands'],
  'agency-cover': [
    '2017 England',
    '2017 London',
    '2017 Outer London',
    '2017 South East',
    '2023 England',
    '2023 London',
    '2023 Outer London',
    '2024 England',
    '2024 West Midlands',
  ],
  vacancy: [],
  'vacancy-cover': [
    '2017 England',
    '2017 London',
    '2017 Outer London',
    '2017 South East',
    '2018 England',
    '2018 London',
    '2018 Outer London',
    '2024 England',
    '2024 West Midlands',
  ],
  absence: [
    '2023 East of England',
    '2023 England',
    '2023 North West',
    '2024 England',
    '2024 South West',
    '2024 West Midlands',
  ],
  'average-caseload': [],
};

test('and every rate of regions and England, but 37 that the publisher’s components do not give either', () => {
  const wrong = rates.map((indicator) => [
    indicator.code,
    disagreements(indicator)
      .map(({ year, name }) => `${year} ${name}`)
      .toSorted(),
  ]);
  expect(Object.fromEntries(wrong)).toEqual(publishersOwn);
  expect(Object.values(publishersOwn).flat()).toHaveLength(37);
});

test('nearly all rows have a rate to try', () => {
  const tried = rates.map((indicator) => [
    indicator.code,
    rows.filter((row) => typeof row.figures[indicator.column] === 'number' && range(row, indicator)).length,
  ]);
  expect(Object.fromEntries(tried)).toEqual({
    turnover: 1467,
    'turnover-headcount': 1469,
    agency: 1463,
    'agency-headcount': 1474,
    'agency-cover': 1413,
    vacancy: 1475,
    'vacancy-cover': 1423,
    absence: 1458,
    'average-caseload': 1472,
  });
});
