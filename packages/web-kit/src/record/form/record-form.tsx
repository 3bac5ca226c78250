import { useRef, useState, type ReactNode, type SyntheticEvent } from 'react';
import { Button, ButtonGroup } from '../../components/button.tsx';
import { ErrorSummary, type FormFault } from '../../components/error-summary.tsx';
import { NotificationBanner } from '../../components/notices.tsx';
import { formatInstant } from '../../format/format.ts';
import { leaveNotice } from './left-notice.tsx';
import { answersOf, readRecordForm } from './read-record-form.ts';
import { fieldId, NOT_KNOWN, type Answers, type RecordField } from './record-field.ts';
import { RecordFormField, type InitialValue } from './record-form-field.tsx';

/** What the graph answers to an entry: the entry, or why it could not be recorded. */
export interface RecordAnswer {
  readonly __typename: string;
  readonly message?: string;
  readonly field?: string;
  readonly recorded?: { readonly version: number; readonly at: string; readonly by: { readonly name?: string | null } };
}

/** The entry that is corrected: its id, and the version on the page. */
export interface CorrectedEntry {
  readonly id: string;
  readonly version: number;
}

/** What a form about a child's record needs. */
export interface RecordFormProps {
  readonly fields: readonly RecordField[];
  /** What the fields hold to begin with, by name. */
  readonly initial?: Readonly<Record<string, InitialValue>>;
  /** The entry, when one is corrected: the form then asks why. */
  readonly correcting?: CorrectedEntry | undefined;
  /** How it then asks why; as for a correction when it is left out. */
  readonly why?: RecordField;
  /** Sends the input, with `key` and `correcting` in it, and answers what came of it. */
  readonly send: (input: Readonly<Record<string, unknown>>) => Promise<RecordAnswer>;
  readonly onDone: (answer: RecordAnswer) => void;
  readonly onFaults?: (hasFaults: boolean) => void;
  /** The button's words. */
  readonly submit: string;
  /** What the page that follows says of it; that it is on record when left out. */
  readonly done?: string;
  readonly cancelTo: string;
  readonly children?: ReactNode;
}

const whyCorrected: RecordField = {
  kind: 'text',
  name: 'correcting.reason',
  label: 'Why are you changing this entry?',
  hint: 'What was recorded before stays on record, with this reason.',
  missing: 'Enter why you are changing this entry',
};

/**
 * A form that records something about a child, or corrects an entry. Nothing is lost when it cannot be sent: what was
 * written stays in the form, and sending it twice records it once.
 */
export function RecordForm(props: RecordFormProps) {
  const { initial = {}, correcting, send, onDone, onFaults, submit, cancelTo, children } = props;
  const done = props.done ?? (correcting ? 'The change is on record.' : 'It is on record.');
  const fields = correcting ? [...props.fields, props.why ?? whyCorrected] : props.fields;
  const key = useRef(crypto.randomUUID());
  const [answers, setAnswers] = useState<Answers>(() => initialAnswers(initial, fields));
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const [changed, setChanged] = useState<RecordAnswer['recorded']>();
  const [isSending, setSending] = useState(false);
  const tell = (found: readonly FormFault[]) => {
    setFaults(found);
    onFaults?.(found.length > 0);
  };
  const sendForm = async (form: FormData) => {
    const { input, faults: found } = readRecordForm(fields, form);
    if (found.length > 0) return tell(found);
    const corrected = correcting && { ...correcting, version: changed?.version ?? correcting.version };
    const answer = await send({
      ...input,
      key: key.current,
      ...(corrected ? { correcting: { ...(input['correcting'] as object), ...corrected } } : {}),
    });
    if (answer.__typename === 'RecordInputError') return tell([faultOf(answer, fields)]);
    if (answer.__typename === 'RecordChangedError') {
      setChanged(answer.recorded);
      return tell([{ message: answer.message ?? '' }]);
    }
    tell([]);
    leaveNotice(done);
    onDone(answer);
  };
  const submitted = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isSending) return;
    setSending(true);
    setFaults([]);
    void sendForm(new FormData(event.currentTarget))
      .catch((error: Error) => tell([{ message: error.message }]))
      .finally(() => setSending(false));
  };
  const errorOf = (field: RecordField) => faults.find((fault) => fault.fieldId === fieldId(field))?.message;
  return (
    <>
      <ErrorSummary faults={faults} />
      {changed && <ChangedMeanwhile changed={changed} />}
      <form
        className="mainstay-page__narrow"
        noValidate
        onSubmit={submitted}
        onInput={(event) => setAnswers(answersOf(new FormData(event.currentTarget)))}
      >
        {children}
        {fields
          .filter((field) => !field.isShown || field.isShown(answers))
          .map((field) => (
            <RecordFormField
              key={field.name}
              field={field}
              initial={initial[field.name]}
              initialNotKnown={field.notKnown ? (initial[field.notKnown] as string | null | undefined) : undefined}
              answers={answers}
              error={errorOf(field)}
              within={{ initial, errorOf }}
            />
          ))}
        <ButtonGroup>
          <Button isDisabled={isSending}>{submit}</Button>
          <Button kind="secondary" to={cancelTo}>
            Cancel
          </Button>
        </ButtonGroup>
      </form>
    </>
  );
}

function ChangedMeanwhile({ changed }: { readonly changed: NonNullable<RecordAnswer['recorded']> }) {
  return (
    <NotificationBanner
      heading={`${changed.by.name ?? 'Somebody'} changed this entry at ${formatInstant(changed.at)}.`}
    >
      <p className="govuk-body">
        What you wrote is still below. Open the entry in another tab to see the other version; if you send yours now, it
        takes its place, and both stay on record.
      </p>
    </NotificationBanner>
  );
}

function faultOf({ message = '', field = '' }: RecordAnswer, fields: readonly RecordField[]): FormFault {
  const found = fields.find((one) => one.name === field || one.notKnown === field || field.startsWith(`${one.name}.`));
  return found ? { message, fieldId: found.kind === 'rows' ? field : fieldId(found) } : { message };
}

/** The answers that a form begins with. */
export function initialAnswers(
  initial: Readonly<Record<string, InitialValue>>,
  fields: readonly RecordField[] = [],
): Answers {
  const answers: Record<string, string> = {};
  for (const [name, value] of Object.entries(initial)) {
    const answer = answerOf(value);
    if (answer !== undefined) answers[name] = answer;
  }
  for (const { name, notKnown, kind } of fields) {
    if (notKnown && initial[notKnown] && (kind === 'choice' || kind === 'faces')) answers[name] = NOT_KNOWN;
  }
  return answers;
}

function answerOf(value: InitialValue): string | undefined {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (!value || typeof value !== 'object') return undefined;
  if ('value' in value && typeof value.value === 'boolean') return value.value ? 'yes' : 'no';
  return 'notKnown' in value && value.notKnown ? NOT_KNOWN : undefined;
}
