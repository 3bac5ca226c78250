import {
  EmptyState,
  InsetText,
  Link,
  MeasureCard,
  Part,
  Table,
  useOperation,
  useSearchParams,
  useViewer,
  type Measure,
} from '@mainstay/web-kit';
import { WorkforceRatesDocument, type WorkforceRatesQuery } from '../../generated/operations.ts';
import { WorkforcePage } from '../workforce-page.tsx';
import { besideOf, BASELINE, type BesideCell, type BesideRow } from './rates-beside.ts';
import { addressOf, periodFromAddress, periodsToChoose, today, type RatesPeriod } from './rates-period.ts';
import { publishedInWords, rateInWords } from './rates-words.ts';

type Authority = NonNullable<WorkforceRatesQuery['localAuthority']>;

/** How long a published figure is looked for before the year asked for. */
const YEARS_BACK = 3;

/** Who stays and who leaves, in rates: the authority's, beside its practices' and those that are published. */
export function RatesPage() {
  const la = useViewer().laCode ?? '';
  const [search] = useSearchParams();
  const now = today();
  const period = periodFromAddress(search, now);
  const withPractices = search.get('with') === 'practices';
  const year = Number(period.lastDay.slice(0, 4));
  const publishedYears = [BASELINE, ...Array.from({ length: YEARS_BACK + 1 }, (_, back) => year - back)];
  const operation = useOperation(
    WorkforceRatesDocument,
    { la, lastDay: period.lastDay, withPractices, publishedYears },
    { keepPrevious: true },
  );
  return (
    <WorkforcePage section="" title="Workforce">
      <p className="govuk-body-l">Who stays, and who leaves?</p>
      <Choosers period={period} withPractices={withPractices} />
      <Part what="Rates" operation={operation} shape="cards" count={6}>
        {({ localAuthority }) =>
          localAuthority ? (
            <Rates authority={localAuthority} period={period} withPractices={withPractices} />
          ) : (
            <EmptyState title="There are no figures that you may see." />
          )
        }
      </Part>
    </WorkforcePage>
  );
}

function Choosers({ period, withPractices }: { readonly period: RatesPeriod; readonly withPractices: boolean }) {
  const now = today();
  const address = (to: RatesPeriod, isWith: boolean) => `?to=${addressOf(to, now)}${isWith ? '&with=practices' : ''}`;
  const current = (isIt: boolean) => (isIt ? ({ 'aria-current': 'page' } as const) : {});
  return (
    <>
      <nav className="mainstay-years" aria-label="Year">
        <p className="govuk-body mainstay-years__label">Year to 30 September</p>
        <ul className="govuk-list mainstay-years__list">
          {periodsToChoose(now).map((one) => (
            <li key={one.lastDay}>
              <Link to={address(one, withPractices)} {...current(one.lastDay === period.lastDay)}>
                {one.text}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <nav className="mainstay-years" aria-label="Whose staff">
        <p className="govuk-body mainstay-years__label">Staff of</p>
        <ul className="govuk-list mainstay-years__list">
          <li>
            <Link to={address(period, false)} {...current(!withPractices)}>
              the authority itself
            </Link>
          </li>
          <li>
            <Link to={address(period, true)} {...current(withPractices)}>
              the authority and its practices
            </Link>
          </li>
        </ul>
      </nav>
    </>
  );
}

function Rates(props: {
  readonly authority: Authority;
  readonly period: RatesPeriod;
  readonly withPractices: boolean;
}) {
  const { authority, period, withPractices } = props;
  const history = authority.staffMeasureHistory;
  const shown = history.filter(({ to }) => to === period.lastDay);
  if (shown.length === 0) return <EmptyState title="There are no figures for these twelve months." />;
  return (
    <>
      <h2 className="govuk-heading-m">Side by side</h2>
      <SideBySide authority={authority} shown={shown} period={period} withPractices={withPractices} />
      <h2 className="govuk-heading-m">Every figure, and what it means</h2>
      <div className="mainstay-measures">
        {shown.map((measure) => (
          <MeasureCard
            key={measure.indicator.code}
            measure={measure}
            history={history.filter(({ indicator }) => indicator.code === measure.indicator.code)}
            group={withPractices ? `${authority.name} and its practices` : authority.name}
          />
        ))}
      </div>
    </>
  );
}

function SideBySide(props: {
  readonly authority: Authority;
  readonly shown: readonly Measure[];
  readonly period: RatesPeriod;
  readonly withPractices: boolean;
}) {
  const { authority, shown, period, withPractices } = props;
  const { practices } = authority;
  const rows = besideOf(
    {
      own: shown,
      practices: practices.map(({ staffMeasureHistory }) => staffMeasureHistory),
      published: authority.publishedStaffFigures,
      year: Number(period.lastDay.slice(0, 4)),
    },
    { measure: rateInWords, published: publishedInWords },
  );
  return (
    <>
      <Table
        caption="The authority’s rates beside its practices’ and published ones"
        isCaptionHidden
        rows={rows}
        rowKey={({ code }) => code}
        hasRowHeads
        isDense
        columns={[
          { key: 'title', head: 'Rate', cell: ({ title }) => title },
          {
            key: 'own',
            head: withPractices ? `${authority.name}, practices included` : authority.name,
            cell: ({ own }) => <Cell cell={own} />,
          },
          ...practices.map(({ id, name }, index) => ({
            key: id,
            head: name,
            cell: ({ practices: cells }: BesideRow) => <Cell cell={cells[index] ?? null} />,
          })),
          { key: 'la', head: 'Published, this authority', cell: (row) => <Cell cell={row.authority} /> },
          { key: 'region', head: 'Published, region', cell: (row) => <Cell cell={row.region} /> },
          { key: 'england', head: 'Published, England', cell: (row) => <Cell cell={row.england} /> },
          { key: 'baseline', head: 'Baseline of 2005', cell: (row) => <Cell cell={row.baseline} /> },
        ]}
      />
      <InsetText>
        Published: Department for Education, children’s social work workforce, of 30 September of the year that each
        figure names. The baseline of 2005 is of vacancies and turnover of social workers for children, before there was
        a census, and was counted in another way. Published figures are of the authority’s own staff: a practice’s staff
        are in them only where the authority returned them.
      </InsetText>
    </>
  );
}

function Cell({ cell }: { readonly cell: BesideCell | null }) {
  if (!cell) return '–';
  return (
    <>
      <strong>{cell.text}</strong>
      {cell.note && (
        <>
          <br />
          <span className="govuk-body-s mainstay-figure-note">{cell.note}</span>
        </>
      )}
    </>
  );
}
