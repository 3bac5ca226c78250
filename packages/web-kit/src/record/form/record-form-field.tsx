import { systemClock, type PlainDate } from '@mainstay/primitives';
import { Checkboxes } from '../../components/checkboxes.tsx';
import { DateInput } from '../../components/date-input.tsx';
import { Radios, Select, TextInput } from '../../components/fields.tsx';
import { TextArea } from '../../components/text-area.tsx';
import { notKnownChoices, type Answers, type RecordField } from './record-field.ts';

/** What a field holds to begin with: as the graph tells it. */
export type InitialValue =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly string[]
  | { readonly value?: boolean | null; readonly notKnown?: string | null };

interface FieldViewProps {
  readonly field: RecordField;
  readonly initial: InitialValue;
  /** Why a number is not known, to begin with. */
  readonly initialNotKnown?: string | null | undefined;
  readonly answers: Answers;
  readonly error: string | undefined;
}

const pleaseChoose = { value: '', text: 'Choose' };
const orNotKnown = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
  { value: 'not-known', text: 'Not known' },
];

/** Draws one question of a form. */
export function RecordFormField({ field, initial, initialNotKnown, answers, error }: FieldViewProps) {
  const common = { name: field.name, label: field.label, hint: field.hint, error };
  switch (field.kind) {
    case 'day':
      return <DateInput {...common} defaultValue={dayOf(initial) ?? (field.isToday ? systemClock.today() : null)} />;
    case 'choice':
      return field.isLong ? (
        <Select {...common} choices={[pleaseChoose, ...field.choices]} defaultValue={textOf(initial)} />
      ) : (
        <Radios {...common} choices={field.choices} defaultValue={textOf(initial)} />
      );
    case 'ticks':
      return <Checkboxes {...common} choices={field.choices} defaultValues={Array.isArray(initial) ? initial : []} />;
    case 'true-false': {
      const choices = [
        { value: 'yes', text: field.yes ?? 'Yes' },
        { value: 'no', text: field.no ?? 'No' },
      ];
      return <Radios {...common} choices={choices} defaultValue={yesOrNo(initial)} isInline />;
    }
    case 'yes-no':
      return <YesNoField common={common} initial={initial} answers={answers} />;
    case 'number':
      return (
        <>
          <TextInput
            {...common}
            label={field.unit ? `${field.label} (${field.unit})` : field.label}
            inputMode="numeric"
            width={5}
            defaultValue={textOf(initial)}
          />
          {field.notKnown !== undefined && (answers[field.name] ?? textOf(initial)) === '' && (
            <Select
              name={`${field.name}-not-known`}
              label="If it is not known, why"
              choices={[pleaseChoose, ...notKnownChoices]}
              defaultValue={initialNotKnown ?? ''}
            />
          )}
        </>
      );
    case 'text':
      return <TextInput {...common} width={field.width ?? 30} defaultValue={textOf(initial)} />;
    case 'words':
      return <TextArea {...common} rows={field.rows ?? 5} defaultValue={textOf(initial)} />;
  }
}

function YesNoField(props: {
  readonly common: { name: string; label: string; hint: string | undefined; error: string | undefined };
  readonly initial: InitialValue;
  readonly answers: Answers;
}) {
  const { common, initial, answers } = props;
  const known = yesNoOf(initial);
  return (
    <>
      <Radios {...common} choices={orNotKnown} defaultValue={known.answer} isInline />
      {(answers[common.name] ?? known.answer) === 'not-known' && (
        <Select
          name={`${common.name}-not-known`}
          label="Why is it not known?"
          choices={[pleaseChoose, ...notKnownChoices]}
          defaultValue={known.reason}
        />
      )}
    </>
  );
}

function yesNoOf(initial: InitialValue): { answer: string; reason: string } {
  if (typeof initial !== 'object' || initial === null || Array.isArray(initial)) return { answer: '', reason: '' };
  const { value, notKnown } = initial as { readonly value?: boolean | null; readonly notKnown?: string | null };
  if (typeof value === 'boolean') return { answer: yesOrNo(value), reason: '' };
  return notKnown ? { answer: 'not-known', reason: notKnown } : { answer: '', reason: '' };
}

function yesOrNo(initial: InitialValue): string {
  return typeof initial === 'boolean' ? (initial ? 'yes' : 'no') : '';
}

function textOf(initial: InitialValue): string {
  return typeof initial === 'string' || typeof initial === 'number' ? String(initial) : '';
}

function dayOf(initial: InitialValue): PlainDate | null {
  return typeof initial === 'string' && initial !== '' ? (initial as PlainDate) : null;
}
