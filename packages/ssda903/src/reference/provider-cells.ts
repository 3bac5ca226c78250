import { addDays, isPlainDate, parseBritishDate, plainDate, type PlainDate } from '@mainstay/primitives';
import { codeSet } from '../code-sets/code-set.ts';

/** The day from which workbooks count days. */
const workbookEpoch = plainDate('1899-12-30');

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/**
 * The codes in a cell, whatever stands between them: `U1,U2`, `U1/U2`, `U1 and U2`, and runs such as `U1-U6`.
 *
 * What is not a code of the set, in any year, is passed over.
 */
export function codesIn(cell: string, set: 'PLACE' | 'PLACE_PROVIDER'): readonly string[] {
  const known = new Set(codeSet(set).codes.map(({ code }) => code));
  const named = cell
    .toUpperCase()
    .replaceAll(/\b([A-Z]{1,2})(\d)\s*(?:-|–|TO)\s*(?:\1)?(\d)\b/g, (_all, letters: string, from: string, to: string) =>
      run(letters, Number(from), Number(to)),
    )
    .split(/[^A-Z0-9]+/);
  return [...new Set(named)].filter((code) => known.has(code));
}

function run(letters: string, from: number, to: number): string {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => `${letters}${from + index}`).join(',');
}

/** The day a cell holds: `31/03/2025`, `2025-03-31`, `31 March 2025` or a workbook's number; null when it holds none. */
export function dayIn(cell: string): PlainDate | null {
  const text = cell.trim();
  // Ofsted began in 1992; numbers outside 1954 to 2119 are no days of registration.
  if (/^[2-7]\d{4}(?:\.\d+)?$/.test(text)) return addDays(workbookEpoch, Math.floor(Number(text)));
  const iso = text.slice(0, 10);
  if (isPlainDate(iso)) return iso;
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b/.exec(text) ?? [];
  return british(day, month, year) ?? dayNamedIn(text);
}

/** A day named in a title or a file's name, such as `Providers as at 31 March 2025`; null when there is none. */
export function dayNamedIn(text: string): PlainDate | null {
  const [, day = '', month = '', year = ''] =
    /(\d{1,2})(?:st|nd|rd|th)?[\s_-]+([a-z]{3,9})[\s_-]+(\d{4})/i.exec(text) ?? [];
  const name = month.toLowerCase();
  const at = name === '' ? -1 : months.findIndex((known) => known === name || known.slice(0, 3) === name);
  return at < 0 ? null : british(day, String(at + 1), year);
}

function british(day: string, month: string, year: string): PlainDate | null {
  return parseBritishDate(`${day.padStart(2, '0')}/${month.padStart(2, '0')}/${year}`);
}
