import { useState } from 'react';
import { RecordWorkerDocument, type RecordWorkerMutation } from '../../generated/operations.ts';
import type { RecordField } from '../../record/form/record-field.ts';
import { TeamForm, TeamFrame } from '../form/team-form.page.tsx';
import { useStaffPlace, workerPath } from '../staff-place.ts';

const fields: readonly RecordField[] = [
  { kind: 'text', name: 'name', label: 'What is the worker’s name?', missing: 'Enter the worker’s name' },
  {
    kind: 'text',
    name: 'number',
    label: 'Number in the regulator’s register',
    hint: 'Such as SW123456. Leave it empty for staff who are in no register: they are given a number here.',
    width: 10,
  },
];

/** Records somebody new, and leads on to their time with the employer. */
export function AddWorkerPage() {
  const place = useStaffPlace();
  const [hasErrors, setHasErrors] = useState(false);
  return (
    <TeamFrame title="Add a worker" hasErrors={hasErrors}>
      <TeamForm
        fields={fields}
        mutation={RecordWorkerDocument}
        submit="Continue"
        doneTo={(answer) => {
          const { worker } = answer as Extract<RecordWorkerMutation['result'], { __typename: 'RecordWorkerSuccess' }>;
          return `${workerPath(place, worker.id)}/employments/new`;
        }}
        onFaults={setHasErrors}
      />
    </TeamFrame>
  );
}
