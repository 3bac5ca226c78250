import { InsetText } from '../../components/notices.tsx';
import { formatCount, formatDate } from '../../format/format.ts';
import {
  ChildHealthDocument,
  RecordHealthEventDocument,
  RecordHealthRegistrationDocument,
  RecordSpecialistSupportDocument,
  type ChildHealthQuery,
} from '../../generated/operations.ts';
import type { EntryKind, EntrySection, Found } from '../entries/entry-kind.ts';
import { choiceInWords } from '../entries/entry-rows.ts';
import { healthEventFields, healthEventKinds } from './health-event-fields.ts';
import { healthServices, registrationFields, specialistServices, supportFields } from './health-fields.ts';

type Subject = Found<ChildHealthQuery>;

const events: EntryKind<Subject> = {
  path: 'events',
  title: 'Assessments, checks and illness',
  one: 'an assessment, check or visit',
  empty: 'Nothing of the child’s health is on record.',
  emptyHint: 'Health assessments, dental checks, immunisations and the questionnaire are all recorded here.',
  fields: healthEventFields,
  entriesOf: ({ child }) => child.healthEvents,
  headOf: ({ happenedOn, kind }) => `${formatDate(String(happenedOn))}: ${choiceInWords(healthEventKinds, kind)}`,
  inHead: ['kind', 'happenedOn'],
  mutation: RecordHealthEventDocument,
};

const registrations: EntryKind<Subject> = {
  path: 'registrations',
  title: 'Doctor, dentist and optician',
  one: 'a registration',
  empty: 'It is not on record whether the child has a doctor, dentist or optician.',
  fields: registrationFields,
  entriesOf: ({ child }) => child.healthRegistrations,
  headOf: ({ service, asOf }) => `${choiceInWords(healthServices, service)}, since ${formatDate(String(asOf))}`,
  inHead: ['service', 'asOf'],
  mutation: RecordHealthRegistrationDocument,
};

const supports: EntryKind<Subject> = {
  path: 'specialist-support',
  title: 'Specialist support',
  one: 'specialist support',
  empty: 'No specialist support has been asked for.',
  emptyHint: 'Record a referral on the day it is made: the days of waiting are counted from it.',
  fields: supportFields,
  entriesOf: ({ child }) => child.specialistSupports,
  headOf: ({ service, referredOn }) =>
    `${choiceInWords(specialistServices, service)}, asked for on ${formatDate(String(referredOn))}`,
  inHead: ['service', 'referredOn'],
  moreRows: (entry) => [{ key: 'Waited', value: formatCount(Number(entry['waitDays']), 'day') }],
  mutation: RecordSpecialistSupportDocument,
};

/** How the difficulties that carers see have changed, by the last two questionnaires. */
function sdqOverview({ child: { sdqChange } }: Subject) {
  if (!sdqChange) return null;
  const { points, before, now } = sdqChange;
  const change =
    points === 0
      ? 'as before'
      : `${formatCount(Math.abs(points), 'point')} ${points < 0 ? 'fewer' : 'more'} than before`;
  return (
    <InsetText>
      Total difficulties by the carer’s questionnaire: {now.sdqScore} of 40 on {formatDate(now.happenedOn)}, {change} (
      {before.sdqScore} on {formatDate(before.happenedOn)}). Fewer is better.
    </InsetText>
  );
}

/** The health of a child. */
export const healthSection: EntrySection<Subject> = {
  path: 'health',
  title: 'Health',
  part: 'HEALTH',
  query: ChildHealthDocument,
  kinds: [events, registrations, supports],
  overview: sdqOverview,
};
