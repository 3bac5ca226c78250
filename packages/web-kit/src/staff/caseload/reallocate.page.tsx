import { useState } from 'react';
import {
  LeavingForecastDocument,
  ReallocateChildrenDocument,
  type CareRecordedFragment,
} from '../../generated/operations.ts';
import { useMutationOperation, useOperation } from '../../graph/use-operation.ts';
import { EmptyState } from '../../page/empty-state.tsx';
import { Part } from '../../page/part.tsx';
import { CareWarnings } from '../../record/care-change/care-warnings.tsx';
import { codeChoices } from '../../record/form/code-choices.ts';
import type { RecordField } from '../../record/form/record-field.ts';
import { RecordForm, type RecordAnswer } from '../../record/form/record-form.tsx';
import { handOverFields } from '../../record/lead-professional/lead-professional-fields.ts';
import { useNavigate } from '../../routing/router.tsx';
import { useViewer } from '../../session/session.tsx';
import { mayRecordStaff, useStaffPlace, workerPath } from '../staff-place.ts';
import { WorkerFrame } from '../worker/worker-frame.tsx';
import { nameIn, useLeavingDay, type Forecast } from './leaving.page.tsx';
import { atField, moveField, NOT_NOW, reallocationInput } from './reallocation-input.ts';

type Plan = NonNullable<Forecast['reallocation']>;
interface ReallocationAnswer extends RecordAnswer {
  readonly warnings?: CareRecordedFragment['warnings'];
}

/** Gives the children of a worker who leaves to those who take over: the plan, each move of which can be changed. */
export function ReallocatePage() {
  const on = useLeavingDay();
  const place = useStaffPlace();
  const viewer = useViewer();
  const [hasErrors, setHasErrors] = useState(false);
  return (
    <WorkerFrame title="Move the children" hasErrors={hasErrors}>
      {(head) =>
        mayRecordStaff(viewer, place) ? (
          <WithPlan workerId={head.id} on={on} onFaults={setHasErrors} />
        ) : (
          <EmptyState title="This is recorded by the managers of the staff." />
        )
      }
    </WorkerFrame>
  );
}

interface Asked {
  readonly workerId: string;
  readonly on: string;
  readonly onFaults: (hasFaults: boolean) => void;
}

function WithPlan({ workerId, on, onFaults }: Asked) {
  const operation = useOperation(LeavingForecastDocument, { id: workerId, on });
  return (
    <Part what="The plan" operation={operation} shape="text" count={6}>
      {({ worker }) => {
        const forecast = worker?.leavingForecast;
        return forecast?.reallocation && forecast.children.length > 0 ? (
          <PlanForm workerId={workerId} on={on} forecast={forecast} plan={forecast.reallocation} onFaults={onFaults} />
        ) : (
          <EmptyState title="No child is to be moved." />
        );
      }}
    </Part>
  );
}

function PlanForm(props: Asked & { readonly forecast: Forecast; readonly plan: Plan }) {
  const { workerId, on, onFaults } = props;
  // What was read when the form was opened: a change that somebody makes meanwhile must come to light.
  const [{ forecast, plan }] = useState({ forecast: props.forecast, plan: props.plan });
  const [warnings, setWarnings] = useState<ReallocationAnswer['warnings']>([]);
  const navigate = useNavigate();
  const base = workerPath(useStaffPlace(), workerId);
  const reallocate = useMutationOperation(ReallocateChildrenDocument);
  if (warnings && warnings.length > 0) return <CareWarnings warnings={warnings} to={base} />;
  const children = forecast.children.map(({ child }) => child);
  const fields = [...moveFields(forecast, plan), ...commonFields];
  return (
    <RecordForm
      fields={fields}
      initial={Object.fromEntries(
        children.map(({ id }, place) => [
          moveField(place),
          plan.moves.find(({ child }) => child.id === id)?.to.id ?? NOT_NOW,
        ]),
      )}
      send={async (answers) => {
        const { input, places } = reallocationInput(answers, children);
        if (places.length === 0) return nobodyMoves;
        const { result } = await reallocate.run({ input: input as never });
        if (result.__typename === 'HistoryChangedError') return changedMeanwhile;
        return result.__typename === 'RecordInputError' ? atField(result, places, fields) : result;
      }}
      onDone={(answer: ReallocationAnswer) => {
        setWarnings(answer.warnings ?? []);
        if (!answer.warnings?.length) navigate(base);
      }}
      onFaults={onFaults}
      done="The children have their new social workers."
      submit="Make these changes"
      cancelTo={`${base}/leaving?on=${on}`}
    />
  );
}

function moveFields(forecast: Forecast, plan: Plan): readonly RecordField[] {
  const name = nameIn(forecast);
  const workers = plan.candidates.map(({ worker, childrenBefore }) => ({
    value: worker.id,
    text: `${worker.name ?? worker.id} (leads ${childrenBefore} now)`,
  }));
  return forecast.children.map(({ child }, place) => ({
    kind: 'choice',
    name: moveField(place),
    label: `Who takes over ${name(child)}?`,
    choices: [...workers, { value: NOT_NOW, text: 'Nobody yet: do not move this child now' }],
    isLong: true,
    missing: `Choose who takes over ${name(child)}`,
  }));
}

const commonFields: readonly RecordField[] = [
  {
    kind: 'day',
    name: 'from',
    label: 'From which day?',
    hint: 'Not in the future: a change is recorded when it happens.',
    isToday: true,
    missing: 'Enter the first day',
  },
  {
    kind: 'choice',
    name: 'reason',
    label: 'Why do the workers change?',
    choices: codeChoices('SW_REASON'),
    isLong: true,
    missing: 'Choose why the workers change',
  },
  ...handOverFields(true).map((field) =>
    field.name === 'handOver.note'
      ? {
          ...field,
          label: 'What must the next workers know?',
          hint: 'It goes into the record of each of these children: name no child in it. What is about one child is added there.',
        }
      : field.name === 'handOver.childTold'
        ? { ...field, label: 'Were the children told before it happens?' }
        : { ...field, label: 'Did the worker before introduce the next ones to the children?' },
  ),
];

const nobodyMoves: RecordAnswer = {
  __typename: 'RecordInputError',
  field: moveField(0),
  message: 'Choose who takes over at least one child',
};

const changedMeanwhile: RecordAnswer = {
  __typename: 'RecordInputError',
  field: '',
  message:
    'Somebody changed the history of one of these children meanwhile. Nothing was recorded. Go back to the plan, which is worked out again, and send it again',
};
