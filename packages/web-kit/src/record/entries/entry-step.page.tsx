import { useState } from 'react';
import { SummaryList } from '../../components/summary-list.tsx';
import { useMutationOperation } from '../../graph/use-operation.ts';
import { useNavigate, useParams } from '../../routing/router.tsx';
import { withoutKey } from '../form/read-record-form.ts';
import type { RecordField } from '../form/record-field.ts';
import { RecordForm } from '../form/record-form.tsx';
import { RecordPage } from '../record-page.tsx';
import type { Entry, EntryKind, EntrySection, RecordMutation, WithChild } from './entry-kind.ts';
import { summaryOf } from './entry-rows.ts';
import { WithEntry } from './record-entry.page.tsx';

/** A step that an entry takes: what it is called and what is asked for it. */
export interface EntryStepProps<Subject extends WithChild> {
  readonly childrenPath: string;
  readonly section: EntrySection<Subject>;
  readonly kind: EntryKind<Subject>;
  readonly title: string;
  readonly fields: (entry: Entry) => readonly RecordField[];
  readonly mutation: RecordMutation;
  readonly submit: string;
}

/** A form by which the entry that the address names goes on: a question is answered, a decision is reported done. */
export function EntryStepPage<Subject extends WithChild>(props: EntryStepProps<Subject>) {
  const { childrenPath, section, kind, title } = props;
  const { entryId } = useParams();
  const [hasErrors, setHasErrors] = useState(false);
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
        <WithEntry head={head} section={section} kind={kind} entryId={entryId}>
          {(subject, entry) =>
            entry && (
              <>
                <h2 className="govuk-heading-s">{kind.headOf(entry, subject)}</h2>
                <SummaryList rows={summaryOf(kind, entry, { head, subject })} />
                <StepForm
                  {...props}
                  entry={entry}
                  base={`${childrenPath}/${head.id}/${section.path}`}
                  onFaults={setHasErrors}
                />
              </>
            )
          }
        </WithEntry>
      )}
    </RecordPage>
  );
}

function StepForm<Subject extends WithChild>(
  props: EntryStepProps<Subject> & {
    readonly entry: Entry;
    readonly base: string;
    readonly onFaults: (hasFaults: boolean) => void;
  },
) {
  const { fields, mutation, submit, base, onFaults } = props;
  // The form is about the version that was there when it was opened; after a refusal, about the one it was told of.
  const [entry] = useState(props.entry);
  const [version, setVersion] = useState(entry.recorded.version);
  const navigate = useNavigate();
  const step = useMutationOperation(mutation);
  return (
    <RecordForm
      fields={fields(entry)}
      send={async (answers) => {
        const { result } = await step.run({ input: { ...withoutKey(answers), id: entry.id, version } as never });
        if (result.recorded) setVersion(result.recorded.version);
        return result.__typename === 'DecisionNotYoursError'
          ? { ...result, __typename: 'RecordInputError', field: '' }
          : result;
      }}
      onDone={() => navigate(base)}
      onFaults={onFaults}
      submit={submit}
      cancelTo={base}
    />
  );
}
