import type { Choice } from '../../components/fields.tsx';

/** What every field of a form about a child's record has. */
interface FieldOf {
  /** The field's name in the input of the graph; `a.b` for a field within one. */
  readonly name: string;
  /** The question, in plain words. */
  readonly label: string;
  readonly hint?: string;
  /** What a summary of the entry calls it: the question in a word or two; the question itself where it is left out. */
  readonly short?: string;
  /** What a summary says where nothing was answered, such as `Still there`; left out, the summary passes it over. */
  readonly none?: string;
  /** The field of the graph that says why this is not known: with it, the question can be answered so. */
  readonly notKnown?: string;
  /** What the error says when nothing was answered, such as `Enter the day of the visit`. Left out where it may be left empty. */
  readonly missing?: string;
  /** Shown only when this says so of the answers so far, by field: a choice's value, a text, `yes`, `no`. */
  readonly isShown?: (answers: Answers) => boolean;
}

/** The answers so far, as the form holds them: text by the name of the input element. */
export type Answers = Readonly<Record<string, string | undefined>>;

/** One question of a form about a child's record. */
export type RecordField =
  /** A day; today to begin with where `isToday`. */
  | (FieldOf & { readonly kind: 'day'; readonly isToday?: boolean })
  /** One of a few (radios), or one of many (`isLong`: a select). */
  | (FieldOf & { readonly kind: 'choice'; readonly choices: readonly Choice[]; readonly isLong?: boolean })
  /** Any number of a few. */
  | (FieldOf & { readonly kind: 'ticks'; readonly choices: readonly Choice[] })
  /** Yes, no, or why it is not known: the graph's `YesNoInput`. */
  | (FieldOf & { readonly kind: 'yes-no' })
  /** Yes or no: the graph's `Boolean`. */
  | (FieldOf & { readonly kind: 'true-false'; readonly yes?: string; readonly no?: string })
  /** A few of many: as many selects as there may be answers at `most`. */
  | (FieldOf & { readonly kind: 'several'; readonly choices: readonly Choice[]; readonly most: number })
  /**
   * A number, whole unless it may have `decimals`. Where the graph counts in smaller units than people do, `times` is how
   * many of them make one.
   */
  | (FieldOf & { readonly kind: 'number'; readonly unit?: string; readonly decimals?: number; readonly times?: number })
  /** One of a few faces, from the saddest: each with the words that say what it means. */
  | (FieldOf & { readonly kind: 'faces'; readonly choices: readonly Choice[] })
  /** A line of text. */
  | (FieldOf & { readonly kind: 'text'; readonly width?: 5 | 10 | 20 | 30 })
  /** Several lines of text. */
  | (FieldOf & { readonly kind: 'words'; readonly rows?: number })
  /** Several of the same, each with questions of its own: a list of inputs. One of which nothing is answered is left out. */
  | (FieldOf & { readonly kind: 'rows'; readonly row: RowOfForm });

/** One of several of the same in a form. */
export interface RowOfForm {
  /** What one of them is called: `Person`. */
  readonly title: string;
  /** Its questions; names and answers are those within the row. */
  readonly fields: readonly RecordField[];
  /** How many the form begins with. */
  readonly first: number;
  readonly most: number;
}

/** A row's question as one of the whole form. */
export function fieldOfRow(name: string, place: number, field: RecordField): RecordField {
  const prefix = `${name}.${place}.`;
  const { isShown, notKnown } = field;
  return {
    ...field,
    name: `${prefix}${field.name}`,
    ...(notKnown === undefined ? {} : { notKnown: `${prefix}${notKnown}` }),
    ...(isShown === undefined ? {} : { isShown: (answers) => isShown(answersOfRow(prefix, answers)) }),
  };
}

function answersOfRow(prefix: string, answers: Answers): Answers {
  const own = Object.entries(answers).filter(([name]) => name.startsWith(prefix));
  return Object.fromEntries(own.map(([name, answer]) => [name.slice(prefix.length), answer]));
}

/** What the questions of rows hold to begin with, by their names in the whole form. */
export function rowsInitial<Row extends object, Value>(
  name: string,
  rows: readonly Row[],
  initialOf: (row: Row) => Readonly<Record<string, Value>>,
): Readonly<Record<string, Value>> {
  return Object.fromEntries(
    rows.flatMap((row, place) =>
      Object.entries(initialOf(row)).map(([field, value]) => [`${name}.${place}.${field}`, value]),
    ),
  );
}

/** What a form holds where the answer is that it is not known. */
export const NOT_KNOWN = 'not-known';

/** Why something is not known, as the graph has it and as people say it. */
export const notKnownChoices: readonly Choice[] = [
  { value: 'NOT_ASKED', text: 'It was not asked' },
  { value: 'DECLINED', text: 'They did not want to say' },
  { value: 'AWAITED', text: 'Others have been asked and have not answered yet' },
  { value: 'NOT_RECORDED_THEN', text: 'It happened before this was recorded' },
];

/** The last question of most forms. */
export const noteField: RecordField = {
  kind: 'words',
  name: 'note',
  label: 'Is there anything else that matters?',
  hint: 'You can leave this empty.',
  short: 'Note',
};

/** The ids of the element to go to when this field is wrong. */
export function fieldId({ kind, name }: Pick<RecordField, 'kind' | 'name'>): string {
  return kind === 'day' ? `${name}-day` : name;
}
