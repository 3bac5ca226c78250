import type { ReactNode } from 'react';
import type { SummaryRow } from '../../components/summary-list.tsx';
import type { RecordedByFragment, RecordPart } from '../../generated/operations.ts';
import type { OperationDocument } from '../../graph/operation-document.ts';
import type { Viewer } from '../../session/session.tsx';
import type { RecordField } from '../form/record-field.ts';
import type { RecordAnswer } from '../form/record-form.tsx';
import type { InitialValue } from '../form/record-form-field.tsx';
import type { RecordHead } from '../record-page.tsx';

/** One entry of a child's record, with the fields of its own kind as the graph tells them. */
export interface Entry {
  readonly id: string;
  readonly recorded: RecordedByFragment;
  readonly [field: string]: unknown;
}

/** A mutation that records one kind of entry; what it answers is called `result` in its text. */
export type RecordMutation = OperationDocument<{ readonly result: RecordAnswer }, { readonly input: never }>;

/** What a section's query answers where the child is there. */
export type Found<Data extends { readonly child: unknown }> = Omit<Data, 'child'> & {
  readonly child: NonNullable<Data['child']>;
};

/** The answer of a section's query: the child may not be there, or not be open to the viewer. */
export type Sought<Subject extends WithChild> = Omit<Subject, 'child'> & { readonly child: Subject['child'] | null };

/** Whatever tells of a child. */
export interface WithChild {
  readonly child: object;
}

/** A section's query: the child with every list of the section, as it was known at an instant; now when that is null. */
export type SectionQuery<Subject extends WithChild> = OperationDocument<
  Sought<Subject>,
  { readonly id: string; readonly knownAt: string | null }
>;

/** True where the child of a section's query is there. */
export function isFound<Subject extends WithChild>(answer: Sought<Subject>): answer is Sought<Subject> & Subject {
  return answer.child !== null;
}

/** What a form may be made from besides the entry. `Head` is whom the record is about: a child, where nothing else is said. */
export interface FormSubject<Subject, Head = RecordHead> {
  readonly head: Head;
  readonly subject: Subject;
  /** In a form: the entry that is changed, if one is, and who fills it in. */
  readonly entry?: Entry | undefined;
  readonly viewer?: Viewer;
}

/** One kind of entry in a section: what it is called, the questions of its form and how a summary of it reads. */
export interface EntryKind<Subject, Head = RecordHead> {
  /** Its place below the section's address; empty where the section has one kind only. */
  readonly path: string;
  /** The heading of its list: `Schools`. */
  readonly title: string;
  /** One of them: `a school`. */
  readonly one: string;
  /** What it is called where an entry is changed or withdrawn, when that is something else: `an entry`. */
  readonly entry?: string;
  /** What the button to begin one says, when it is not recorded but asked or prepared: `Ask for a decision`. */
  readonly newTitle?: string;
  /** Who may begin one, of those who record in the section; all of them when it is left out. */
  readonly mayBegin?: (viewer: Viewer) => boolean;
  /** Who may change an entry as it is, besides who records; everybody of those when it is left out. */
  readonly mayChange?: (entry: Entry, viewer: Viewer) => boolean;
  /** Who may withdraw an entry as it is, in the same way. */
  readonly mayWithdraw?: (entry: Entry, viewer: Viewer) => boolean;
  /** What its list says when there is nothing. */
  readonly empty: string;
  /** What it is for, or how to begin, below those words for who may record. */
  readonly emptyHint?: string;
  /** The questions; some depend on the child, such as those by age. */
  readonly fields: readonly RecordField[] | ((of: FormSubject<Subject, Head>) => readonly RecordField[]);
  /** The entries, in the order in which they are shown. */
  readonly entriesOf: (subject: Subject) => readonly Entry[];
  /** The heading of one entry, such as its day and what it was. */
  readonly headOf: (entry: Entry, subject: Subject) => string;
  /** The fields that the heading already says: the summary passes them over. */
  readonly inHead?: readonly string[];
  /** What the summary begins with besides the answers to the questions. */
  readonly moreRows?: (entry: Entry) => readonly SummaryRow[];
  /** What follows an entry's summary. `base` is the section's address; `mayRecord` whether the viewer may. */
  readonly after?: (entry: Entry, at: { readonly base: string; readonly mayRecord: boolean }) => ReactNode;
  readonly mutation: RecordMutation;
  /** What the fields hold to begin with when an entry is changed, where that is not what the graph tells. */
  readonly initialOf?: (entry: Entry) => Readonly<Record<string, InitialValue>>;
  /** What the fields of a new entry hold to begin with: by the address, or by what is on record already. */
  readonly startOf?: (
    of: FormSubject<Subject, Head> & { readonly search: URLSearchParams },
  ) => Readonly<Record<string, InitialValue>>;
  /** Makes the graph's input of what the form says, where they differ. */
  readonly inputOf?: (
    input: Readonly<Record<string, unknown>>,
    of: { readonly entry: Entry | undefined; readonly viewer: Viewer; readonly head: Head },
  ) => Readonly<Record<string, unknown>> | Promise<Readonly<Record<string, unknown>>>;
}

/** Where the beginning of a section stands. */
export interface LeadAt {
  readonly head: RecordHead;
  /** The section's address. */
  readonly base: string;
  /** Whether the viewer may record here now; false of what was known earlier. */
  readonly mayRecord: boolean;
}

/** A section of a child's record that is lists of entries. */
export interface EntrySection<Subject extends WithChild> {
  /** Its place below the child's address, as in `recordSections`. */
  readonly path: string;
  readonly title: string;
  readonly part: RecordPart;
  /** Who records here besides social workers and their managers: Independent Reviewing Officers. */
  readonly alsoRecordedBy?: readonly string[];
  readonly query: SectionQuery<Subject>;
  readonly kinds: readonly EntryKind<Subject>[];
  /** What the section begins with at any time: what is read, not recorded entry by entry, with the way to change it. */
  readonly lead?: (subject: Subject, at: LeadAt) => ReactNode;
  /** What stands above the lists: what matters of them at a glance. */
  readonly overview?: (subject: Subject) => ReactNode;
}

/** The questions of a kind for one child, or for whomever the record is about. */
export function fieldsOf<Subject, Head>(
  kind: EntryKind<Subject, Head>,
  of: FormSubject<Subject, Head>,
): readonly RecordField[] {
  return typeof kind.fields === 'function' ? kind.fields(of) : kind.fields;
}
