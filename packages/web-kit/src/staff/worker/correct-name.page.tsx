import { useState } from 'react';
import { RecordWorkerDocument } from '../../generated/operations.ts';
import { useMutationOperation } from '../../graph/use-operation.ts';
import { EmptyState } from '../../page/empty-state.tsx';
import type { RecordField } from '../../record/form/record-field.ts';
import { RecordForm } from '../../record/form/record-form.tsx';
import { useNavigate } from '../../routing/router.tsx';
import { WithEmployer } from '../form/with-employer.tsx';
import { useStaffPlace, workerPath } from '../staff-place.ts';
import type { WorkerHead } from './staff-section.ts';
import { WorkerFrame } from './worker-frame.tsx';

const name: RecordField = {
  kind: 'text',
  name: 'name',
  label: 'What is the worker’s name?',
  missing: 'Enter the worker’s name',
};

const why: RecordField = {
  kind: 'text',
  name: 'correcting.reason',
  label: 'Why are you changing it?',
  hint: 'For example: married, or spelt wrongly.',
  missing: 'Enter why you are changing it',
};

/** Corrects a worker's name. */
export function CorrectNamePage() {
  const [hasErrors, setHasErrors] = useState(false);
  return (
    <WorkerFrame title="Correct the name" hasErrors={hasErrors}>
      {(head) => <NameForm head={head} onFaults={setHasErrors} />}
    </WorkerFrame>
  );
}

function NameForm(props: { readonly head: WorkerHead; readonly onFaults: (hasFaults: boolean) => void }) {
  // The form is about the version that was there when it was opened.
  const [{ id, name: before, recorded }] = useState(props.head);
  const navigate = useNavigate();
  const base = workerPath(useStaffPlace(), id);
  const record = useMutationOperation(RecordWorkerDocument);
  if (!recorded) return <EmptyState title="No name of this worker is on record that you may change." />;
  return (
    <WithEmployer>
      {({ field, employerOf }) => (
        <RecordForm
          fields={[...field, name]}
          initial={{ name: before }}
          correcting={{ id, version: recorded.version }}
          why={why}
          send={async (answers) =>
            (await record.run({ input: { ...answers, employer: employerOf(answers) } as never })).result
          }
          onDone={() => navigate(base)}
          onFaults={props.onFaults}
          submit="Save the name"
          done="The name is changed."
          cancelTo={base}
        />
      )}
    </WithEmployer>
  );
}
