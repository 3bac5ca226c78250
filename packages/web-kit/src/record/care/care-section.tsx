import { Button, ButtonGroup } from '../../components/button.tsx';
import { formatDate } from '../../format/format.ts';
import {
  ChangeLegalStatusDocument,
  ChildCareDocument,
  EndCareDocument,
  StartCareDocument,
  type ChildCareQuery,
} from '../../generated/operations.ts';
import { EmptyState } from '../../page/empty-state.tsx';
import { useViewer } from '../../session/session.tsx';
import type { CareChange } from '../care-change/care-change.ts';
import { Spell, timeInWords } from '../care-change/spell.tsx';
import type { EntrySection, Found, LeadAt } from '../entries/entry-kind.ts';
import { endFields, startFields, statusFields } from './care-fields.ts';

type Subject = Found<ChildCareQuery>;

/** Who records that children come into care. */
export const rolesOfStart = ['la-worker', 'la-manager'];

function Care({ child, at }: Subject & { readonly at: LeadAt }) {
  return (
    <>
      {at.mayRecord && <CareButtons child={child} base={at.base} />}
      <h2 className="govuk-heading-m">Times in care</h2>
      {child.periodsOfCare.length === 0 && <EmptyState title="No time in care is on record." />}
      {child.periodsOfCare.toReversed().map((period) => (
        <Spell
          key={period.startedOn}
          id={`care-${period.startedOn}`}
          heading={timeInWords(period)}
          rows={period.isStartKnown ? [] : [{ key: 'Start', value: 'Earlier: the record begins on this day' }]}
        />
      ))}
      <h2 className="govuk-heading-m">Legal statuses</h2>
      {child.legalStatuses.length === 0 && <EmptyState title="No legal status is on record." />}
      {child.legalStatuses.toReversed().map((status) => (
        <Spell
          key={status.startedOn}
          id={`status-${status.startedOn}`}
          heading={`${timeInWords(status)}: ${status.legalStatus.meaning}`}
        />
      ))}
    </>
  );
}

function CareButtons({ child, base }: Subject & { readonly base: string }) {
  const { role } = useViewer();
  if (!child.isLookedAfter) {
    return rolesOfStart.includes(role) ? <Button to={`${base}/start`}>Record the return to care</Button> : null;
  }
  return (
    <ButtonGroup>
      <Button to={`${base}/status`}>Change the legal status</Button>
      <Button kind="secondary" to={`${base}/end`}>
        Record the end of care
      </Button>
    </ButtonGroup>
  );
}

/** When a child was in care, and under which legal status. */
export const careSection: EntrySection<Subject> = {
  path: 'care',
  title: 'Care and legal status',
  part: 'EPISODES',
  query: ChildCareDocument,
  lead: ({ child }, at) => <Care child={child} at={at} />,
  kinds: [],
};

const now: CareChange<Subject>['now'] = ({ subject: { child } }) => {
  const status = child.legalStatuses.findLast(({ endedOn }) => endedOn === null);
  const period = child.periodsOfCare.findLast(({ endedOn }) => endedOn === null);
  return (
    <p className="govuk-body">
      Now: {period ? `in care since ${formatDate(period.startedOn)}` : 'not in care'}
      {status ? `, ${status.legalStatus.meaning} since ${formatDate(status.startedOn)}.` : '.'}
    </p>
  );
};

/** The changes of a child's being in care and its legal ground. */
export const careChanges: readonly CareChange<Subject>[] = [
  {
    path: 'status',
    title: 'Change the legal status',
    section: careSection,
    now,
    fields: () => statusFields,
    mutation: ChangeLegalStatusDocument,
  },
  {
    path: 'end',
    title: 'Record the end of care',
    section: careSection,
    now,
    fields: () => endFields,
    mutation: EndCareDocument,
  },
  {
    path: 'start',
    title: 'Record the return to care',
    section: careSection,
    roles: rolesOfStart,
    now,
    fields: () => startFields,
    mutation: StartCareDocument,
  },
];
