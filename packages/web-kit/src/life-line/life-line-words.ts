import { formatDate } from '../format/format.ts';
import type { LifeLineRow, LifeLineSegment } from './life-line.ts';

/** A segment read out: what, from when to when, and the reason when the record gives one. */
export function readSegment(segment: LifeLineSegment): string {
  return [`${segment.detail}, ${timeInWords(segment)}.`, segment.reason && `${segment.reason}.`]
    .filter(Boolean)
    .join(' ');
}

/** `on …`, `since …` or `from … to …`. */
export function timeInWords({ kind, startedOn, endedOn }: LifeLineSegment): string {
  if (kind === 'event') return `on ${formatDate(startedOn)}`;
  if (endedOn === null) return `since ${formatDate(startedOn)}`;
  if (endedOn === startedOn) return `on ${formatDate(startedOn)}, for less than a day`;
  return `from ${formatDate(startedOn)} to ${formatDate(endedOn)}`;
}

/** The columns of the table under the drawing. */
export const LIFE_LINE_COLUMNS = ['Row', 'From', 'To', 'What', 'Reason'] as const;

/** The rows of the table under the drawing: every segment drawn, in the same order. */
export function lifeLineTable(rows: readonly LifeLineRow[]): string[][] {
  return rows.flatMap((row) =>
    row.segments.map((segment) => [
      row.label,
      formatDate(segment.startedOn),
      segment.kind === 'event' ? '–' : segment.endedOn === null ? 'still so' : formatDate(segment.endedOn),
      segment.detail,
      segment.reason ?? '–',
    ]),
  );
}
