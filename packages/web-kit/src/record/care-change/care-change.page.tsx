import { useRef, useState, type ReactNode } from 'react';
import { useMutationOperation } from '../../graph/use-operation.ts';
import { EmptyState } from '../../page/empty-state.tsx';
import { useNavigate, useSearchParams } from '../../routing/router.tsx';
import { useViewer } from '../../session/session.tsx';
import type { FormSubject } from '../entries/entry-kind.ts';
import { WithSubject } from '../entries/with-subject.tsx';
import { RecordForm } from '../form/record-form.tsx';
import { useMayRecord } from '../may-record.ts';
import { RecordPage, type RecordHead } from '../record-page.tsx';
import type { CareAnswer, CareChange, WithHistory } from './care-change.ts';
import { CareWarnings } from './care-warnings.tsx';

/** What the page of a change is told. */
export interface CareChangePageProps<Subject extends WithHistory> {
  readonly childrenPath: string;
  readonly change: CareChange<Subject>;
}

/** Records a change of a child's history, on the version of it that the page shows. */
export function CareChangePage<Subject extends WithHistory>({ childrenPath, change }: CareChangePageProps<Subject>) {
  const [hasErrors, setHasErrors] = useState(false);
  const { section, title } = change;
  return (
    <RecordPage
      childrenPath={childrenPath}
      section={section.path}
      title={title}
      part={section.part}
      isForm
      hasErrors={hasErrors}
    >
      {(head) => (
        <IfMayChange head={head} change={change}>
          <WithSubject head={head} section={section}>
            {(subject) => (
              <ChangeForm
                {...{ head, subject, change }}
                base={`${childrenPath}/${head.id}/${section.path}`}
                onFaults={setHasErrors}
              />
            )}
          </WithSubject>
        </IfMayChange>
      )}
    </RecordPage>
  );
}

function IfMayChange<Subject extends WithHistory>(props: {
  readonly head: RecordHead;
  readonly change: CareChange<Subject>;
  readonly children: ReactNode;
}) {
  const { head, change, children } = props;
  const { role } = useViewer();
  const mayRecord = useMayRecord(head, change.section.part) && (change.roles?.includes(role) ?? true);
  return mayRecord ? children : <EmptyState title="You cannot record this.">The child’s social worker can.</EmptyState>;
}

function ChangeForm<Subject extends WithHistory>(
  props: FormSubject<Subject> & {
    readonly change: CareChange<Subject>;
    readonly base: string;
    readonly onFaults: (hasFaults: boolean) => void;
  },
) {
  const { head, subject, change, base, onFaults } = props;
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const record = useMutationOperation(change.mutation);
  // What was read when the form was opened: a change that somebody else makes meanwhile must come to light.
  const basedOn = useRef(subject.child.historyVersion);
  const [opened] = useState({ head, subject, search });
  const [warnings, setWarnings] = useState<CareAnswer['warnings']>([]);
  if (warnings && warnings.length > 0) return <CareWarnings warnings={warnings} to={base} />;
  const now = { head, subject, search };
  return (
    <>
      {change.now?.(now)}
      <RecordForm
        fields={change.fields(opened)}
        initial={change.startOf?.(opened) ?? {}}
        send={async (answers) => {
          const input = { ...(change.inputOf?.(answers) ?? answers), childId: head.id, basedOn: basedOn.current };
          const { result } = await record.run({ input: input as never });
          if (result.__typename !== 'HistoryChangedError') return result;
          basedOn.current = result.historyVersion ?? basedOn.current;
          return changedMeanwhile;
        }}
        onDone={(answer: CareAnswer) => {
          setWarnings(answer.warnings ?? []);
          if (!answer.warnings?.length) navigate(base);
        }}
        onFaults={onFaults}
        submit={change.title}
        cancelTo={base}
      />
    </>
  );
}

const changedMeanwhile: CareAnswer = {
  __typename: 'RecordInputError',
  field: '',
  message:
    'Somebody changed the child’s history meanwhile. How it stands now is shown above the form. What you wrote is still here: check it against that, and send it again',
};
