import { useState } from 'react';
import { SummaryList } from '../../components/summary-list.tsx';
import { WithdrawRecordDocument } from '../../generated/operations.ts';
import { useMutationOperation } from '../../graph/use-operation.ts';
import { useNavigate, useParams } from '../../routing/router.tsx';
import type { RecordField } from '../form/record-field.ts';
import { RecordForm } from '../form/record-form.tsx';
import { RecordPage, type RecordHead } from '../record-page.tsx';
import type { WithChild, Entry, EntryKind } from './entry-kind.ts';
import { summaryOf } from './entry-rows.ts';
import { WithEntry, type EntryPageProps } from './record-entry.page.tsx';

const whyWithdrawn: RecordField = {
  kind: 'text',
  name: 'correcting.reason',
  label: 'Why should this not have been recorded?',
  hint: 'For example: it was recorded in the wrong child’s record. If something in it is wrong, change it instead.',
  missing: 'Enter why this should not have been recorded',
};

/** Takes back the entry that the address names. */
export function WithdrawEntryPage<Subject extends WithChild>({ childrenPath, section, kind }: EntryPageProps<Subject>) {
  const { entryId } = useParams();
  const [hasErrors, setHasErrors] = useState(false);
  return (
    <RecordPage
      childrenPath={childrenPath}
      section={section.path}
      title={`Withdraw ${kind.entry ?? kind.one}`}
      part={section.part}
      isForm
      hasErrors={hasErrors}
    >
      {(head) => (
        <WithEntry head={head} section={section} kind={kind} entryId={entryId}>
          {(subject, entry) =>
            entry && (
              <WithdrawForm
                {...{ head, subject, kind, entry }}
                base={`${childrenPath}/${head.id}/${section.path}`}
                onFaults={setHasErrors}
              />
            )
          }
        </WithEntry>
      )}
    </RecordPage>
  );
}

function WithdrawForm<Subject extends WithChild>(props: {
  readonly head: RecordHead;
  readonly subject: Subject;
  readonly kind: EntryKind<Subject>;
  readonly entry: Entry;
  readonly base: string;
  readonly onFaults: (hasFaults: boolean) => void;
}) {
  const { head, subject, kind, entry, base, onFaults } = props;
  const navigate = useNavigate();
  const withdraw = useMutationOperation(WithdrawRecordDocument);
  return (
    <RecordForm
      fields={[]}
      correcting={{ id: entry.id, version: entry.recorded.version }}
      why={whyWithdrawn}
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
        It will count for nothing and be shown no more. What it said, who recorded it and why it was withdrawn stay on
        record: whoever looks at what was known earlier still finds it.
      </p>
    </RecordForm>
  );
}
