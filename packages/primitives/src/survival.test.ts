import { expect, test } from 'vitest';
import { survivalOf, type Followed } from './survival.ts';

/**
 * Weeks in remission of the 21 patients who were given 6-mercaptopurine; + where they were followed no longer.
 *
 * @see Freireich and others (1963), Blood 21: 699–716; as a worked example in Kleinbaum and Klein, Survival Analysis
 */
const WEEKS = '6 6 6 7 10 13 16 22 23 6+ 9+ 10+ 11+ 17+ 19+ 20+ 25+ 32+ 32+ 34+ 35+';
const patients: Followed[] = WEEKS.split(' ').map((text) => ({
  days: Number.parseInt(text, 10),
  hasEnded: !text.endsWith('+'),
}));

test('a worked example comes out as published: numbers at risk, curve, intervals, median', () => {
  const { points, medianDays, followed, ended } = survivalOf(patients);
  const rounded = points.map(({ days, atRisk, ended: over, lasting, low, high }) => [
    days,
    atRisk,
    over,
    ...[lasting, low ?? 0, high ?? 0].map((share) => Number(share.toFixed(4))),
  ]);
  expect(rounded).toEqual([
    [6, 21, 3, 0.8571, 0.6197, 0.9516],
    [7, 17, 1, 0.8067, 0.5631, 0.9228],
    [10, 15, 1, 0.7529, 0.5032, 0.8894],
    [13, 12, 1, 0.6902, 0.4316, 0.8491],
    [16, 11, 1, 0.6275, 0.3675, 0.8049],
    [22, 7, 1, 0.5378, 0.2678, 0.7468],
    [23, 6, 1, 0.4482, 0.1881, 0.6801],
  ]);
  expect({ medianDays, followed, ended }).toEqual({ medianDays: 23, followed: 21, ended: 9 });
});

test('where none began, none ended and all ended there is no interval', () => {
  expect(survivalOf([])).toEqual({ followed: 0, ended: 0, medianDays: null, points: [] });
  expect(survivalOf([{ days: 3, hasEnded: false }]).points).toEqual([]);
  expect(survivalOf([{ days: 3, hasEnded: true }]).points).toEqual([
    { days: 3, atRisk: 1, ended: 1, lasting: 0, low: null, high: null },
  ]);
});
