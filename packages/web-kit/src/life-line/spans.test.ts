import { plainDate } from '@mainstay/primitives';
import { describe, expect, test } from 'vitest';
import { mergeSpans, uncovered, type Span } from './spans.ts';

const span = (from: string, to?: string): Span => ({
  startedOn: plainDate(from),
  endedOn: to === undefined ? null : plainDate(to),
});

describe('mergeSpans', () => {
  test('runs together what overlaps, touches on a day or follows on the next', () => {
    expect(mergeSpans([span('2024-01-05', '2024-01-10'), span('2024-01-01', '2024-01-05')])).toEqual([
      span('2024-01-01', '2024-01-10'),
    ]);
    expect(mergeSpans([span('2024-01-01', '2024-01-05'), span('2024-01-06')])).toEqual([span('2024-01-01')]);
  });

  test('keeps apart what a day lies between', () => {
    const spans = [span('2024-01-01', '2024-01-05'), span('2024-01-07')];
    expect(mergeSpans(spans)).toEqual(spans);
  });

  test('an end that is open swallows all that follows', () => {
    expect(mergeSpans([span('2024-01-01'), span('2024-03-01', '2024-04-01')])).toEqual([span('2024-01-01')]);
  });
});

describe('uncovered', () => {
  test('leaves the days between two, without the days of either', () => {
    const covered = [span('2024-01-01', '2024-01-10'), span('2024-01-20')];
    expect(uncovered([span('2024-01-01')], covered)).toEqual([span('2024-01-11', '2024-01-19')]);
  });

  test('leaves nothing between an end and a beginning on the same day or the next', () => {
    expect(uncovered([span('2024-01-01')], [span('2024-01-01', '2024-01-10'), span('2024-01-10')])).toEqual([]);
    expect(uncovered([span('2024-01-01')], [span('2024-01-01', '2024-01-10'), span('2024-01-11')])).toEqual([]);
  });

  test('leaves an open end open', () => {
    expect(uncovered([span('2024-01-01')], [span('2024-01-01', '2024-01-10')])).toEqual([span('2024-01-11')]);
    expect(uncovered([span('2024-01-01')], [])).toEqual([span('2024-01-01')]);
  });

  test('leaves nothing outside', () => {
    expect(uncovered([span('2024-01-05', '2024-01-10')], [span('2023-01-01', '2024-01-07')])).toEqual([
      span('2024-01-08', '2024-01-10'),
    ]);
    expect(uncovered([], [span('2024-01-01')])).toEqual([]);
  });
});
