import { describe, expect, test } from 'vitest';
import { linearScale, roundTicks } from './linear-scale.ts';

describe('the linear scale', () => {
  test('keeps the proportion, also when the range runs downwards', () => {
    const y = linearScale([0, 10], [200, 0]);
    expect([y(0), y(5), y(10)]).toEqual([200, 100, 0]);
  });

  test('puts everything at the beginning when there is nothing to spread', () => {
    expect(linearScale([3, 3], [20, 90])(3)).toBe(20);
  });
});

describe('the marks of an axis', () => {
  test.each([
    [0.124, [0, 0.05, 0.1, 0.15]],
    [1, [0, 0.25, 0.5, 0.75, 1]],
    [0.3, [0, 0.1, 0.2, 0.3]],
    [7, [0, 2, 4, 6, 8]],
    [727, [0, 200, 400, 600, 800]],
  ])('up to %s', (highest, marks) => {
    expect(roundTicks(highest)).toEqual(marks);
  });
});
