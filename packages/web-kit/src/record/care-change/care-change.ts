import type { CareRecordedFragment } from '../../generated/operations.ts';
import type { OperationDocument } from '../../graph/operation-document.ts';
import type { EntrySection, FormSubject, WithChild } from '../entries/entry-kind.ts';
import type { RecordField } from '../form/record-field.ts';
import type { RecordAnswer } from '../form/record-form.tsx';
import type { InitialValue } from '../form/record-form-field.tsx';
import type { ReactNode } from 'react';

/** What the graph answers to a change of a child's history; what was warned of is there when it is recorded. */
export interface CareAnswer extends RecordAnswer {
  readonly historyVersion?: string;
  readonly warnings?: CareRecordedFragment['warnings'];
}

/** A child with the version of the history that a change is based on. */
export interface WithHistory extends WithChild {
  readonly child: { readonly historyVersion: string };
}

/** What a form about a child's history is told. */
export interface CareSubject<Subject> extends FormSubject<Subject> {
  readonly search: URLSearchParams;
}

/** A change of a child's history: what it is called, and the questions of its form. */
export interface CareChange<Subject extends WithHistory> {
  /** Its place below the section's address: `change`. */
  readonly path: string;
  /** The title of its page and its button: `Change the placement`. */
  readonly title: string;
  readonly section: EntrySection<Subject>;
  /** Who alone records it; every social worker and manager where it is left out. */
  readonly roles?: readonly string[];
  readonly fields: (of: CareSubject<Subject>) => readonly RecordField[];
  readonly startOf?: (of: CareSubject<Subject>) => Readonly<Record<string, InitialValue>>;
  /** How things stand now, above the questions. */
  readonly now?: (of: CareSubject<Subject>) => ReactNode;
  readonly mutation: OperationDocument<{ readonly result: CareAnswer }, { readonly input: never }>;
  readonly inputOf?: (input: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;
}
