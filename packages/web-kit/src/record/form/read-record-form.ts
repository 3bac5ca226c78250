import type { FormFault } from '../../components/error-summary.tsx';
import { readDate } from '../../components/date-input.tsx';
import { fieldId, fieldOfRow, NOT_KNOWN, type Answers, type RecordField } from './record-field.ts';

/** What a form says: the input of the graph, and what is wrong with it. */
export interface ReadForm {
  readonly input: Readonly<Record<string, unknown>>;
  readonly faults: readonly FormFault[];
}

/** Reads a form's fields into the input that the graph takes. Fields that are not shown are not in it. */
export function readRecordForm(fields: readonly RecordField[], form: FormData): ReadForm {
  const answers = answersOf(form);
  const input: Record<string, unknown> = {};
  const faults: FormFault[] = [];
  for (const field of fields) {
    if (field.isShown && !field.isShown(answers)) continue;
    if (field.kind === 'rows') {
      const rows = readRows(field, form);
      faults.push(...rows.faults);
      put(input, field.name, rows.rows);
      continue;
    }
    const read = readField(field, form);
    if (read.fault !== undefined) faults.push({ message: read.fault, fieldId: fieldId(field) });
    else for (const [name, value] of Object.entries(read.values)) put(input, name, value);
  }
  return { input, faults };
}

/** The rows of which something is answered. */
function readRows({ name, label, missing, row }: RecordField & { readonly kind: 'rows' }, form: FormData) {
  const faults: FormFault[] = [];
  const rows: unknown[] = [];
  for (let place = 0; place < row.most; place += 1) {
    const prefix = `${name}.${place}.`;
    if (![...form].some(([key, value]) => key.startsWith(prefix) && value !== '')) continue;
    const read = readRecordForm(
      row.fields.map((field) => fieldOfRow(name, place, field)),
      form,
    );
    const told = read.faults.map((fault) => ({ ...fault, message: `${row.title} ${place + 1}: ${fault.message}` }));
    faults.push(...told);
    rows.push((read.input[name] as Readonly<Record<string, unknown>> | undefined)?.[place] ?? {});
  }
  if (rows.length === 0 && missing !== undefined) faults.push({ message: missing || label, fieldId: name });
  return { rows, faults };
}

/** The answers so far, for fields that are shown only after some of them. */
export function answersOf(form: FormData): Answers {
  const answers: Record<string, string> = {};
  for (const [name, value] of form) if (typeof value === 'string' && !(name in answers)) answers[name] = value;
  return answers;
}

type FieldRead =
  { readonly values: Readonly<Record<string, unknown>>; readonly fault?: undefined } | { readonly fault: string };

function readField(field: Exclude<RecordField, { readonly kind: 'rows' }>, form: FormData): FieldRead {
  const { name, missing, notKnown } = field;
  const text = textIn(form, name);
  const reason = textIn(form, `${name}-not-known`);
  const one = (value: unknown): FieldRead => ({ values: { [name]: value } });
  const unanswered = (): FieldRead => {
    if (notKnown !== undefined && reason !== '') return { values: { [notKnown]: reason } };
    return missing === undefined ? one(null) : { fault: missing };
  };
  switch (field.kind) {
    case 'day': {
      const day = readDate(form, name);
      if (day !== null) return one(day);
      const isTyped = ['day', 'month', 'year'].some((part) => textIn(form, `${name}-${part}`) !== '');
      return isTyped ? { fault: `${field.label}: enter a day that exists` } : unanswered();
    }
    case 'several':
    case 'ticks': {
      const chosen = new Set(form.getAll(name).filter((value) => typeof value === 'string' && value !== ''));
      return chosen.size === 0 && (missing !== undefined || reason !== '')
        ? withEmptyList(name, unanswered())
        : one([...chosen]);
    }
    case 'yes-no':
      return readYesNo(text, reason, { one, unanswered, label: field.label });
    case 'true-false':
      return text === '' ? unanswered() : one(text === 'yes');
    case 'number':
      return text === '' ? unanswered() : readNumber(field, text);
    case 'faces':
    case 'choice':
      if (text === NOT_KNOWN && notKnown !== undefined) {
        return reason === '' ? { fault: whyNotKnown(field.label) } : { values: { [notKnown]: reason } };
      }
      return text === '' ? unanswered() : one(text);
    case 'text':
    case 'words':
      return text === '' ? unanswered() : one(text);
  }
}

function withEmptyList(name: string, read: FieldRead): FieldRead {
  return read.fault === undefined ? { values: { [name]: [], ...read.values } } : read;
}

function readYesNo(
  text: string,
  reason: string,
  { one, unanswered, label }: { one: (value: unknown) => FieldRead; unanswered: () => FieldRead; label: string },
): FieldRead {
  if (text === '') return unanswered();
  if (text !== NOT_KNOWN) return one({ value: text === 'yes' });
  return reason === '' ? { fault: whyNotKnown(label) } : one({ notKnown: reason });
}

function whyNotKnown(label: string): string {
  return `${label}: choose why it is not known`;
}

function readNumber(field: RecordField & { readonly kind: 'number' }, text: string): FieldRead {
  const { name, label, decimals = 0, times = 1 } = field;
  const form = decimals === 0 ? /^\d{1,6}$/ : new RegExp(`^\\d{1,6}([.]\\d{1,${decimals}})?$`);
  if (form.test(text)) {
    const value = Number(text) * times;
    return { values: { [name]: times === 1 ? value : Math.round(value) } };
  }
  const example = decimals === 0 ? 'enter a whole number' : `enter a number, such as ${(4.25).toFixed(decimals)}`;
  return { fault: `${label}: ${example}` };
}

/** What a form holds of a name, without space around it; empty when it holds nothing. */
export function textIn(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

/** Puts a value where its name says; `a.b` is the field `b` of `a`. */
function put(input: Record<string, unknown>, name: string, value: unknown): void {
  const [head = '', ...rest] = name.split('.');
  if (rest.length === 0) {
    input[head] = value;
    return;
  }
  const within = (input[head] ?? {}) as Record<string, unknown>;
  input[head] = within;
  put(within, rest.join('.'), value);
}

/** What a form says without the key of its entry: for steps that are told apart by the version they are based on. */
export function withoutKey(input: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(input).filter(([name]) => name !== 'key'));
}
