import type { SummaryRow } from '../../components/summary-list.tsx';
import { formatDate } from '../../format/format.ts';
import { notKnownChoices, type RecordField } from '../form/record-field.ts';
import { initialAnswers } from '../form/record-form.tsx';
import type { InitialValue } from '../form/record-form-field.tsx';
import { fieldsOf, type Entry, type EntryKind, type FormSubject } from './entry-kind.ts';

type Told = Readonly<Record<string, unknown>>;

/** A value with its code, as the graph tells the codes of returns. */
interface Coded {
  readonly code: string;
  readonly meaning: string;
}

/** The summary of an entry of a kind, without what its heading says. */
export function summaryOf<Subject, Head>(
  kind: EntryKind<Subject, Head>,
  entry: Entry,
  of: FormSubject<Subject, Head>,
): readonly SummaryRow[] {
  return [...(kind.moreRows?.(entry) ?? []), ...entryRows(fieldsOf(kind, of), entry, kind.inHead)];
}

/** The summary of an entry: the questions it answers, in a word or two each, with the answers as people say them. */
export function entryRows(
  fields: readonly RecordField[],
  entry: Told,
  without: readonly string[] = [],
): readonly SummaryRow[] {
  const answers = initialAnswers(initialOf(fields, entry), fields);
  return fields
    .filter((field) => !without.includes(field.name) && (!field.isShown || field.isShown(answers)))
    .flatMap((field) => {
      const value = inWords(field, entry) ?? field.none;
      return value === undefined ? [] : [{ key: field.short ?? field.label, value }];
    });
}

/** What a form's fields hold to begin with, of an entry as the graph tells it. */
export function initialOf(fields: readonly RecordField[], entry: Told): Readonly<Record<string, InitialValue>> {
  const names = fields.flatMap(({ name, notKnown }) => (notKnown === undefined ? [name] : [name, notKnown]));
  return Object.fromEntries(names.map((name) => [name, plain(entry[name])]));
}

/** Why something is not known, as a summary says it: `Not known: it was not asked`. */
export function notKnownInWords(reason: unknown): string {
  const found = notKnownChoices.find(({ value }) => value === reason);
  return found ? `Not known: ${found.text.charAt(0).toLowerCase()}${found.text.slice(1)}` : 'Not known';
}

/** What a field's value is called among its choices; the value itself when it is not one of them. */
export function choiceInWords(choices: readonly { readonly value: string; readonly text: string }[], value: unknown) {
  return choices.find((choice) => choice.value === value)?.text ?? String(value);
}

function inWords(field: RecordField, entry: Told): string | undefined {
  const value = entry[field.name];
  const reason = field.notKnown === undefined ? null : entry[field.notKnown];
  if (reason) return notKnownInWords(reason);
  if (value === null || value === undefined || value === '') return undefined;
  if (isCoded(value)) return value.meaning;
  switch (field.kind) {
    case 'day':
      return formatDate(value as string);
    case 'yes-no':
      return yesNoInWords(value);
    case 'true-false':
      return value ? (field.yes ?? 'Yes') : (field.no ?? 'No');
    case 'choice':
    case 'faces':
      return choiceInWords(field.choices, value);
    case 'ticks':
    case 'several': {
      const words = (value as readonly unknown[]).map((one) =>
        isCoded(one) ? one.meaning : choiceInWords(field.choices, one),
      );
      return words.length === 0 ? undefined : words.join('; ');
    }
    case 'number':
      return [String(Number(value) / (field.times ?? 1)), field.unit].filter(Boolean).join(' ');
    case 'text':
    case 'words':
      return value as string;
    case 'rows':
      return undefined;
  }
}

/** Yes, no, or why it is not known. */
export function yesNoInWords(answer: unknown): string {
  const { value, notKnown } = answer as { readonly value: boolean | null; readonly notKnown: string | null };
  if (value === null) return notKnownInWords(notKnown);
  return value ? 'Yes' : 'No';
}

function isCoded(value: unknown): value is Coded {
  return typeof value === 'object' && value !== null && 'code' in value && 'meaning' in value;
}

/** A value as a form holds it: codes without their meanings. */
function plain(value: unknown): InitialValue {
  if (isCoded(value)) return value.code;
  if (Array.isArray(value)) return value.map((one) => (isCoded(one) ? one.code : String(one)));
  return value as InitialValue;
}
