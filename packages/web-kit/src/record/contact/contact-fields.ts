import type { Choice } from '../../components/fields.tsx';
import { noteField, type Answers, type RecordField } from '../form/record-field.ts';
import { bars, contactKinds, outcomes, parties, relations, supervisions } from './contact-words.ts';

const isBarred = (answers: Answers): boolean => answers['isBarred'] === 'yes';
const isPlanned = (answers: Answers): boolean => answers['isBarred'] === 'no';

/** The questions about contact that is planned or barred. */
export const contactPlanFields: readonly RecordField[] = [
  {
    kind: 'text',
    name: 'personName',
    label: 'With whom?',
    hint: 'The name they go by with the child.',
    missing: 'Enter with whom',
  },
  {
    kind: 'choice',
    name: 'relation',
    label: 'What are they to the child?',
    choices: relations,
    isLong: true,
    missing: 'Choose what they are to the child',
  },
  {
    kind: 'true-false',
    name: 'isBarred',
    label: 'Is contact planned or barred?',
    yes: 'Barred',
    no: 'Planned',
    missing: 'Say whether contact is planned or barred',
  },
  {
    kind: 'choice',
    name: 'barredBy',
    label: 'What bars it?',
    choices: bars,
    missing: 'Choose what bars it',
    isShown: isBarred,
  },
  { kind: 'day', name: 'startedOn', label: 'From which day?', isToday: true, missing: 'Enter the first day' },
  {
    kind: 'day',
    name: 'endedOn',
    label: 'To which day?',
    hint: 'Leave it empty while no end is set.',
    none: 'No end is set',
  },
  {
    kind: 'choice',
    name: 'kind',
    label: 'How will they be in contact?',
    choices: contactKinds,
    missing: 'Choose how they will be in contact',
    isShown: isPlanned,
  },
  {
    kind: 'number',
    name: 'timesAYear',
    label: 'How often?',
    unit: 'times a year',
    hint: '52 is every week, 26 every fortnight, 12 every month.',
    missing: 'Enter how often',
    isShown: isPlanned,
  },
  {
    kind: 'number',
    name: 'minutes',
    label: 'How long each time?',
    unit: 'minutes',
    hint: 'Leave it empty if no length is set.',
    isShown: isPlanned,
  },
  {
    kind: 'choice',
    name: 'supervision',
    label: 'Who is there?',
    choices: supervisions,
    missing: 'Choose who is there',
    isShown: isPlanned,
  },
  {
    kind: 'words',
    name: 'childWishes',
    label: 'What does the child want?',
    short: 'What the child wants',
    rows: 3,
    notKnown: 'childWishesNotKnown',
    missing: 'Write what the child wants, or say why it is not known',
  },
  noteField,
];

const UNPLANNED = 'unplanned';
const isHeld = (answers: Answers): boolean => answers['outcome'] === 'TOOK_PLACE';
const isNotHeld = (answers: Answers): boolean =>
  answers['outcome'] === 'CANCELLED' || answers['outcome'] === 'NOT_ATTENDED';
const isUnplanned = (answers: Answers): boolean => answers['planId'] === UNPLANNED;

const outcomeFields: readonly RecordField[] = [
  {
    kind: 'choice',
    name: 'outcome',
    label: 'Did it take place?',
    choices: outcomes,
    missing: 'Say whether it took place',
  },
  {
    kind: 'choice',
    name: 'cancelledBy',
    label: 'Because of whom did it not take place?',
    short: 'Because of',
    choices: parties,
    isLong: true,
    missing: 'Choose because of whom',
    isShown: isNotHeld,
  },
  {
    kind: 'text',
    name: 'notHeldReason',
    label: 'Why did it not take place?',
    short: 'Why not',
    missing: 'Enter why it did not take place',
    isShown: isNotHeld,
  },
  {
    kind: 'true-false',
    name: 'isBreach',
    label: 'Was contact with them barred that day?',
    short: 'Barred that day',
    missing: 'Say whether contact was barred that day',
    isShown: isHeld,
  },
  {
    kind: 'number',
    name: 'minutes',
    label: 'How long?',
    short: 'Time',
    unit: 'minutes',
    notKnown: 'minutesNotKnown',
    missing: 'Enter how long, or say why it is not known',
    isShown: isHeld,
  },
  {
    kind: 'yes-no',
    name: 'supervised',
    label: 'Was it supervised?',
    short: 'Supervised',
    missing: 'Say whether it was supervised',
    isShown: isHeld,
  },
  {
    kind: 'words',
    name: 'childView',
    label: 'What did the child say of it, or how was the child?',
    short: 'The child',
    rows: 3,
    notKnown: 'childViewNotKnown',
    missing: 'Write what the child said or how the child was, or say why it is not known',
    isShown: isHeld,
  },
];

/** The questions about contact that took place or was due; `plans` are what it can have been planned as. */
export function contactFields(plans: readonly Choice[]): readonly RecordField[] {
  return [
    { kind: 'day', name: 'heldOn', label: 'When?', isToday: true, missing: 'Enter the day' },
    {
      kind: 'choice',
      name: 'planId',
      label: 'With whom?',
      choices: [...plans, { value: UNPLANNED, text: 'Somebody else, or contact that was not planned' }],
      missing: 'Choose with whom',
    },
    {
      kind: 'text',
      name: 'personName',
      label: 'What is their name?',
      missing: 'Enter their name',
      isShown: isUnplanned,
    },
    {
      kind: 'choice',
      name: 'relation',
      label: 'What are they to the child?',
      choices: relations,
      isLong: true,
      missing: 'Choose what they are to the child',
      isShown: isUnplanned,
    },
    {
      kind: 'choice',
      name: 'kind',
      label: 'How were they in contact?',
      short: 'How',
      choices: contactKinds,
      missing: 'Choose how they were in contact',
    },
    ...outcomeFields,
    noteField,
  ];
}

/** The graph's input of what the form says: contact that was not planned names no plan, and what was not held breached nothing. */
export function contactInput({ planId, ...input }: Readonly<Record<string, unknown>>) {
  return { isBreach: false, ...input, ...(planId === UNPLANNED ? {} : { planId }) };
}

/** What a form about contact that is on record begins with. */
export function contactInitial(plan: unknown): { readonly planId: string } {
  return { planId: (plan as { readonly id: string } | null)?.id ?? UNPLANNED };
}
