import {
  EmptyState,
  formatDate,
  formatNumber,
  formatPeriod,
  formatShare,
  InsetText,
  Part,
  Table,
  useOperation,
  useSearchParams,
  useViewer,
} from '@mainstay/web-kit';
import {
  WorkforceSupportDocument,
  type ShareOfTimeFragment,
  type SupportOfEmployerFragment,
  type TimeUseOfGroupFragment,
  type WorkforceSupportQuery,
} from '../../generated/operations.ts';
import { today } from '../rates/rates-period.ts';
import { CutLists } from '../cut-lists.tsx';
import { WorkforcePage } from '../workforce-page.tsx';
import { OverdueTable } from './overdue-table.tsx';
import { lastQuarter } from './quarter.ts';
import { SupportOfEmployer } from './support-of-employer.tsx';

type Authority = NonNullable<WorkforceSupportQuery['localAuthority']>;
type Employer = { readonly id: string; readonly name: string; readonly supportDue: SupportOfEmployerFragment };

/** Who is not supervised in time, whose learning is behind, and how staff spend their time. */
export function SupportPage() {
  const la = useViewer().laCode ?? '';
  const { from, to } = lastQuarter(today());
  const [search] = useSearchParams();
  const of = search.get('of');
  const operation = useOperation(WorkforceSupportDocument, { la, from, to }, { isEnabled: of === null });
  if (of !== null) {
    return (
      <WorkforcePage section="support" title="Supervision and time">
        <SupportOfEmployer of={of} />
      </WorkforcePage>
    );
  }
  return (
    <WorkforcePage section="support" title="Supervision and time">
      <Part what="Supervision and time" operation={operation} shape="table" count={6}>
        {({ localAuthority }) =>
          localAuthority ? (
            <>
              <SupportCounts employers={[localAuthority, ...localAuthority.practices]} />
              <OverdueTable employers={[localAuthority, ...localAuthority.practices]} />
              <CutLists
                what="people"
                lists={[localAuthority, ...localAuthority.practices].map(({ id, name, supportDue }) => ({
                  id,
                  name,
                  list: supportDue,
                }))}
              />
              <TimeUse authority={localAuthority} from={from} to={to} />
            </>
          ) : (
            <EmptyState title="There are no staff that you may see." />
          )
        }
      </Part>
    </WorkforcePage>
  );
}

function SupportCounts({ employers }: { readonly employers: readonly Employer[] }) {
  const count = (key: keyof Employer['supportDue']['counts']) => (employer: Employer) =>
    formatNumber(Number(employer.supportDue.counts[key]));
  return (
    <Table
      caption="Supervision and learning today"
      rows={employers}
      rowKey={({ id }) => id}
      hasRowHeads
      columns={[
        { key: 'name', head: 'Employer', cell: ({ name }) => name },
        { key: 'workers', head: 'Supervised', isNumeric: true, cell: count('workers') },
        { key: 'done', head: 'Done', isNumeric: true, cell: count('supervisionDone') },
        { key: 'due', head: 'Due within a week', isNumeric: true, cell: count('supervisionDue') },
        { key: 'overdue', head: 'Overdue', isNumeric: true, cell: count('supervisionOverdue') },
        { key: 'learners', head: 'Social workers', isNumeric: true, cell: count('learners') },
        { key: 'met', head: 'Learning of the year done', isNumeric: true, cell: count('learningMet') },
        { key: 'behind', head: 'Learning behind', isNumeric: true, cell: count('learningBehind') },
      ]}
    />
  );
}

function TimeUse({
  authority,
  from,
  to,
}: {
  readonly authority: Authority;
  readonly from: string;
  readonly to: string;
}) {
  const { timeUse, practices } = authority;
  if (!timeUse) return <EmptyState title="How time is spent is not open to you." />;
  const rows = [
    { name: `${authority.name}, its own staff`, use: timeUse.authority },
    { name: 'Practices, together', use: timeUse.practices },
    ...practices.flatMap(({ name, timeUse: use }) => (use ? [{ name, use }] : [])),
  ];
  return (
    <>
      <Table
        caption={`How time was spent, ${formatPeriod(from, to)}`}
        rows={rows}
        rowKey={({ name }) => name}
        hasRowHeads
        columns={[
          { key: 'name', head: 'Staff of', cell: ({ name }) => name },
          { key: 'people', head: 'People who kept a diary', isNumeric: true, cell: ({ use }) => peopleInWords(use) },
          {
            key: 'direct',
            head: 'Direct work with children, families and carers',
            isNumeric: true,
            cell: ({ use }) => shareOf(use, 'directWork'),
          },
          {
            key: 'forms',
            head: 'Forms and reports',
            isNumeric: true,
            cell: ({ use }) => shareOf(use, 'formsAndReports'),
          },
        ]}
      />
      {timeUse.differences.map(({ of, difference, low, high }) => (
        <p className="govuk-body" key={of}>
          {of === 'DIRECT_WORK' ? 'Direct work' : 'Forms and reports'}: the practices’ share is{' '}
          {pointsOf(Math.abs(difference))} percentage points {difference >= 0 ? 'higher' : 'lower'} than the authority’s
          own (95% interval: {pointsOf(low)} to {pointsOf(high)} points).
        </p>
      ))}
      <InsetText>
        From the diaries that staff keep themselves. Groups of fewer than 10 people are kept back. People chose neither
        their group by lot nor their diary’s days: a difference shows no cause.
      </InsetText>
    </>
  );
}

/** A difference of two shares as percentage points, e.g. `7.9`. */
function pointsOf(difference: number): string {
  return (difference * 100).toFixed(1);
}

function peopleInWords({ result }: TimeUseOfGroupFragment): string {
  switch (result.__typename) {
    case 'TimeUseFigures':
      return formatNumber(result.people);
    case 'Suppressed':
      return 'Kept back';
    case 'NotYetDue':
      return `Told from ${formatDate(result.dueOn)}`;
    default:
      return 'Not known';
  }
}

function shareOf({ result }: TimeUseOfGroupFragment, part: 'directWork' | 'formsAndReports'): string {
  return result.__typename === 'TimeUseFigures' ? shareInWords(result[part]) : '–';
}

function shareInWords({ mean, low, high }: ShareOfTimeFragment): string {
  return `${formatShare(mean)} (${formatShare(low)} to ${formatShare(high)})`;
}
