import { useState } from 'react';
import { SummaryList } from '../../components/summary-list.tsx';
import { WithdrawStaffRecordDocument } from '../../generated/operations.ts';
import { useMutationOperation } from '../../graph/use-operation.ts';
import type { Entry } from '../../record/entries/entry-kind.ts';
import { summaryOf } from '../../record/entries/entry-rows.ts';
import type { RecordField } from '../../record/form/record-field.ts';
import { RecordForm } from '../../record/form/record-form.tsx';
import { useNavigate, useParams } from '../../routing/router.tsx';
import { useStaffPlace, workerPath } from '../staff-place.ts';
import type { StaffKind, WithWorker, WorkerHead } from '../worker/staff-section.ts';
import { WorkerFrame } from '../worker/worker-frame.tsx';
import { WithStaffEntry, type StaffEntryPageProps } from './record-staff-entry.page.tsx';
import { WithEmployer } from './with-employer.tsx';

const why: RecordField = {
  kind: 'text',
  name: 'correcting.reason',
  label: 'Why should this not have been recorded?',
  hint: 'If something in it is wrong, change it instead.',
  missing: 'Enter why this should not have been recorded',
};

/** Takes back an entry about a worker. */
export function WithdrawStaffEntryPage<Subject extends WithWorker>({ section, kind }: StaffEntryPageProps<Subject>) {
  const { entryId } = useParams();
  const [hasErrors, setHasErrors] = useState(false);
  return (
    <WorkerFrame title={`Withdraw ${kind.entry ?? kind.one}`} hasErrors={hasErrors}>
      {(head) => (
        <WithStaffEntry head={head} section={section} kind={kind} entryId={entryId}>
          {(subject, entry) => entry && <WithdrawForm {...{ head, subject, kind, entry }} onFaults={setHasErrors} />}
        </WithStaffEntry>
      )}
    </WorkerFrame>
  );
}

function WithdrawForm<Subject extends WithWorker>(props: {
  readonly head: WorkerHead;
  readonly subject: Subject;
  readonly kind: StaffKind<Subject>;
  readonly entry: Entry;
  readonly onFaults: (hasFaults: boolean) => void;
}) {
  const { head, subject, kind, entry, onFaults } = props;
  const navigate = useNavigate();
  const base = workerPath(useStaffPlace(), head.id);
  const withdraw = useMutationOperation(WithdrawStaffRecordDocument);
  return (
    <WithEmployer>
      {() => (
        <RecordForm
          fields={[]}
          correcting={{ id: entry.id, version: entry.recorded.version }}
          why={why}
          send={async ({ correcting }) => (await withdraw.run({ input: correcting as never })).result}
          onDone={() => navigate(base)}
          onFaults={onFaults}
          done="The entry is withdrawn."
          submit={`Withdraw ${kind.entry ?? kind.one}`}
          cancelTo={base}
        >
          <h2 className="govuk-heading-s">{kind.headOf(entry, subject)}</h2>
          <SummaryList rows={summaryOf(kind, entry, { head, subject })} />
          <p className="govuk-body">
            It will count for nothing. That it was recorded, and why it was withdrawn, stays on record.
          </p>
        </RecordForm>
      )}
    </WithEmployer>
  );
}
