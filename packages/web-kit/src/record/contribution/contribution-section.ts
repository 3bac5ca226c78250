import { formatDate } from '../../format/format.ts';
import {
  ChildContributionsDocument,
  RecordContributionDocument,
  type ChildContributionsQuery,
} from '../../generated/operations.ts';
import type { EntryKind, EntrySection, Found } from '../entries/entry-kind.ts';
import { choiceInWords } from '../entries/entry-rows.ts';
import type { RecordField } from '../form/record-field.ts';

type Subject = Found<ChildContributionsQuery>;

const kinds = [
  { value: 'PRIZE', text: 'A prize, award or certificate' },
  { value: 'SPORT', text: 'Sport, or a sports club' },
  { value: 'CLUB', text: 'Drama, music or another club' },
  { value: 'VOLUNTEERING', text: 'Voluntary or community work' },
  { value: 'SCHOOL_COUNCIL', text: 'A school, college or children in care council' },
  { value: 'OTHER', text: 'Something else to be proud of' },
] as const;

const fields: readonly RecordField[] = [
  { kind: 'choice', name: 'kind', label: 'What kind is it?', choices: kinds, missing: 'Choose what kind it is' },
  { kind: 'words', name: 'what', label: 'What is it?', rows: 3, missing: 'Write what it is' },
  {
    kind: 'day',
    name: 'startedOn',
    label: 'When did it begin, or when was it achieved?',
    missing: 'Enter the day',
  },
  {
    kind: 'day',
    name: 'endedOn',
    label: 'When did it end?',
    hint: 'Leave it empty while it goes on, and for what was one day.',
    short: 'Until',
  },
];

const contributions: EntryKind<Subject> = {
  path: '',
  title: 'Achievements',
  one: 'an achievement',
  empty: 'No achievements are on record.',
  emptyHint: 'Clubs, prizes, voluntary work: whatever the child takes part in or is proud of.',
  fields,
  entriesOf: ({ child }) => child.contributions,
  headOf: ({ startedOn, kind }) => `${formatDate(String(startedOn))}: ${choiceInWords(kinds, kind)}`,
  inHead: ['startedOn', 'kind'],
  mutation: RecordContributionDocument,
};

/** What a child takes part in and has achieved. */
export const contributionSection: EntrySection<Subject> = {
  path: 'achievements',
  title: 'Achievements',
  part: 'EDUCATION',
  query: ChildContributionsDocument,
  kinds: [contributions],
};
