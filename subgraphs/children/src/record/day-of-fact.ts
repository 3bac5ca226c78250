import { isPlainDate, type PlainDate } from '@mainstay/primitives';
import { RecordFault } from '@mainstay/subgraph-kit/record';

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
