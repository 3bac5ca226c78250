import { Tag, type TagColour } from '../../components/notices.tsx';
import { formatCount, formatDate } from '../../format/format.ts';
import {
  RecordSupervisionDocument,
  WorkerSupervisionsDocument,
  type SupervisionStandsFragment,
  type WorkerSupervisionsQuery,
} from '../../generated/operations.ts';
import type { Entry } from '../../record/entries/entry-kind.ts';
import { choiceInWords } from '../../record/entries/entry-rows.ts';
import type { FoundWorker, StaffSection } from '../worker/staff-section.ts';
import { supervisionFields, supervisors } from './supervision-fields.ts';

/** How supervision stands, in a word or two, and the colour of its tag. */
export function supervisionInWords({ state, daysOverdue }: SupervisionStandsFragment): {
  text: string;
  colour: TagColour;
} {
  switch (state) {
    case 'DONE':
      return { text: 'Up to date', colour: 'green' };
    case 'DUE':
      return { text: 'Due this week', colour: 'yellow' };
    case 'OVERDUE':
      return { text: `${formatCount(daysOverdue, 'day')} overdue`, colour: 'red' };
    case 'PAUSED':
      return { text: 'Paused: away', colour: 'grey' };
  }
}

/** A worker's supervision: where it stands, and the sessions. */
export const supervisionSection: StaffSection<FoundWorker<WorkerSupervisionsQuery>> = {
  id: 'supervision',
  title: 'Supervision',
  query: WorkerSupervisionsDocument,
  lead: ({ worker }) => <Stands due={worker.supervisionDue} />,
  kinds: [
    {
      path: 'supervisions',
      title: 'Sessions',
      one: 'a supervision',
      empty: 'No supervision is on record.',
      fields: supervisionFields,
      entriesOf: ({ worker }) => worker.supervisions,
      headOf: ({ on, by, isHeld }) => {
        const who = choiceInWords(supervisors, by).toLowerCase();
        return `${formatDate(String(on))}: ${isHeld ? `with ${who}` : 'cancelled'}`;
      },
      inHead: ['on', 'isHeld', 'by', 'supervisorId'],
      moreRows: (session) => supervisorRows(session),
      mutation: RecordSupervisionDocument,
      initialOf: (session) => ({ supervisorId: supervisorOf(session)?.id ?? null }),
    },
  ],
};

function Stands({ due }: { readonly due: SupervisionStandsFragment | null }) {
  if (!due) return <p className="govuk-body">No supervision is expected in this role.</p>;
  const { text, colour } = supervisionInWords(due);
  return (
    <p className="govuk-body">
      <Tag colour={colour}>{text}</Tag>{' '}
      {due.lastHeldOn ? `Last held on ${formatDate(due.lastHeldOn)}.` : 'None has been held since the worker began.'}{' '}
      {due.state === 'PAUSED' ? '' : `The next is expected by ${formatDate(due.dueOn)}: `}
      {due.state === 'PAUSED' ? '' : `every ${formatCount(due.expectedDays, 'day')}.`}
    </p>
  );
}

function supervisorOf(session: Entry) {
  return session['supervisor'] as { readonly id: string; readonly name: string | null } | null;
}

function supervisorRows(session: Entry) {
  const supervisor = supervisorOf(session);
  return supervisor ? [{ key: 'Supervisor', value: supervisor.name ?? supervisor.id }] : [];
}
