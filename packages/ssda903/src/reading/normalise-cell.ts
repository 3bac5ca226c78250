import { formatBritishDate, isPlainDate, parseBritishDate } from '@mainstay/primitives';
import type { ColumnSpec } from '../tables/table-spec.ts';

const isoDate = /^(\d{4}-\d{2}-\d{2})(?:[T ]00:00:00(?:\.0+)?Z?)?$/;

// A row that has any is kept out; they are taken out all the same because databases refuse to hold some of them.
const controlCharacters = /[^\P{Cc}\t\n]/gu;

/**
 * A cell as the platform keeps it: trimmed, upper-cased, without control characters, a date that exists written
 * `DD/MM/YYYY`.
 *
 * A date that does not exist stays as it came, for a rule to object to.
 */
export function normaliseCell(text: string, column: ColumnSpec): string {
  const cell = text.replace(controlCharacters, '').trim().toUpperCase();
  if (column.kind !== 'date' && column.kind !== 'partial-date') return cell;
  const iso = isoDate.exec(cell)?.[1];
  return iso && isPlainDate(iso) ? formatBritishDate(iso) : cell;
}

/** True when a cell of a date column can be read as a day, or as the known parts of one where that is allowed. */
export function isReadableDate(cell: string, kind: 'date' | 'partial-date'): boolean {
  if (parseBritishDate(cell)) return true;
  return kind === 'partial-date' && partialDate.test(cell) && knownPartsExist(cell);
}

const partialDate = /^(?:ZZ|0[1-9]|[12]\d|3[01])\/(?:ZZ|0[1-9]|1[0-2])\/(?:ZZZZ|\d{4})$/;

function knownPartsExist(cell: string): boolean {
  const [day = '', month = '', year = ''] = cell.split('/');
  if (day !== 'ZZ' && month !== 'ZZ' && year !== 'ZZZZ') return false;
  // 2000 was a leap year, so an unknown year does not rule out 29 February.
  const stand = (part: string, unknown: string, instead: string) => (part === unknown ? instead : part);
  return (
    parseBritishDate(`${stand(day, 'ZZ', '01')}/${stand(month, 'ZZ', '01')}/${stand(year, 'ZZZZ', '2000')}`) !== null
  );
}
