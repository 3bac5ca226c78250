import { isPlainDate, type PlainDate } from '@mainstay/primitives';
import { RecordFault } from './record-failure.ts';

/**
 * A text that somebody wrote, without space around it and without control characters but line breaks.
 *
 * @throws RecordFault when it is shorter or longer than allowed, in characters.
 */
export function textOf(
  field: string,
  text: string,
  { shortest, longest }: { readonly shortest: number; readonly longest: number },
): string {
  const tidy = text
    .normalize('NFC')
    .replaceAll('\r\n', '\n')
    .replaceAll(/[^\P{Cc}\n\t]/gu, '')
    .trim();
  if (tidy.length < shortest) {
    throw new RecordFault(field, shortest === 1 ? 'Write something here.' : `Write at least ${shortest} characters.`);
  }
  if (tidy.length > longest) {
    throw new RecordFault(field, `Write at most ${longest.toLocaleString('en-GB')} characters.`);
  }
  return tidy;
}

/**
 * The day of something that has happened to a child.
 *
 * @throws RecordFault when it is no day, lies in the future or before the child was born.
 */
export function dayOfFact(
  field: string,
  day: string,
  { child, today }: { readonly child: { readonly dateOfBirth: PlainDate }; readonly today: PlainDate },
): PlainDate {
  if (!isPlainDate(day)) throw new RecordFault(field, 'Enter a day that exists.');
  if (day > today) throw new RecordFault(field, 'The day is in the future. Enter a day up to today.');
  if (day < child.dateOfBirth) {
    throw new RecordFault(field, 'The day is before the child was born. Check the day, and the child’s date of birth.');
  }
  return day;
}
