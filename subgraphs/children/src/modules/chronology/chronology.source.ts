import type { RecordPart } from '../child/child.parts-policy.ts';

/** What kind of fact an entry of a chronology is: `ChronologyKind` of the graph. */
export type ChronologyKind =
  | 'CARE'
  | 'PLACEMENT'
  | 'LEGAL_STATUS'
  | 'SOCIAL_WORKER'
  | 'ALLOCATION'
  | 'REVIEW'
  | 'VISIT'
  | 'CONTACT'
  | 'PLAN'
  | 'HEALTH'
  | 'EDUCATION'
  | 'SAFETY'
  | 'LEAVING_CARE'
  | 'VOICE'
  | 'DECISION';

/** Who told of a fact: `ChronologyOrigin` of the graph. */
export type ChronologyOrigin = 'RETURN' | 'RECORDED' | 'CONTRACT';

/** What a row says, by name; `worker` is the regulator's number of the worker it is about. Days are written `YYYY-MM-DD`. */
export type About = Readonly<Record<string, string | number | boolean | null>>;

/** Where dated facts of a child's life come from: a table with a day, and the words for it. */
export interface ChronologySource {
  /** Names it, and makes the ids of entries of one row differ. */
  readonly name: string;
  readonly kind: ChronologyKind;
  readonly part: RecordPart;
  /** The table, as `t`. */
  readonly table: string;
  /** SQL of the day. Rows without one are no entries. */
  readonly day: string;
  /** SQL of what the words need, by name. */
  readonly about: Readonly<Record<string, string>>;
  /** SQL condition of the rows; all when left out. */
  readonly where?: string;
  /** SQL of the row's id; `t.id` when left out. */
  readonly id?: string;
  /** Who told of it. Rows of tables of recorded facts are versions. */
  readonly origin: ChronologyOrigin;
  /** What happened, in plain words. */
  readonly title: (about: About) => string;
  /** More of it, in the words it was recorded in. */
  readonly detail?: (about: About) => string | null;
}

/** A value of an enumeration in words: `INITIAL_ASSESSMENT` becomes `initial assessment`. */
export function inWords(value: About[string] | undefined): string {
  return String(value ?? 'not known')
    .toLowerCase()
    .replaceAll('_', ' ');
}

/** Text that is there, after a colon; nothing where there is none. */
export function after(text: About[string] | undefined): string {
  return text === null || text === undefined || text === '' ? '' : `: ${text}`;
}

/** The text, or null where there is none. */
export function textIn(text: About[string] | undefined): string | null {
  return typeof text === 'string' && text !== '' ? text : null;
}

/** A table of recorded facts: rows are versions, those withdrawn are left out. */
export function recorded(
  [name, kind, part]: readonly [name: string, kind: ChronologyKind, part: RecordPart],
  [table, day]: readonly [table: string, day: string],
  about: Readonly<Record<string, string>>,
  words: {
    readonly title: (about: About) => string;
    readonly detail?: (about: About) => string | null;
    readonly where?: string;
  },
): ChronologySource {
  return { name, kind, part, table, day: `t.${day}`, about, origin: 'RECORDED', ...words };
}

/** True for an answer of yes. */
export const yes = (value: About[string] | undefined): boolean => value === true;
/** The text of a field, as an entry's detail. */
export const detailOf =
  (field: string) =>
  (about: About): string | null =>
    textIn(about[field]);

/** Words as a sentence begins. */
export function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
