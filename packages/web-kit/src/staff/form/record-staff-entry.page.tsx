import { useState, type ReactNode } from 'react';
import { useMutationOperation, useOperation } from '../../graph/use-operation.ts';
import { EmptyState } from '../../page/empty-state.tsx';
import { Part } from '../../page/part.tsx';
import { fieldsOf, type Entry } from '../../record/entries/entry-kind.ts';
import { initialOf } from '../../record/entries/entry-rows.ts';
import type { RecordField } from '../../record/form/record-field.ts';
import { RecordForm } from '../../record/form/record-form.tsx';
import type { InitialValue } from '../../record/form/record-form-field.tsx';
import { useNavigate, useParams, useSearchParams } from '../../routing/router.tsx';
import { useViewer } from '../../session/session.tsx';
import { useStaffPlace, workerPath } from '../staff-place.ts';
import {
  isFoundWorker,
  type StaffKind,
  type StaffSection,
  type WithWorker,
  type WorkerHead,
} from '../worker/staff-section.ts';
import { WithEmployer } from './with-employer.tsx';
import { WorkerFrame } from '../worker/worker-frame.tsx';

/** What a form about a worker is told. */
export interface StaffEntryPageProps<Subject extends WithWorker> {
  readonly section: StaffSection<Subject>;
  readonly kind: StaffKind<Subject>;
}

/** Records an entry about a worker, or corrects the one that the address names. */
export function RecordStaffEntryPage<Subject extends WithWorker>({ section, kind }: StaffEntryPageProps<Subject>) {
  const { entryId } = useParams();
  const [hasErrors, setHasErrors] = useState(false);
  return (
    <WorkerFrame
      title={entryId === undefined ? (kind.newTitle ?? `Record ${kind.one}`) : `Change ${kind.entry ?? kind.one}`}
      hasErrors={hasErrors}
    >
      {(head) => (
        <WithStaffEntry head={head} section={section} kind={kind} entryId={entryId}>
          {(subject, entry) => <EntryForm {...{ head, subject, kind, entry }} onFaults={setHasErrors} />}
        </WithStaffEntry>
      )}
    </WorkerFrame>
  );
}

/** Draws what is about the entry that an address names, or says that it is not there. */
export function WithStaffEntry<Subject extends WithWorker>(
  props: StaffEntryPageProps<Subject> & {
    readonly head: WorkerHead;
    readonly entryId: string | undefined;
    readonly children: (subject: Subject, entry: Entry | undefined) => ReactNode;
  },
) {
  const { head, section, kind, entryId, children } = props;
  const operation = useOperation(section.query, { id: head.id });
  return (
    <Part what="The form" operation={operation} shape="text" count={4}>
      {(answer) => {
        const subject = isFoundWorker<Subject>(answer) ? answer : null;
        const entry = subject && kind.entriesOf(subject).find(({ id }) => id === entryId);
        if (!subject || (entryId !== undefined && !entry)) {
          return <EmptyState title="This entry is not there any more.">It may have been withdrawn.</EmptyState>;
        }
        return children(subject, entry ?? undefined);
      }}
    </Part>
  );
}

function EntryForm<Subject extends WithWorker>(props: {
  readonly head: WorkerHead;
  readonly subject: Subject;
  readonly kind: StaffKind<Subject>;
  readonly entry: Entry | undefined;
  readonly onFaults: (hasFaults: boolean) => void;
}) {
  const { head, subject, kind, onFaults } = props;
  // The form is about the version that was there when it was opened, whatever happens to the entry meanwhile.
  const [entry] = useState(props.entry);
  const navigate = useNavigate();
  const viewer = useViewer();
  const [search] = useSearchParams();
  const base = workerPath(useStaffPlace(), head.id);
  const record = useMutationOperation(kind.mutation);
  const fields = fieldsOf(kind, { head, subject, entry, viewer });
  const initial: Readonly<Record<string, InitialValue>> = entry
    ? { ...initialOf(fields, entry), ...kind.initialOf?.(entry) }
    : (kind.startOf?.({ head, subject, search }) ?? {});
  return (
    <WithEmployer>
      {({ field, employerOf }) => {
        const form = (more: readonly RecordField[]) => (
          <RecordForm
            fields={[...field, ...fields, ...more]}
            initial={initial}
            correcting={entry && { id: entry.id, version: entry.recorded.version }}
            send={async (answers) => {
              const said = (await kind.inputOf?.(answers, { entry, viewer, head })) ?? answers;
              const input = { ...said, employer: employerOf(answers), workerId: head.id };
              return (await record.run({ input: input as never })).result;
            }}
            onDone={() => navigate(base)}
            onFaults={onFaults}
            submit={entry ? 'Save the change' : (kind.newTitle ?? `Record ${kind.one}`)}
            cancelTo={base}
          />
        );
        return kind.withMore ? kind.withMore({ entry, form }) : form([]);
      }}
    </WithEmployer>
  );
}
