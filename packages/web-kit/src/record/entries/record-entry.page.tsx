import { useState, type ReactNode } from 'react';
import { useMutationOperation, useOperation } from '../../graph/use-operation.ts';
import { EmptyState } from '../../page/empty-state.tsx';
import { Part } from '../../page/part.tsx';
import { useNavigate, useParams, useSearchParams } from '../../routing/router.tsx';
import { useViewer } from '../../session/session.tsx';
import { RecordForm } from '../form/record-form.tsx';
import type { InitialValue } from '../form/record-form-field.tsx';
import { RecordPage, type RecordHead } from '../record-page.tsx';
import type { SectionPageProps } from './entries.page.tsx';
import { fieldsOf, isFound, type Entry, type EntryKind, type WithChild } from './entry-kind.ts';
import { initialOf } from './entry-rows.ts';

/** What a page about one entry, or a new one, is told. */
export interface EntryPageProps<Subject extends WithChild> extends SectionPageProps<Subject> {
  readonly kind: EntryKind<Subject>;
}

/** Records an entry, or corrects the one that the address names. */
export function RecordEntryPage<Subject extends WithChild>({ childrenPath, section, kind }: EntryPageProps<Subject>) {
  const { entryId } = useParams();
  const [hasErrors, setHasErrors] = useState(false);
  const viewer = useViewer();
  return (
    <RecordPage
      childrenPath={childrenPath}
      section={section.path}
      title={entryId === undefined ? (kind.newTitle ?? `Record ${kind.one}`) : `Change ${kind.entry ?? kind.one}`}
      part={section.part}
      isForm
      hasErrors={hasErrors}
    >
      {(head) => (
        <WithEntry head={head} section={section} kind={kind} entryId={entryId}>
          {(subject, entry) =>
            ((entry ? kind.mayChange?.(entry, viewer) : kind.mayBegin?.(viewer)) ?? true) ? (
              <EntryForm
                {...{ head, subject, kind, entry }}
                base={`${childrenPath}/${head.id}/${section.path}`}
                onFaults={setHasErrors}
              />
            ) : (
              <EmptyState title="This cannot be recorded here now, or not by you." />
            )
          }
        </WithEntry>
      )}
    </RecordPage>
  );
}

/** Draws what is about the entry that an address names, or says that it is not there any more. */
export function WithEntry<Subject extends WithChild>(
  props: Omit<EntryPageProps<Subject>, 'childrenPath'> & {
    readonly head: RecordHead;
    readonly entryId: string | undefined;
    readonly children: (subject: Subject, entry: Entry | undefined) => ReactNode;
  },
) {
  const { head, section, kind, entryId, children } = props;
  const operation = useOperation(section.query, { id: head.id, knownAt: null });
  return (
    <Part what="The form" operation={operation} shape="text" count={4}>
      {(answer) => {
        const subject = isFound<Subject>(answer) ? answer : null;
        const entry = subject && kind.entriesOf(subject).find(({ id }) => id === entryId);
        if (!subject || (entryId !== undefined && !entry)) {
          return <EmptyState title="This entry is not there any more.">It may have been withdrawn.</EmptyState>;
        }
        return children(subject, entry ?? undefined);
      }}
    </Part>
  );
}

function EntryForm<Subject extends WithChild>(props: {
  readonly head: RecordHead;
  readonly subject: Subject;
  readonly kind: EntryKind<Subject>;
  readonly entry: Entry | undefined;
  readonly base: string;
  readonly onFaults: (hasFaults: boolean) => void;
}) {
  const { head, subject, kind, base, onFaults } = props;
  // The form is about the version that was there when it was opened, whatever happens to the entry meanwhile.
  const [entry] = useState(props.entry);
  const navigate = useNavigate();
  const viewer = useViewer();
  const [search] = useSearchParams();
  const record = useMutationOperation(kind.mutation);
  const fields = fieldsOf(kind, { head, subject, entry, viewer });
  const initial: Readonly<Record<string, InitialValue>> = entry
    ? { ...initialOf(fields, entry), ...kind.initialOf?.(entry) }
    : (kind.startOf?.({ head, subject, search }) ?? {});
  return (
    <RecordForm
      fields={fields}
      initial={initial}
      correcting={entry && { id: entry.id, version: entry.recorded.version }}
      send={async (answers) => {
        const input = (await kind.inputOf?.(answers, { entry, viewer, head })) ?? answers;
        return (await record.run({ input: { ...input, childId: head.id } as never })).result;
      }}
      onDone={() => navigate(base)}
      onFaults={onFaults}
      submit={entry ? 'Save the change' : (kind.newTitle ?? `Record ${kind.one}`)}
      cancelTo={base}
    />
  );
}
