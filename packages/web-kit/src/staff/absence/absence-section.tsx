import { InsetText } from '../../components/notices.tsx';
import { formatDate, formatNumber } from '../../format/format.ts';
import {
  RecordAbsenceDocument,
  WorkerAbsencesDocument,
  type AbsenceCause,
  type WorkerAbsencesQuery,
} from '../../generated/operations.ts';
import type { RecordField } from '../../record/form/record-field.ts';
import { choiceInWords, notKnownInWords } from '../../record/entries/entry-rows.ts';
import type { FoundWorker, StaffSection } from '../worker/staff-section.ts';

const causes = [
  { value: 'SIC', text: 'Illness' },
  { value: 'MAT', text: 'Maternity, paternity or adoption' },
  { value: 'TRN', text: 'Training' },
  { value: 'OTH', text: 'Other paid leave, such as compassionate leave' },
  { value: 'PUB', text: 'Public duties, such as a jury' },
  { value: 'UNP', text: 'Unpaid leave that was agreed' },
  { value: 'UNA', text: 'Away without leave' },
] as const satisfies readonly { readonly value: AbsenceCause; readonly text: string }[];

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'].map((text) => ({
  value: text.toUpperCase(),
  text,
}));

/** The questions about an absence. */
export const absenceFields: readonly RecordField[] = [
  {
    kind: 'day',
    name: 'from',
    label: 'What was the first day away?',
    hint: 'Holidays are not recorded here.',
    isToday: true,
    missing: 'Enter the first day away',
  },
  {
    kind: 'day',
    name: 'until',
    label: 'What was the last day away?',
    short: 'Last day',
    hint: 'Leave it empty while the worker is away.',
    none: 'Still away',
  },
  {
    kind: 'choice',
    name: 'cause',
    label: 'Why is the worker away?',
    short: 'Cause',
    choices: causes,
    notKnown: 'causeNotKnown',
    missing: 'Choose why the worker is away',
  },
  {
    kind: 'yes-no',
    name: 'isStress',
    label: 'Is it stress, anxiety or depression?',
    short: 'Stress, anxiety or depression',
    hint: 'It is counted apart, so that it is seen if work makes people ill.',
    missing: 'Say whether it is stress, anxiety or depression',
    isShown: (answers) => answers['cause'] === 'SIC',
  },
  {
    kind: 'ticks',
    name: 'worksOn',
    label: 'On which days does the worker work?',
    short: 'Works on',
    hint: 'Only for somebody who works part of the week: the other days do not count as lost.',
    choices: weekdays,
  },
];

/** A worker's absences: for the managers alone. */
export const absenceSection: StaffSection<FoundWorker<WorkerAbsencesQuery>> = {
  id: 'absence',
  title: 'Absence',
  query: WorkerAbsencesDocument,
  isFor: ({ role }) => role === 'swp-manager' || role === 'la-manager',
  lead: () => (
    <InsetText>Managers alone see this: it tells of health. Everybody else sees figures of all together.</InsetText>
  ),
  kinds: [
    {
      path: 'absences',
      title: 'Absences',
      one: 'an absence',
      empty: 'No absence is on record.',
      fields: absenceFields,
      entriesOf: ({ worker }) => worker.absences,
      headOf: ({ from, cause, causeNotKnown }) =>
        `From ${formatDate(String(from))}: ${cause ? choiceInWords(causes, cause).toLowerCase() : notKnownInWords(causeNotKnown).toLowerCase()}`,
      inHead: ['from', 'cause'],
      moreRows: ({ daysLost }) => [{ key: 'Working days lost', value: formatDays(Number(daysLost)) }],
      mutation: RecordAbsenceDocument,
      inputOf: (input) => {
        const days = input['worksOn'] as readonly string[] | undefined;
        return { ...input, worksOn: days?.length ? days : null };
      },
    },
  ],
};

function formatDays(days: number): string {
  return Number.isInteger(days) ? formatNumber(days) : days.toFixed(1);
}
