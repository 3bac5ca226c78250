import { expect, test } from 'vitest';
import { episodesOf } from '../../testing/returned-rows.ts';
import { derivePeriodsOfCare } from './period-of-care.derivation.ts';

const periods = (...rows: Parameters<typeof episodesOf>) =>
  derivePeriodsOfCare(episodesOf(...rows)).map(({ startedOn, endedOn, isStartKnown }) => [
    startedOn,
    endedOn,
    isStartKnown,
  ]);

test('episodes that follow one another are one period', () => {
  expect(periods(['2023-04-01', '2023-06-01', { RNE: 'S' }], ['2023-06-01', '2023-07-01'], ['2023-07-01', ''])).toEqual(
    [['2023-04-01', null, true]],
  );
});

test('a new period begins with RNE S, the same day too', () => {
  expect(periods(['2023-04-01', '2023-06-01', { RNE: 'S' }], ['2023-06-01', '', { RNE: 'S' }])).toEqual([
    ['2023-04-01', '2023-06-01', true],
    ['2023-06-01', null, true],
  ]);
});

test('a gap between episodes ends a period, and the start of the next is not known', () => {
  expect(periods(['2023-04-01', '2023-06-01', { RNE: 'S' }], ['2023-06-03', '', { RNE: 'P' }])).toEqual([
    ['2023-04-01', '2023-06-01', true],
    ['2023-06-03', null, false],
  ]);
});

test('overlapping episodes are one period', () => {
  expect(periods(['2023-04-01', '2023-06-10', { RNE: 'S' }], ['2023-06-01', ''])).toEqual([['2023-04-01', null, true]]);
});

test('the start is not known when the record begins in the middle', () => {
  expect(periods(['2023-04-01', '', { RNE: 'P' }])).toEqual([['2023-04-01', null, false]]);
});

test('short-term breaks belong to no period', () => {
  expect(
    periods(
      ['2023-04-01', '2023-04-03', { RNE: 'S', LS: 'V3', REC: 'E8' }],
      ['2023-05-01', '2023-06-01', { RNE: 'S', LS: 'V4' }],
    ),
  ).toEqual([]);
});

test('a period begins when short-term breaks turn into ordinary care', () => {
  expect(
    periods(['2023-04-01', '2023-06-01', { RNE: 'S', LS: 'V4' }], ['2023-06-01', '', { RNE: 'L', LS: 'V2' }]),
  ).toEqual([['2023-06-01', null, true]]);
});

test('a short-term break inside ordinary care interrupts it', () => {
  expect(
    periods(
      ['2023-04-01', '2023-06-01', { RNE: 'S' }],
      ['2023-06-01', '2023-06-05', { RNE: 'L', LS: 'V3' }],
      ['2023-06-05', '', { RNE: 'L' }],
    ),
  ).toEqual([
    ['2023-04-01', '2023-06-01', true],
    ['2023-06-05', null, true],
  ]);
});
