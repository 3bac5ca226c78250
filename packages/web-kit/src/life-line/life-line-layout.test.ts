import { plainDate } from '@mainstay/primitives';
import { describe, expect, test } from 'vitest';
import { layOutLifeLine, textStart } from './life-line-layout.ts';
import { lifeLineRows } from './life-line-rows.ts';
import type { LifeLineHistory } from './life-line.ts';
import { aHistory, aPlacement, aReview } from './testing/a-history.ts';

const today = plainDate('2026-11-22');
const layOut = (lists: Partial<LifeLineHistory>, available = 800) =>
  layOutLifeLine(lifeLineRows(aHistory(lists), { today }), today, available);

describe('layOutLifeLine', () => {
  test('draws what lasts up to today, at the right edge', () => {
    const { rows, width } = layOut({ placements: [aPlacement('2024-01-01')] });
    const [placed] = rows[0]?.segments ?? [];
    expect((placed?.x ?? 0) + (placed?.width ?? 0)).toBeCloseTo(width - 12);
  });

  test('ends a segment where the next begins on the same day', () => {
    const { rows } = layOut({ placements: [aPlacement('2024-01-01', '2025-01-01'), aPlacement('2025-01-01')] });
    const [first, second] = rows[0]?.segments ?? [];
    expect((first?.x ?? 0) + (first?.width ?? 0)).toBeCloseTo(second?.x ?? 0);
  });

  test('keeps a segment of one day wide enough to see and to hit', () => {
    const { rows } = layOut({ placements: [aPlacement('2010-01-01', '2010-01-01'), aPlacement('2010-01-02')] });
    expect(rows[0]?.segments[0]?.width).toBeGreaterThanOrEqual(6);
  });

  test('stands when everything happened on one day', () => {
    const { rows, width } = layOut({ reviews: [aReview('2026-11-22', 'PN1')] });
    expect(rows[0]?.segments[0]?.x).toBe(12);
    expect(width).toBe(800);
  });

  test('is drawn wider than the page when the history is long, and its years do not touch', () => {
    const { years, width } = layOut({ placements: [aPlacement('2008-06-01')] }, 320);
    expect(width).toBeGreaterThan(1000);
    expect(years[0]?.year).toBe(2009);
    expect(years.every((mark, index) => index === 0 || mark.x - (years[index - 1]?.x ?? 0) >= 48)).toBe(true);
  });

  test('keeps the text of a long segment in sight when the drawing is scrolled, and inside the segment', () => {
    const { rows } = layOut({ placements: [aPlacement('2010-01-01', '2020-01-01'), aPlacement('2020-01-01')] }, 320);
    const [first, second] = rows[0]?.segments ?? [];
    expect(first && textStart(first, 0)).toBe(17);
    expect(first && textStart(first, 300)).toBe(305);
    expect(first && textStart(first, 5000)).toBeLessThan((first?.x ?? 0) + (first?.width ?? 0));
    expect(second && textStart(second, 300)).toBe((second?.x ?? 0) + 5);
  });

  test('writes the whole where it fits, the code where only that does, and else nothing', () => {
    const { rows } = layOut({
      placements: [
        aPlacement('2010-01-01', '2010-01-20'),
        aPlacement('2010-01-20', '2010-12-01'),
        aPlacement('2010-12-01'),
      ],
    });
    expect(rows[0]?.segments.map((placed) => placed.text)).toEqual(['', 'U4', 'Foster placement']);
  });
});
