import { useState } from 'react';
import {
  RecordStaffExpectationDocument,
  TeamOfAuthorityDocument,
  TeamOfPracticeDocument,
} from '../../generated/operations.ts';
import { Part } from '../../page/part.tsx';
import { initialOf } from '../../record/entries/entry-rows.ts';
import type { RecordField } from '../../record/form/record-field.ts';
import { TeamForm, TeamFrame } from '../form/team-form.page.tsx';
import { useStaffPlace } from '../staff-place.ts';
import { useStaff } from '../use-staff.ts';

/** The questions about what an employer expects for its workers. */
export const expectationFields: readonly RecordField[] = [
  { kind: 'day', name: 'from', label: 'From which day does it hold?', isToday: true, missing: 'Enter the first day' },
  {
    kind: 'number',
    name: 'supervisionDays',
    label: 'From one supervision to the next, at most',
    unit: 'days',
    missing: 'Enter the days from one supervision to the next',
  },
  {
    kind: 'number',
    name: 'firstYearSupervisionDays',
    label: 'For workers in their first year here, at most',
    hint: 'Leave it empty where no other is expected.',
    unit: 'days',
  },
  {
    kind: 'true-false',
    name: 'doPeersCount',
    label: 'Does supervision in a group of peers count as one that was due?',
    missing: 'Say whether supervision by peers counts',
  },
  {
    kind: 'number',
    name: 'longAbsenceDays',
    label: 'Supervision pauses for somebody who is away for',
    unit: 'days or more',
    missing: 'Enter after how many days away supervision pauses',
  },
  {
    kind: 'number',
    name: 'learningPieces',
    label: 'Pieces of learning in a year of registration',
    hint: 'Social Work England asks for two.',
    missing: 'Enter how many pieces of learning',
  },
  {
    kind: 'number',
    name: 'learningPiecesWithPeers',
    label: 'How many of them are discussed with a peer',
    hint: 'Social Work England asks for one.',
    missing: 'Enter how many are discussed with a peer',
  },
  {
    kind: 'number',
    name: 'learningHours',
    label: 'Hours of learning in a year of registration',
    hint: 'Leave it empty where none are asked for: the regulator asks for none.',
    decimals: 1,
  },
];

/** Records what the employer expects from a day on, or corrects what was recorded for that day. */
export function RecordExpectationPage() {
  const place = useStaffPlace();
  const [hasErrors, setHasErrors] = useState(false);
  const operation = useStaff(place, { ofPractice: TeamOfPracticeDocument, ofAuthority: TeamOfAuthorityDocument });
  return (
    <TeamFrame title="What you expect for your staff" hasErrors={hasErrors}>
      <Part what="The form" operation={operation} shape="text" count={6}>
        {({ staff }) => {
          const now = staff?.staffExpectation;
          return (
            <TeamForm
              fields={expectationFields}
              initial={now ? { ...initialOf(expectationFields, now), from: null } : {}}
              mutation={RecordStaffExpectationDocument}
              submit="Record what you expect"
              onFaults={setHasErrors}
            />
          );
        }}
      </Part>
    </TeamFrame>
  );
}
