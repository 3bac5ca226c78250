import { InsetText } from '../../components/notices.tsx';
import { formatDate, formatShare } from '../../format/format.ts';
import {
  ChildEducationDocument,
  RecordAttainmentDocument,
  RecordEducationPlanDocument,
  RecordSchoolAttendanceDocument,
  RecordSchoolExclusionDocument,
  RecordSchoolPlaceDocument,
  RecordSpecialEducationalNeedDocument,
  type ChildEducationQuery,
} from '../../generated/operations.ts';
import type { EntryKind, EntrySection, Found } from '../entries/entry-kind.ts';
import { choiceInWords } from '../entries/entry-rows.ts';
import { attainmentFields, needFields, planFields, provisions, subjects } from './learning-fields.ts';
import {
  attendanceFields,
  exclusionFields,
  schoolPlaceFields,
  schoolTerms,
  schoolYearInWords,
} from './school-fields.ts';

type Subject = Found<ChildEducationQuery>;

const schools: EntryKind<Subject> = {
  path: 'schools',
  title: 'Schools',
  one: 'a school',
  empty: 'No school is on record.',
  fields: schoolPlaceFields,
  entriesOf: ({ child }) => child.schoolPlaces,
  headOf: ({ schoolName, startedOn }) => `${String(schoolName)}, from ${formatDate(String(startedOn))}`,
  inHead: ['schoolName', 'startedOn'],
  mutation: RecordSchoolPlaceDocument,
};

const plans: EntryKind<Subject> = {
  path: 'plans',
  title: 'Personal education plans',
  one: 'a personal education plan',
  empty: 'No personal education plan (PEP) is on record.',
  emptyHint: 'Every child of school age who is looked after has one. Record what the meeting agreed.',
  fields: planFields,
  entriesOf: ({ child }) => child.educationPlans,
  headOf: ({ heldOn }) => `Meeting of ${formatDate(String(heldOn))}`,
  inHead: ['heldOn'],
  mutation: RecordEducationPlanDocument,
};

const needs: EntryKind<Subject> = {
  path: 'needs',
  title: 'Special educational needs',
  one: 'special educational needs',
  empty: 'It is not on record whether the child has special educational needs.',
  fields: needFields,
  entriesOf: ({ child }) => child.specialEducationalNeeds,
  headOf: ({ asOf, provision }) =>
    `Since ${formatDate(String(asOf))}: ${provision ? choiceInWords(provisions, provision) : 'not known'}`,
  inHead: ['asOf'],
  mutation: RecordSpecialEducationalNeedDocument,
  inputOf: (input) => ({ needs: [], ...input }),
};

const attainments: EntryKind<Subject> = {
  path: 'results',
  title: 'Results and progress',
  one: 'a result',
  empty: 'No results are on record.',
  emptyHint: 'Record first where the child started: progress is told from there.',
  fields: attainmentFields,
  entriesOf: ({ child }) => child.attainments,
  headOf: ({ assessedOn, subject }) => `${choiceInWords(subjects, subject)}, ${formatDate(String(assessedOn))}`,
  inHead: ['assessedOn', 'subject'],
  mutation: RecordAttainmentDocument,
};

const attendances: EntryKind<Subject> = {
  path: 'attendance',
  title: 'Attendance',
  one: 'attendance in a term',
  empty: 'No attendance is on record.',
  fields: attendanceFields,
  entriesOf: ({ child }) => child.schoolAttendances,
  headOf: ({ term, schoolYear }) =>
    `${choiceInWords(schoolTerms, term)} term, ${schoolYearInWords(Number(schoolYear))}`,
  inHead: ['term', 'schoolYear'],
  moreRows: ({ attendanceRate }) => [
    {
      key: 'There',
      value: typeof attendanceRate === 'number' ? formatShare(attendanceRate) : 'No session was possible',
    },
  ],
  mutation: RecordSchoolAttendanceDocument,
  inputOf: (input) => ({ ...input, schoolYear: Number(input['schoolYear']) }),
};

const exclusions: EntryKind<Subject> = {
  path: 'exclusions',
  title: 'Suspensions and exclusions',
  one: 'a suspension or exclusion',
  empty: 'No suspension or exclusion is on record.',
  fields: exclusionFields,
  entriesOf: ({ child }) => child.schoolExclusions,
  headOf: ({ startedOn, isPermanent }) =>
    `${isPermanent ? 'Permanently excluded' : 'Suspended'} from ${formatDate(String(startedOn))}`,
  inHead: ['startedOn', 'isPermanent'],
  mutation: RecordSchoolExclusionDocument,
};

/** How far the child has come in each subject from where it started. */
function progressOverview({ child: { attainmentProgress } }: Subject) {
  if (attainmentProgress.length === 0) return null;
  return (
    <InsetText>
      <ul className="govuk-list">
        {attainmentProgress.map(({ start, steps }) => (
          <li key={start.id}>
            {choiceInWords(subjects, start.subject)}: {stepsInWords(steps)} since {formatDate(start.assessedOn)}, for
            the age
          </li>
        ))}
      </ul>
    </InsetText>
  );
}

function stepsInWords(steps: number): string {
  if (steps === 0) return 'has kept up';
  const count = Math.abs(steps);
  return `has ${steps > 0 ? 'risen' : 'fallen'} by ${count === 1 ? 'one step' : `${count} steps`}`;
}

/** The education of a child. */
export const educationSection: EntrySection<Subject> = {
  path: 'education',
  title: 'Education',
  part: 'EDUCATION',
  query: ChildEducationDocument,
  kinds: [schools, plans, needs, attainments, attendances, exclusions],
  overview: progressOverview,
};
