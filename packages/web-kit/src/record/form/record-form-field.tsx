import { systemClock, type PlainDate } from '@mainstay/primitives';
import { Checkboxes } from '../../components/checkboxes.tsx';
import { DateInput } from '../../components/date-input.tsx';
import { Radios, Select, TextInput, type Choice } from '../../components/fields.tsx';
import { TextArea } from '../../components/text-area.tsx';
import { FacesField } from './faces-field.tsx';
import { RowsField } from './rows-field.tsx';
import { NOT_KNOWN, notKnownChoices, type Answers, type RecordField } from './record-field.ts';

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
  /** Why it is not known, to begin with. */
  readonly initialNotKnown?: string | null | undefined;
  readonly answers: Answers;
  readonly error: string | undefined;
  /** What the questions of rows hold to begin with, and what is wrong with them, by their names in the whole form. */
  readonly within?: {
    readonly initial: Readonly<Record<string, InitialValue>>;
    readonly errorOf: (field: RecordField) => string | undefined;
  };
}

const pleaseChoose = { value: '', text: 'Choose' };
const orNotKnown = { value: NOT_KNOWN, text: 'Not known' };
const yesNoOrNotKnown = [{ value: 'yes', text: 'Yes' }, { value: 'no', text: 'No' }, orNotKnown];

/** Draws one question of a form. */
export function RecordFormField(props: FieldViewProps) {
  const { field, initial, initialNotKnown, answers } = props;
  const isChosen = field.kind === 'choice' || field.kind === 'faces';
  const first = initialNotKnown && isChosen ? NOT_KNOWN : textOf(initial);
  const answer = answers[field.name] ?? first;
  const isAsked = isChosen ? answer === NOT_KNOWN : (answers[field.name] ?? (listOf(initial)[0] || first)) === '';
  return (
    <>
      <Question {...props} first={first} />
      {field.notKnown !== undefined && isAsked && (
        <Select
          name={`${field.name}-not-known`}
          label={isChosen ? 'Why is it not known?' : 'If it is not known, why'}
          choices={[pleaseChoose, ...notKnownChoices]}
          defaultValue={initialNotKnown ?? ''}
        />
      )}
    </>
  );
}

function Question({ field, initial, answers, error, first, within }: FieldViewProps & { readonly first: string }) {
  const common = { name: field.name, label: field.label, hint: field.hint, error };
  switch (field.kind) {
    case 'day':
      return <DateInput {...common} defaultValue={dayOf(initial) ?? (field.isToday ? systemClock.today() : null)} />;
    case 'choice':
      return field.isLong ? (
        <Select {...common} choices={[pleaseChoose, ...choicesOf(field)]} defaultValue={first} />
      ) : (
        <Radios {...common} choices={choicesOf(field)} defaultValue={first} />
      );
    case 'faces':
      return <FacesField {...common} choices={choicesOf(field)} noFace={NOT_KNOWN} defaultValue={first} />;
    case 'ticks':
      return <Checkboxes {...common} choices={field.choices} defaultValues={listOf(initial)} />;
    case 'several':
      return <SeveralField field={field} common={common} chosen={listOf(initial)} />;
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
        <TextInput
          {...common}
          label={field.unit ? `${field.label} (${field.unit})` : field.label}
          {...(field.decimals ? {} : { inputMode: 'numeric' as const })}
          width={5}
          defaultValue={typeof initial === 'number' ? String(initial / (field.times ?? 1)) : first}
        />
      );
    case 'text':
      return <TextInput {...common} width={field.width ?? 30} defaultValue={first} />;
    case 'words':
      return <TextArea {...common} rows={field.rows ?? 5} defaultValue={first} />;
    case 'rows':
      return (
        <RowsField
          field={field}
          error={error}
          answers={answers}
          question={(one) => (
            <RecordFormField
              field={one}
              initial={within?.initial[one.name]}
              initialNotKnown={one.notKnown ? (within?.initial[one.notKnown] as string | null | undefined) : undefined}
              answers={answers}
              error={within?.errorOf(one)}
            />
          )}
        />
      );
  }
}

function choicesOf(field: RecordField & { readonly kind: 'choice' | 'faces' }): readonly Choice[] {
  return field.notKnown === undefined ? field.choices : [...field.choices, orNotKnown];
}

/** As many selects as there may be answers, one after the other; the first is named by the question. */
function SeveralField(props: {
  readonly field: RecordField & { readonly kind: 'several' };
  readonly common: { name: string; label: string; hint: string | undefined; error: string | undefined };
  readonly chosen: readonly string[];
}) {
  const { field, common, chosen } = props;
  return Array.from({ length: field.most }, (_, place) => (
    <Select
      key={place}
      {...common}
      {...(place === 0
        ? {}
        : {
            id: `${field.name}-${place + 1}`,
            label: `Another, if there is one (${place + 1})`,
            hint: undefined,
            error: undefined,
          })}
      choices={[pleaseChoose, ...field.choices]}
      defaultValue={chosen[place] ?? ''}
    />
  ));
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
      <Radios {...common} choices={yesNoOrNotKnown} defaultValue={known.answer} isInline />
      {(answers[common.name] ?? known.answer) === NOT_KNOWN && (
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
  return notKnown ? { answer: NOT_KNOWN, reason: notKnown } : { answer: '', reason: '' };
}

function yesOrNo(initial: InitialValue): string {
  return typeof initial === 'boolean' ? (initial ? 'yes' : 'no') : '';
}

function textOf(initial: InitialValue): string {
  return typeof initial === 'string' || typeof initial === 'number' ? String(initial) : '';
}

function listOf(initial: InitialValue): readonly string[] {
  return Array.isArray(initial) ? (initial as readonly string[]) : [];
}

function dayOf(initial: InitialValue): PlainDate | null {
  return typeof initial === 'string' && initial !== '' ? (initial as PlainDate) : null;
}
