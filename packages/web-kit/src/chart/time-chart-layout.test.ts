import { describe, expect, test } from 'vitest';
import { layOutTimeChart, type TimePoint } from './time-chart-layout.ts';

const point = (year: number, value: number | null): TimePoint => ({
  period: `Year to 31 March ${year}`,
  tick: String(year),
  value,
  label: value === null ? 'Not known' : `${value * 100}%`,
});

describe('layOutTimeChart', () => {
  test('begins the vertical axis at 0 and reaches above the highest value', () => {
    const { ticks, baseline } = layOutTimeChart([point(2024, 0.1), point(2025, 0.17)], 600);
    expect(ticks[0]).toEqual({ value: 0, y: baseline });
    expect(ticks.at(-1)?.value).toBeGreaterThanOrEqual(0.15);
  });

  test('places higher values higher and later periods further right, inside the drawing', () => {
    const { points, width } = layOutTimeChart([point(2024, 0.1), point(2025, 0.2)], 600);
    const [first, second] = points;
    expect(second?.y).toBeLessThan(first?.y ?? 0);
    expect(second?.x).toBeGreaterThan(first?.x ?? 0);
    expect(second?.x).toBeLessThan(width);
  });

  test('draws no line through a missing value and gives it no height', () => {
    const { points, path } = layOutTimeChart([point(2023, 0.1), point(2024, null), point(2025, 0.2)], 600);
    expect(points[1]?.y).toBeNull();
    expect(path.match(/M/g)).toHaveLength(2);
  });

  test('labels the newest and as many of the others as have room', () => {
    const series = [2022, 2023, 2024, 2025, 2026].map((year) => point(year, 0.1));
    expect(layOutTimeChart(series, 800).points.map(({ isLabelled }) => isLabelled)).toEqual([
      true,
      true,
      true,
      true,
      true,
    ]);
    const narrow = layOutTimeChart(series, 290).points;
    expect(narrow.map(({ isLabelled }) => isLabelled)).toEqual([true, false, true, false, true]);
  });

  test('stands when nothing is known, and when every value is 0', () => {
    expect(layOutTimeChart([point(2024, null)], 600).path).toBe('');
    const zeros = layOutTimeChart([point(2024, 0), point(2025, 0)], 600);
    expect(zeros.points.every((placed) => placed.y === zeros.baseline)).toBe(true);
  });
});
