import {
  Button,
  ErrorSummary,
  formatInstant,
  Link,
  Radios,
  SummaryList,
  TextArea,
  useMutationOperation,
} from '@mainstay/web-kit';
import { useEffect } from 'react';
import { EventTable } from '../audit/event-table.tsx';
import { readText } from '../form/read-text.ts';
import { useForm } from '../form/use-form.ts';
import {
  DecideConcernDocument,
  type ConcernRowFragment,
  type DecideConcernMutationVariables,
} from '../generated/operations.ts';
import { personInWords, personWithRole } from '../person/person-words.ts';
import { childAccessPath, concernsPath } from '../urls.ts';
import { detectorInWords, stateInWords } from './concern-words.ts';

type Decision = DecideConcernMutationVariables['input']['decision'];

/** One concern with what it rests on, and the form that decides about it. */
export function ConcernForm({
  concern,
  onFaults,
  onDecided,
}: {
  readonly concern: ConcernRowFragment;
  /** Told whether the form has faults, for the page's title. */
  readonly onFaults: (hasFaults: boolean) => void;
  /** Called once the decision is recorded. */
  readonly onDecided: () => void;
}) {
  return (
    <>
      <h2 className="govuk-heading-m">{detectorInWords(concern.detector)}</h2>
      <SummaryList
        rows={[
          { key: 'What was noticed', value: concern.explanation },
          { key: 'Account', value: concern.person ? personWithRole(concern.person) : 'None' },
          {
            key: 'Child',
            value: concern.child ? (
              <Link to={childAccessPath(concern.child.id)}>Who looked at the record of {concern.child.localId}</Link>
            ) : (
              'No one child'
            ),
          },
          { key: 'When', value: formatInstant(concern.at) },
          ...(concern.decidedAt
            ? [
                {
                  key: stateInWords(concern.status),
                  value: `${formatInstant(concern.decidedAt)}, by ${personInWords(concern.decidedBy)}: ${concern.note}`,
                },
              ]
            : []),
        ]}
      />
      {concern.evidence.length > 0 && <EventTable caption="What it rests on" events={concern.evidence} />}
      {concern.status === 'OPEN' && <DecisionForm id={concern.id} onFaults={onFaults} onDecided={onDecided} />}
      <p className="govuk-body">
        <Link to={concernsPath}>Back to what waits</Link>
      </p>
    </>
  );
}

function DecisionForm(props: {
  readonly id: string;
  readonly onFaults: (hasFaults: boolean) => void;
  readonly onDecided: () => void;
}) {
  const { id, onFaults, onDecided } = props;
  const form = useForm();
  const decide = useMutationOperation(DecideConcernDocument);
  const hasFaults = form.faults.length > 0;
  useEffect(() => onFaults(hasFaults), [hasFaults, onFaults]);
  const send = async (data: FormData) => {
    const decision = readText(data, 'decision') as Decision | '';
    const note = readText(data, 'note');
    const faults = [];
    if (!decision) faults.push({ message: 'Say whether there is an explanation', fieldId: 'decision' });
    if (!note) faults.push({ message: 'Enter what you found and whom you asked', fieldId: 'note' });
    if (faults.length > 0 || !decision) return faults;
    const { decideMisuseSignal: answer } = await decide.run({ input: { id, decision, note } });
    if (answer.__typename !== 'DecideMisuseSignalSuccess') return [{ message: answer.message, fieldId: 'decision' }];
    onDecided();
    return [];
  };
  return (
    <>
      <ErrorSummary faults={form.faults} />
      <form className="mainstay-page__narrow" onSubmit={(event) => form.submit(event, send)} noValidate>
        <Radios
          name="decision"
          label="Is there an explanation?"
          labelSize="m"
          error={form.errorOf('decision')}
          choices={[
            { value: 'DISMISSED', text: 'Yes', hint: 'There was a reason that goes with the work. Nothing follows.' },
            { value: 'CONFIRMED', text: 'No', hint: 'It is to be followed up, by the way your authority has agreed.' },
          ]}
        />
        <TextArea
          name="note"
          label="What you found, and whom you asked"
          hint="It is kept with the concern. Leave out what the child’s record says."
          error={form.errorOf('note')}
        />
        <Button isDisabled={form.isSending}>Record the decision</Button>
      </form>
    </>
  );
}
