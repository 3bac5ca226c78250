import { formatDate } from '../../format/format.ts';
import {
  ChildAdoptionDocument,
  RecordAdoptionDecisionDocument,
  type ChildAdoptionQuery,
} from '../../generated/operations.ts';
import type { EntryKind, EntrySection, Found } from '../entries/entry-kind.ts';
import { codeChoices } from '../form/code-choices.ts';
import type { Answers, RecordField } from '../form/record-field.ts';

type Subject = Found<ChildAdoptionQuery>;

const isGiven = (name: string) => (answers: Answers) => (answers[`${name}-year`] ?? answers[name] ?? '') !== '';
const isMatched = isGiven('matchedOn');

const fields: readonly RecordField[] = [
  {
    kind: 'day',
    name: 'decidedOn',
    label: 'When was it decided that the child should be placed for adoption?',
    missing: 'Enter the day of the decision',
  },
  {
    kind: 'day',
    name: 'fosterToAdoptOn',
    label: 'When was the child placed with carers who foster for adoption?',
    hint: 'Leave it empty if that did not happen.',
    short: 'Fostered for adoption from',
    none: 'Not fostered for adoption',
  },
  {
    kind: 'day',
    name: 'matchedOn',
    label: 'When was the child matched with adopters?',
    hint: 'Leave it empty until there is a match.',
    short: 'Matched',
    none: 'No match yet',
  },
  {
    kind: 'text',
    name: 'familyId',
    label: 'The authority’s own number for the adoptive family',
    hint: 'You can leave this empty.',
    short: 'Number of the family',
    width: 20,
    isShown: isMatched,
  },
  {
    kind: 'choice',
    name: 'adopterSexes',
    label: 'Who are the adopters?',
    short: 'Adopters',
    choices: codeChoices('SEX_ADOPTR'),
    missing: 'Choose who the adopters are',
    isShown: isMatched,
  },
  {
    kind: 'choice',
    name: 'adopterStatus',
    label: 'What is the adopters’ legal status?',
    short: 'Legal status',
    choices: codeChoices('LS_ADOPTR'),
    missing: 'Choose the adopters’ legal status',
    isShown: isMatched,
  },
  {
    kind: 'true-false',
    name: 'isByFosterCarer',
    label: 'Did they foster the child before?',
    short: 'Fostered the child before',
    missing: 'Say whether they fostered the child before',
    isShown: isMatched,
  },
  {
    kind: 'day',
    name: 'reversedOn',
    label: 'When was it decided that the child should no longer be placed for adoption?',
    hint: 'Leave it empty while the decision stands.',
    short: 'Reversed',
    none: 'The decision stands',
  },
  {
    kind: 'choice',
    name: 'reversedReason',
    label: 'Why should the child no longer be placed for adoption?',
    short: 'Why reversed',
    choices: codeChoices('REASON_PLACED_CEASED'),
    missing: 'Choose why',
    isShown: isGiven('reversedOn'),
  },
];

const decisions: EntryKind<Subject> = {
  path: '',
  title: 'Adoption',
  one: 'an adoption decision',
  empty: 'No decision that the child should be placed for adoption is on record.',
  fields,
  entriesOf: ({ child }) => child.adoptionDecisions,
  headOf: ({ decidedOn }) => `Decided on ${formatDate(String(decidedOn))}`,
  inHead: ['decidedOn'],
  mutation: RecordAdoptionDecisionDocument,
};

/** Decisions that a child should be placed for adoption, and what became of them. */
export const adoptionSection: EntrySection<Subject> = {
  path: 'adoption',
  title: 'Adoption',
  part: 'DECISIONS',
  query: ChildAdoptionDocument,
  kinds: [decisions],
};
