import { isPlainDate, type PlainDate } from '@mainstay/primitives';
import { answerOf, type Answer, type NotKnownReason } from './answer.ts';
import { textOf } from './text.ts';
import { RecordFault } from './record-failure.ts';

/** The most characters of a name, of a few sentences and of a longer account. */
export const LONGEST = { name: 200, sentences: 2_000, account: 20_000 } as const;

type Given<Value> = Value | null | undefined;

/**
 * What has to be given where it belongs to the entry.
 *
 * @throws RecordFault when it is left out.
 */
export function needed<Value>(field: string, value: Given<Value>, message: string): Value {
  if (value === null || value === undefined) throw new RecordFault(field, message);
  return value;
}

/**
 * Nothing, where a field does not belong to the entry: what would be lost in silence is refused.
 *
 * @throws RecordFault when it was given.
 */
export function nothing(field: string, value: unknown, message: string): null {
  if (value !== null && value !== undefined) throw new RecordFault(field, message);
  return null;
}

/**
 * A text that may be left out; one of nothing but space is.
 *
 * @throws RecordFault when it is too long.
 */
export function optionalText(field: string, text: Given<string>, longest: number): string | null {
  const tidy = textOf(field, text ?? '', { shortest: 0, longest });
  return tidy === '' ? null : tidy;
}

/**
 * An answer given by two fields of an input: `minutes` and `minutesNotKnown`.
 *
 * @throws RecordFault when neither or both were given.
 */
export function answeredBy<Value>(field: string, value: Given<Value>, notKnown: Given<NotKnownReason>): Answer<Value> {
  return answerOf(field, { value: value ?? null, notKnown: notKnown ?? null });
}

/**
 * A text, or why it is not known.
 *
 * @throws RecordFault when neither or both were given, or the text is too long.
 */
export function textAnswer(
  field: string,
  given: { readonly text: Given<string>; readonly notKnown: Given<NotKnownReason> },
  longest: number,
): Answer<string> {
  return answeredBy(field, optionalText(field, given.text, longest), given.notKnown);
}

/**
 * A number between two others.
 *
 * @throws RecordFault when it is not.
 */
export function numberWithin(
  field: string,
  value: number,
  { least, most }: { readonly least: number; readonly most: number },
): number {
  if (!(value >= least && value <= most)) {
    const words = [least, most].map((end) => end.toLocaleString('en-GB'));
    throw new RecordFault(field, `Enter a number from ${words[0]} to ${words[1]}.`);
  }
  return value;
}

/**
 * A day that may be left out, not before another.
 *
 * @throws RecordFault when it is no day, before `since` or, where `today` is given, in the future.
 */
export function laterDay(
  field: string,
  day: Given<string>,
  { since, today }: { readonly since: PlainDate; readonly today?: PlainDate },
): PlainDate | null {
  if (day === null || day === undefined) return null;
  if (!isPlainDate(day)) throw new RecordFault(field, 'Enter a day that exists.');
  if (day < since) throw new RecordFault(field, 'The day is before the one it follows. Check both days.');
  if (today !== undefined && day > today) {
    throw new RecordFault(field, 'The day is in the future. Enter a day up to today.');
  }
  return day;
}
