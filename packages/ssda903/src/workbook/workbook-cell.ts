import { formatBritishDate, parseBritishDate, type PlainDate } from '@mainstay/primitives';
import type { ColumnSpec } from '../tables/table-spec.ts';

/** A cell of a sheet as the library reads it. */
export type SheetValue = string | number | boolean | Date | null;

/** How a workbook counts days: from 1900, or from 1904 as old Macintosh versions do. */
export type DateSystem = '1900' | '1904';

const DAY_MS = 86_400_000;
/** Day 0 of each system; that of 1900 is off by the 29 February 1900 that it wrongly counts. */
const dayZero: Readonly<Record<DateSystem, number>> = { '1900': Date.UTC(1899, 11, 30), '1904': Date.UTC(1904, 0, 1) };
/** 1 March 1900 and 31 December 2199: numbers outside are no days of a child's life. */
const firstDay = 61;
const lastDay = 109_574;

/**
 * A cell as text, as a CSV file would have it: dates and numbers that stand for dates in a date column as `DD/MM/YYYY`,
 * numbers without what a program adds to them, the leading zeros that the cell's format shows, true and false as 1 and 0.
 */
export function cellText(
  value: SheetValue,
  column: Pick<ColumnSpec, 'kind'> | null,
  { system, format }: { system: DateSystem; format: string | null },
): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (value instanceof Date) return dateText(value);
  const isDate = column?.kind === 'date' || column?.kind === 'partial-date';
  if (isDate && Number.isInteger(value) && firstDay <= value && value <= lastDay) {
    return dateText(new Date(dayZero[system] + value * DAY_MS));
  }
  const text = String(value);
  return format !== null && /^0{2,20}$/.test(format) && /^\d+$/.test(text) ? text.padStart(format.length, '0') : text;
}

/** The day; with the time where there is one, for a rule to object to. */
function dateText(value: Date): string {
  if (Number.isNaN(value.getTime())) return '';
  const iso = value.toISOString();
  const day = formatBritishDate(iso.slice(0, 10) as PlainDate);
  if (parseBritishDate(day) === null) return iso;
  return value.getTime() % DAY_MS === 0 ? day : `${day} ${iso.slice(11, 19)}`;
}
