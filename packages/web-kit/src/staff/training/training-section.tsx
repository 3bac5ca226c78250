import { Tag, type TagColour } from '../../components/notices.tsx';
import { formatCount, formatDate } from '../../format/format.ts';
import {
  RecordTrainingDocument,
  WorkerTrainingsDocument,
  type LearningStandsFragment,
  type WorkerTrainingsQuery,
} from '../../generated/operations.ts';
import type { RecordField } from '../../record/form/record-field.ts';
import type { FoundWorker, StaffSection } from '../worker/staff-section.ts';

const kinds = [
  { value: 'COURSE', text: 'Course, workshop or webinar' },
  { value: 'CONFERENCE', text: 'Conference' },
  { value: 'QUALIFICATION', text: 'Award of a university or other awarding body' },
  { value: 'INDUCTION', text: 'Being brought into a post' },
  { value: 'SHADOWING', text: 'Shadowing or being mentored' },
  { value: 'READING', text: 'Reading, research or listening' },
  { value: 'REFLECTION', text: 'Reflection on practice' },
  { value: 'TEACHING', text: 'Teaching, or teaching students in practice' },
  { value: 'OTHER', text: 'Something else' },
] as const;

/** The questions about something a worker did to learn. */
export const trainingFields: readonly RecordField[] = [
  {
    kind: 'day',
    name: 'on',
    label: 'When was it?',
    hint: 'The last day, where it took several.',
    isToday: true,
    missing: 'Enter the day',
  },
  { kind: 'text', name: 'title', label: 'What was it called?', missing: 'Enter what it was called' },
  {
    kind: 'choice',
    name: 'kind',
    label: 'What was it?',
    short: 'Kind',
    choices: kinds,
    isLong: true,
    missing: 'Choose what it was',
  },
  {
    kind: 'text',
    name: 'provider',
    label: 'Who offered it?',
    short: 'Offered by',
    hint: 'Leave it empty for learning of one’s own.',
  },
  {
    kind: 'number',
    name: 'hours',
    label: 'How long did it take?',
    short: 'Time',
    unit: 'hours',
    decimals: 1,
    missing: 'Enter the hours it took',
  },
  {
    kind: 'true-false',
    name: 'isPostRegistrationLearning',
    label: 'Does it count as learning that the regulator asks for?',
    short: 'Counts for registration',
    hint: 'Social Work England asks everybody on its register for two pieces a year, one of them discussed with a peer.',
    missing: 'Say whether it counts for registration',
  },
  {
    kind: 'true-false',
    name: 'isDiscussedWithPeer',
    label: 'Was it discussed with a peer?',
    short: 'Discussed with a peer',
    missing: 'Say whether it was discussed with a peer',
  },
];

/** How learning stands, in a word or two, and the colour of its tag. */
export function learningInWords({ state }: Pick<LearningStandsFragment, 'state'>): { text: string; colour: TagColour } {
  switch (state) {
    case 'MET':
      return { text: 'Done for the year', colour: 'green' };
    case 'OPEN':
      return { text: 'Not yet', colour: 'blue' };
    case 'BEHIND':
      return { text: 'Behind', colour: 'red' };
  }
}

/** A worker's learning: how the year of registration stands, and what was learnt. */
export const trainingSection: StaffSection<FoundWorker<WorkerTrainingsQuery>> = {
  id: 'learning',
  title: 'Learning',
  query: WorkerTrainingsDocument,
  lead: ({ worker }) => <Stands year={worker.learningYear} />,
  kinds: [
    {
      path: 'learning',
      title: 'Learning',
      one: 'learning',
      entry: 'this learning',
      empty: 'No learning is on record.',
      fields: trainingFields,
      entriesOf: ({ worker }) => worker.trainings,
      headOf: ({ on, title }) => `${formatDate(String(on))}: ${String(title)}`,
      inHead: ['on', 'title'],
      mutation: RecordTrainingDocument,
    },
  ],
};

function Stands({ year }: { readonly year: LearningStandsFragment | null }) {
  if (!year) return <p className="govuk-body">The regulator asks for no learning in this role.</p>;
  const { text, colour } = learningInWords(year);
  const { learningPieces, learningPiecesWithPeers, learningHours } = year.expected;
  return (
    <p className="govuk-body">
      <Tag colour={colour}>{text}</Tag> In the year of registration to {formatDate(year.until)}:{' '}
      {formatCount(year.pieces, 'piece')} of {learningPieces} on record, {year.piecesWithPeers} of{' '}
      {learningPiecesWithPeers} discussed with a peer
      {learningHours === null ? '' : `, ${year.hours} of ${learningHours} hours`}. {year.hoursOfAll} hours of learning
      in all.
    </p>
  );
}
