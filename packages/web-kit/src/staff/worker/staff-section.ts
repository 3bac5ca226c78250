import type { ReactNode } from 'react';
import type { WorkerHeadQuery } from '../../generated/operations.ts';
import type { OperationDocument } from '../../graph/operation-document.ts';
import type { Entry, EntryKind } from '../../record/entries/entry-kind.ts';
import type { RecordField } from '../../record/form/record-field.ts';
import type { Viewer } from '../../session/session.tsx';
import type { StaffPlace } from '../staff-place.ts';

/** A worker's head: who it is, the registration and the posts held. */
export type WorkerHead = NonNullable<WorkerHeadQuery['worker']>;

/** Whatever tells of a worker. */
export interface WithWorker {
  readonly worker: object;
}

/** The answer of a section's query where the worker is there. */
export type FoundWorker<Data extends { readonly worker: unknown }> = Omit<Data, 'worker'> & {
  readonly worker: NonNullable<Data['worker']>;
};

type SoughtWorker<Subject extends WithWorker> = Omit<Subject, 'worker'> & {
  readonly worker: Subject['worker'] | null;
};

/** One kind of entry about a worker, such as a supervision. */
export interface StaffKind<Subject> extends EntryKind<Subject, WorkerHead> {
  /** Draws the form with questions that have to be asked for first, such as which of the employer's posts there are. */
  readonly withMore?: (of: {
    readonly entry: Entry | undefined;
    readonly form: (more: readonly RecordField[]) => ReactNode;
  }) => ReactNode;
}

/** Where the beginning of a section of a worker's page stands. */
export interface StaffLeadAt {
  readonly head: WorkerHead;
  readonly place: StaffPlace;
  /** The address of the worker's page. */
  readonly base: string;
  readonly mayRecord: boolean;
}

/** A section of a worker's page that is lists of entries. */
export interface StaffSection<Subject extends WithWorker> {
  /** Its place on the page. */
  readonly id: string;
  readonly title: string;
  readonly query: OperationDocument<SoughtWorker<Subject>, { readonly id: string }>;
  readonly kinds: readonly StaffKind<Subject>[];
  /** What the section begins with: what matters at a glance. */
  readonly lead?: (subject: Subject, at: StaffLeadAt) => ReactNode;
  /** Who is shown the section; everybody who sees the page when it is left out. */
  readonly isFor?: (viewer: Viewer, place: StaffPlace) => boolean;
}

/** True where the worker of a section's query is there. */
export function isFoundWorker<Subject extends WithWorker>(
  answer: SoughtWorker<Subject>,
): answer is SoughtWorker<Subject> & Subject {
  return answer.worker !== null;
}
