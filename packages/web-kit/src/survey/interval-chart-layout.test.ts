import { expect, test } from 'vitest';
import { layOutIntervals } from './interval-chart-layout.ts';

const row = (value: number | null, low: number | null, high: number | null) => ({
  key: 'a',
  label: 'Practices',
  value,
  low,
  high,
  text: '',
});

test('nought is in the middle, whichever way the figures lie', () => {
  const { zeroX, width, rows } = layOutIntervals([row(0.4, 0.1, 0.7), row(-0.4, -0.7, -0.1)], 640);
  expect(zeroX).toBe(width / 2);
  expect(rows[0]!.x! - zeroX).toBeCloseTo(zeroX - rows[1]!.x!);
  expect(rows[0]!.lowX).toBeLessThan(rows[0]!.x!);
  expect(rows[0]!.highX).toBeGreaterThan(rows[0]!.x!);
});

test('an interval that reaches far is drawn whole', () => {
  const { rows, width, ticks } = layOutIntervals([row(1.2, -0.4, 2.8)], 320);
  expect(rows[0]!.highX).toBeLessThanOrEqual(width);
  expect(ticks.length).toBeLessThan(12);
  expect(ticks.some(({ value }) => value === 0)).toBe(true);
});

test('what is kept back has a row and no place', () => {
  const [placed] = layOutIntervals([row(null, null, null)], 640).rows;
  expect(placed).toMatchObject({ x: null, lowX: null, highX: null });
});
