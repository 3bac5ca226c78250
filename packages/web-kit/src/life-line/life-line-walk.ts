import type { LifeLineRow } from './life-line.ts';

/** Which segment is being read: the index of its row, and its own in the row. */
export interface Position {
  readonly row: number;
  readonly segment: number;
}

/**
 * Where a key leads from `at`: left and right along the row, Home and End to its ends, up and down to what was so at
 * the same time in the next row. Null when the key is not one of these.
 */
export function walk(rows: readonly LifeLineRow[], at: Position, key: string): Position | null {
  const segments = rows[at.row]?.segments ?? [];
  switch (key) {
    case 'ArrowRight':
      return { row: at.row, segment: Math.min(at.segment + 1, segments.length - 1) };
    case 'ArrowLeft':
      return { row: at.row, segment: Math.max(at.segment - 1, 0) };
    case 'Home':
      return { row: at.row, segment: 0 };
    case 'End':
      return { row: at.row, segment: segments.length - 1 };
    case 'ArrowDown':
      return acrossTo(rows, at, at.row + 1);
    case 'ArrowUp':
      return acrossTo(rows, at, at.row - 1);
    default:
      return null;
  }
}

/** The last segment of a row that began by the day the present one began; the row's first when none had. */
function acrossTo(rows: readonly LifeLineRow[], at: Position, row: number): Position {
  const day = rows[at.row]?.segments[at.segment]?.startedOn;
  const target = rows[row];
  if (day === undefined || !target) return at;
  return {
    row,
    segment: Math.max(
      target.segments.findLastIndex((segment) => segment.startedOn <= day),
      0,
    ),
  };
}
