import {
  Details,
  EmptyState,
  formatDate,
  formatNumber,
  Link,
  Part,
  Table,
  useOperation,
  useSearchParams,
  useViewer,
} from '@mainstay/web-kit';
import {
  WorkforceRetentionDocument,
  type RetentionCurveFragment,
  type RetentionGrouping,
  type WorkforceRetentionQuery,
} from '../../generated/operations.ts';
import { today } from '../rates/rates-period.ts';
import { WorkforcePage } from '../workforce-page.tsx';
import { SurvivalChart } from './survival-chart.tsx';
import { findingInWords, groupInWords, medianInWords, stayingAfter } from './staying-words.ts';

type Retention = NonNullable<NonNullable<WorkforceRetentionQuery['localAuthority']>['retention']>;

const groupings: readonly { readonly value: RetentionGrouping; readonly text: string }[] = [
  { value: 'EMPLOYER', text: 'by employer' },
  { value: 'ROLE', text: 'by role' },
  { value: 'AGENCY', text: 'agency and employed' },
];

/** How many years back the beginnings are looked at: with those of this year, less than the ten that can be asked for. */
const YEARS_BACK = 9;

/** How long staff stay: curves by employer, role or agency. */
export function StayingPage() {
  const la = useViewer().laCode ?? '';
  const [search] = useSearchParams();
  const by = groupings.find(({ value }) => value === search.get('by'))?.value ?? 'EMPLOYER';
  const to = today();
  const from = `${Number(to.slice(0, 4)) - YEARS_BACK}-01-01`;
  const operation = useOperation(WorkforceRetentionDocument, { la, from, to, by }, { keepPrevious: true });
  return (
    <WorkforcePage section="staying" title="Who stays">
      <nav className="mainstay-years" aria-label="How they are told apart">
        <p className="govuk-body mainstay-years__label">Staff</p>
        <ul className="govuk-list mainstay-years__list">
          {groupings.map(({ value, text }) => (
            <li key={value}>
              <Link to={`?by=${value}`} {...(value === by ? { 'aria-current': 'page' as const } : {})}>
                {text}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <Part what="How long they stay" operation={operation} shape="chart">
        {({ localAuthority }) =>
          localAuthority?.retention ? (
            <Curves retention={localAuthority.retention} />
          ) : (
            <EmptyState title="How long staff stay is not open to you." />
          )
        }
      </Part>
    </WorkforcePage>
  );
}

function Curves({ retention }: { readonly retention: Retention }) {
  const groups = [retention.all, ...retention.groups];
  const drawn = groups.filter(({ keptBackBecause }) => keptBackBecause === null);
  return (
    <>
      <p className="govuk-body">
        Staff who began between {formatDate(retention.from)} and {formatDate(retention.to)}, followed to{' '}
        {formatDate(retention.followedTo)}.
      </p>
      {drawn.length > 0 && (
        <SurvivalChart
          finding={findingInWords(retention.all)}
          curves={drawn.map((group) => ({ name: groupInWords(group), points: group.points }))}
        />
      )}
      <RetentionTable groups={groups} />
      <Details summary="How to read this">
        <p>
          The curve begins with everybody and steps down whenever somebody leaves. Who is still there counts as long as
          they were followed, and so does who moved with the work to another employer: neither left (Kaplan–Meier
          estimate). In brackets is the interval that holds the share in 95 of 100 cases.
        </p>
        <p>
          Groups of fewer than 10 people are kept back, because they would tell of single people. People differ in more
          than their employer: a difference between groups does not say why it is there.
        </p>
      </Details>
    </>
  );
}

function RetentionTable({ groups }: { readonly groups: readonly RetentionCurveFragment[] }) {
  return (
    <Table
      caption="How many stayed"
      captionSize="s"
      rows={groups}
      rowKey={groupInWords}
      hasRowHeads
      columns={[
        {
          key: 'who',
          head: 'Staff',
          cell: (group) => (
            <>
              {groupInWords(group)}
              {group.keptBackBecause && (
                <>
                  <br />
                  <span className="govuk-body-s mainstay-figure-note">{group.keptBackBecause}</span>
                </>
              )}
            </>
          ),
        },
        {
          key: 'began',
          head: 'Began',
          isNumeric: true,
          cell: ({ began }) => (began === null ? 'Kept back' : formatNumber(began)),
        },
        {
          key: 'left',
          head: 'Left',
          isNumeric: true,
          cell: ({ ended }) => (ended === null ? 'Kept back' : formatNumber(ended)),
        },
        { key: 'median', head: 'Half had left after', cell: medianInWords },
        ...[1, 2, 5].map((years) => ({
          key: `after-${years}`,
          head: `Stayed longer than ${years === 1 ? 'a year' : `${years} years`}`,
          isNumeric: true,
          cell: (group: RetentionCurveFragment) => stayingAfter(group, years),
        })),
      ]}
    />
  );
}
