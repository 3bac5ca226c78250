import { systemClock } from '@mainstay/primitives';
import { useState } from 'react';
import {
  ChangeEmploymentDocument,
  EndEmploymentDocument,
  type EmploymentFactsFragment,
} from '../../generated/operations.ts';
import { useMutationOperation } from '../../graph/use-operation.ts';
import { EmptyState } from '../../page/empty-state.tsx';
import type { Entry, RecordMutation } from '../../record/entries/entry-kind.ts';
import { initialOf } from '../../record/entries/entry-rows.ts';
import { withoutKey } from '../../record/form/read-record-form.ts';
import type { RecordField } from '../../record/form/record-field.ts';
import { RecordForm } from '../../record/form/record-form.tsx';
import { useNavigate, useParams } from '../../routing/router.tsx';
import { useStaffPlace, workerPath } from '../staff-place.ts';
import { WithStaffEntry } from '../form/record-staff-entry.page.tsx';
import type { WorkerHead } from '../worker/staff-section.ts';
import { WorkerFrame } from '../worker/worker-frame.tsx';
import { changeFields, endFields } from './employment-fields.ts';
import { employmentKind, employmentSection } from './employment-section.tsx';
import { WithPosts } from './with-posts.tsx';

interface Step {
  readonly title: string;
  readonly submit: string;
  readonly fields: (employment: Entry) => readonly RecordField[];
  readonly mutation: RecordMutation;
  /** True where another post may be held from then on. */
  readonly asksPost: boolean;
  /** True where each sending is told apart by a key, not by the version alone. */
  readonly hasKey: boolean;
}

const steps: Readonly<Record<'change' | 'end', Step>> = {
  change: {
    title: 'Change role, hours or post',
    submit: 'Record the change',
    fields: () => changeFields,
    mutation: ChangeEmploymentDocument,
    asksPost: true,
    hasKey: true,
  },
  end: {
    title: 'Record that a worker leaves',
    submit: 'Record the leaving',
    fields: ({ engagement }) => endFields(engagement),
    mutation: EndEmploymentDocument,
    asksPost: false,
    hasKey: false,
  },
};

/** A change of role, hours or post of the employment that the address names, or its end. */
export function EmploymentStepPage({ step }: { readonly step: keyof typeof steps }) {
  const { entryId } = useParams();
  const [hasErrors, setHasErrors] = useState(false);
  return (
    <WorkerFrame title={steps[step].title} hasErrors={hasErrors}>
      {(head) => (
        <WithStaffEntry head={head} section={employmentSection} kind={employmentKind} entryId={entryId}>
          {(_, entry) =>
            entry?.['endedOn'] === null ? (
              <StepForm head={head} entry={entry} step={steps[step]} onFaults={setHasErrors} />
            ) : (
              <EmptyState title="This employment has ended already." />
            )
          }
        </WithStaffEntry>
      )}
    </WorkerFrame>
  );
}

function StepForm(props: {
  readonly head: WorkerHead;
  readonly entry: Entry;
  readonly step: Step;
  readonly onFaults: (hasFaults: boolean) => void;
}) {
  const { head, step, onFaults } = props;
  // The form is about the version that was there when it was opened; after a refusal, about the one it was told of.
  const [entry] = useState(props.entry);
  const [version, setVersion] = useState(entry.recorded.version);
  const navigate = useNavigate();
  const base = workerPath(useStaffPlace(), head.id);
  const record = useMutationOperation(step.mutation);
  const fields = step.fields(entry);
  const { post } = entry as unknown as EmploymentFactsFragment;
  const form = (more: readonly RecordField[]) => (
    <RecordForm
      fields={[...fields, ...more]}
      initial={{ ...initialOf(fields, entry), postId: post?.id }}
      send={async (answers) => {
        const said = step.hasKey ? answers : withoutKey(answers);
        const { result } = await record.run({ input: { ...said, id: entry.id, version } as never });
        if (result.recorded) setVersion(result.recorded.version);
        return result;
      }}
      onDone={() => navigate(base)}
      onFaults={onFaults}
      submit={step.submit}
      cancelTo={base}
    />
  );
  if (!step.asksPost) return form([]);
  return (
    <WithPosts on={systemClock.today()} held={post}>
      {(field) => form([field])}
    </WithPosts>
  );
}
