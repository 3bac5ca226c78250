import { formatDate } from '../../format/format.ts';
import {
  ChildLeavingCareDocument,
  RecordLeavingCareDocument,
  type ChildLeavingCareQuery,
} from '../../generated/operations.ts';
import type { EntryKind, EntrySection, Found } from '../entries/entry-kind.ts';
import { codeChoices } from '../form/code-choices.ts';
import { noteField, type Answers, type RecordField } from '../form/record-field.ts';

type Subject = Found<ChildLeavingCareQuery>;

/** Of somebody who died or went home for good, the rest is not asked. */
const isAsked = ({ inTouch = '' }: Answers): boolean => inTouch !== 'DIED' && inTouch !== 'RHOM';

const fields: readonly RecordField[] = [
  { kind: 'day', name: 'asOf', label: 'On what day was it so?', isToday: true, missing: 'Enter the day' },
  {
    kind: 'choice',
    name: 'eligibility',
    label: 'What is the young person entitled to?',
    short: 'Entitled as',
    choices: [
      {
        value: 'ELIGIBLE',
        text: 'Eligible child',
        hint: '16 or 17, looked after for 13 weeks or more since the age of 14, and still looked after',
      },
      { value: 'RELEVANT', text: 'Relevant child', hint: '16 or 17, was eligible, and is no longer looked after' },
      { value: 'FORMER_RELEVANT', text: 'Former relevant child', hint: '18 or over, and was eligible or relevant' },
      {
        value: 'QUALIFYING',
        text: 'Qualifying young person',
        hint: '16 to 25, looked after or under special guardianship at 16 or later, for less than 13 weeks',
      },
    ],
    missing: 'Choose what the young person is entitled to',
  },
  {
    kind: 'choice',
    name: 'inTouch',
    label: 'Are you in touch?',
    short: 'In touch',
    choices: codeChoices('IN_TOUCH'),
    missing: 'Say whether you are in touch',
  },
  {
    kind: 'day',
    name: 'lastContactOn',
    label: 'When were you last in touch?',
    hint: 'Leave it empty if you have not been.',
    short: 'Last contact',
    none: 'None',
  },
  {
    kind: 'choice',
    name: 'activity',
    label: 'What do they mainly do?',
    short: 'Main activity',
    choices: codeChoices('ACTIV', ['0']),
    isLong: true,
    notKnown: 'activityNotKnown',
    missing: 'Choose what they mainly do, or that it is not known',
    isShown: isAsked,
  },
  {
    kind: 'choice',
    name: 'accommodation',
    label: 'Where do they live, and is it suitable?',
    short: 'Lives',
    choices: codeChoices('ACCOM', ['0']),
    isLong: true,
    notKnown: 'accommodationNotKnown',
    missing: 'Choose where they live, or that it is not known',
    isShown: isAsked,
  },
  {
    kind: 'text',
    name: 'personalAdviser',
    label: 'Who is the personal adviser?',
    hint: 'The name, or that none has been appointed.',
    short: 'Personal adviser',
    notKnown: 'personalAdviserNotKnown',
    missing: 'Enter who the personal adviser is, or why it is not known',
  },
  noteField,
];

const updates: EntryKind<Subject> = {
  path: '',
  title: 'Leaving care',
  one: 'how the young person is',
  entry: 'an entry on leaving care',
  empty: 'Nothing about leaving care is on record.',
  emptyHint: 'From the age of 16: what the young person is entitled to, does, and where they live.',
  fields,
  entriesOf: ({ child }) => child.leavingCare,
  headOf: ({ asOf }) => `On ${formatDate(String(asOf))}`,
  inHead: ['asOf'],
  mutation: RecordLeavingCareDocument,
  startOf: ({ subject }) => {
    const [newest] = subject.child.leavingCare;
    return newest ? { eligibility: newest.eligibility, personalAdviser: newest.personalAdviser } : {};
  },
};

/** How a young person is who is leaving or has left care. */
export const leavingCareSection: EntrySection<Subject> = {
  path: 'leaving-care',
  title: 'Leaving care',
  part: 'LEAVING_CARE',
  query: ChildLeavingCareDocument,
  kinds: [updates],
};
