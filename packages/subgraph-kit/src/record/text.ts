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
