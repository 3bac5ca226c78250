import { useState } from 'react';
import { RecordRegistrationDocument } from '../../generated/operations.ts';
import { useMutationOperation } from '../../graph/use-operation.ts';
import { initialOf } from '../../record/entries/entry-rows.ts';
import type { RecordField } from '../../record/form/record-field.ts';
import { RecordForm } from '../../record/form/record-form.tsx';
import { useNavigate } from '../../routing/router.tsx';
import { WithEmployer } from '../form/with-employer.tsx';
import { useStaffPlace, workerPath } from '../staff-place.ts';
import type { WorkerHead } from '../worker/staff-section.ts';
import { WorkerFrame } from '../worker/worker-frame.tsx';

const fields: readonly RecordField[] = [
  {
    kind: 'choice',
    name: 'status',
    label: 'Where does the registration stand?',
    choices: [
      { value: 'REGISTERED', text: 'In force' },
      { value: 'LAPSED', text: 'Lapsed: not renewed in time' },
      { value: 'SUSPENDED', text: 'Suspended by the regulator' },
      { value: 'REMOVED', text: 'Removed from the register' },
    ],
    missing: 'Choose where the registration stands',
  },
  {
    kind: 'day',
    name: 'statusSince',
    label: 'Since which day?',
    missing: 'Enter the day since which it stands so',
    isShown: (answers) => (answers['status'] ?? 'REGISTERED') !== 'REGISTERED',
  },
  {
    kind: 'day',
    name: 'registeredOn',
    label: 'When was the worker first registered?',
    missing: 'Enter the day of first registration',
  },
  {
    kind: 'day',
    name: 'expiresOn',
    label: 'Until which day does it hold?',
    hint: 'Social Work England’s registrations are renewed by 30 November each year.',
    missing: 'Enter the last day of the registration',
  },
];

const why: RecordField = {
  kind: 'text',
  name: 'correcting.reason',
  label: 'Why are you changing it?',
  hint: 'For example: renewed for the year to 30 November.',
  missing: 'Enter why you are changing it',
};

/** Records a worker's registration, or its renewal. */
export function RecordRegistrationPage() {
  const [hasErrors, setHasErrors] = useState(false);
  return (
    <WorkerFrame title="Registration" hasErrors={hasErrors}>
      {(head) => <RegistrationForm head={head} onFaults={setHasErrors} />}
    </WorkerFrame>
  );
}

function RegistrationForm(props: { readonly head: WorkerHead; readonly onFaults: (hasFaults: boolean) => void }) {
  const { head, onFaults } = props;
  // The form is about the version that was there when it was opened.
  const [registration] = useState(head.registration);
  const navigate = useNavigate();
  const base = workerPath(useStaffPlace(), head.id);
  const record = useMutationOperation(RecordRegistrationDocument);
  return (
    <WithEmployer>
      {({ field, employerOf }) => (
        <RecordForm
          fields={[...field, ...fields]}
          initial={registration ? initialOf(fields, registration) : {}}
          correcting={registration ? { id: head.id, version: registration.recorded.version } : undefined}
          why={why}
          send={async ({ correcting, ...answers }) => {
            const { version, reason } = (correcting ?? {}) as { version?: number; reason?: string };
            const corrected = version === undefined ? {} : { correcting: { version, reason } };
            const input = { ...answers, ...corrected, employer: employerOf(answers), workerId: head.id };
            return (await record.run({ input: input as never })).result;
          }}
          onDone={() => navigate(base)}
          onFaults={onFaults}
          submit="Save the registration"
          cancelTo={base}
        />
      )}
    </WithEmployer>
  );
}
