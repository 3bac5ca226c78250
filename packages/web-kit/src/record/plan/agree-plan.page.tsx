import { useState } from 'react';
import { AgreePlanDocument, type PlanEditionFragment } from '../../generated/operations.ts';
import { useMutationOperation } from '../../graph/use-operation.ts';
import { EmptyState } from '../../page/empty-state.tsx';
import { useNavigate } from '../../routing/router.tsx';
import { useViewer } from '../../session/session.tsx';
import { careParties } from '../care-party.ts';
import { withoutKey } from '../form/read-record-form.ts';
import { rowsInitial, type RecordField } from '../form/record-field.ts';
import { RecordForm } from '../form/record-form.tsx';
import type { InitialValue } from '../form/record-form-field.tsx';
import { RecordPage } from '../record-page.tsx';
import { WithPlan } from './plan-subject.tsx';
import { mayAgree, planNames } from './plan-words.ts';

const concerned = ['CHILD', 'MOTHER', 'FATHER', 'CARER'].map((party) => ({ party }));

const fields: readonly RecordField[] = [
  {
    kind: 'day',
    name: 'agreedOn',
    label: 'From which day does the plan hold?',
    isToday: true,
    missing: 'Enter the day',
  },
  {
    kind: 'rows',
    name: 'people',
    label: 'Who was consulted, and who has been given the plan?',
    hint: 'At least the child, a parent or why not, and the carer.',
    missing: 'Say who was consulted',
    row: {
      title: 'Person',
      first: concerned.length,
      most: 15,
      fields: [
        { kind: 'choice', name: 'party', label: 'Who?', choices: careParties, isLong: true, missing: 'choose who' },
        { kind: 'text', name: 'who', label: 'Name, where it is needed' },
        { kind: 'yes-no', name: 'wasConsulted', label: 'Consulted?', missing: 'say whether they were consulted' },
        {
          kind: 'text',
          name: 'notConsultedReason',
          label: 'Why not?',
          missing: 'enter why they were not consulted',
          isShown: ({ wasConsulted }) => wasConsulted === 'no',
        },
        {
          kind: 'day',
          name: 'toldOn',
          label: 'When were they given the plan?',
          hint: 'Leave it empty if they were not.',
        },
      ],
    },
  },
  {
    kind: 'yes-no',
    name: 'childAgrees',
    label: 'Does the child agree with the plan?',
    missing: 'Say whether the child agrees',
  },
  {
    kind: 'words',
    name: 'childNote',
    label: 'What did the child say of it?',
    hint: 'If the child does not agree, write why the plan holds all the same.',
    rows: 3,
  },
];

/** Agrees the draft of a plan: for managers. */
export function AgreePlanPage({ childrenPath }: { readonly childrenPath: string }) {
  const [hasErrors, setHasErrors] = useState(false);
  const { role } = useViewer();
  return (
    <RecordPage
      childrenPath={childrenPath}
      section="plans"
      title="Agree a plan"
      part="PLANS"
      isForm
      hasErrors={hasErrors}
    >
      {(head) =>
        mayAgree(role) ? (
          <WithPlan head={head}>
            {(plan) => <AgreeForm plan={plan} base={`${childrenPath}/${head.id}/plans`} onFaults={setHasErrors} />}
          </WithPlan>
        ) : (
          <EmptyState title="Managers agree plans." />
        )
      }
    </RecordPage>
  );
}

function AgreeForm(props: {
  readonly plan: PlanEditionFragment;
  readonly base: string;
  readonly onFaults: (hasFaults: boolean) => void;
}) {
  const { base, onFaults } = props;
  // A manager agrees what was on the page: what is written meanwhile must be read first.
  const [plan] = useState(props.plan);
  const navigate = useNavigate();
  const agree = useMutationOperation(AgreePlanDocument);
  return (
    <>
      <p className="govuk-body">
        {planNames[plan.kind]}, edition {plan.edition}, version {plan.recorded.version}
      </p>
      <RecordForm
        fields={fields}
        initial={rowsInitial<object, InitialValue>('people', concerned, (row) => ({ ...row }))}
        send={async (answers) => {
          const input = { ...withoutKey(answers), id: plan.id, version: plan.recorded.version };
          const { result } = await agree.run({ input: input as never });
          return result.__typename === 'RecordChangedError'
            ? { __typename: 'RecordInputError', field: '', message: writtenMeanwhile }
            : result;
        }}
        onDone={() => navigate(base)}
        onFaults={onFaults}
        submit="Agree the plan"
        cancelTo={base}
      />
    </>
  );
}

const writtenMeanwhile =
  'Somebody wrote in the plan after you opened this page. Cancel, read the plan as it is now, and agree it then';
