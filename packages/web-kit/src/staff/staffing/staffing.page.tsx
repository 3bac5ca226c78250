import { collectionYear, systemClock } from '@mainstay/primitives';
import { Link } from '../../components/link.tsx';
import { Table } from '../../components/table.tsx';
import { formatDate } from '../../format/format.ts';
import { StaffingSideBySideDocument, type StaffingSideBySideQuery } from '../../generated/operations.ts';
import { useOperation } from '../../graph/use-operation.ts';
import { lastCompleteYear } from '../../measure/figure-year.ts';
import { EmptyState } from '../../page/empty-state.tsx';
import { Page } from '../../page/page.tsx';
import { Part } from '../../page/part.tsx';
import { CaseloadTable } from '../caseload/caseload-table.tsx';
import { lastCensusDay } from '../figures/published-beside.ts';
import { linesOf, type StaffedEmployer } from './side-by-side.ts';

/** What the page about an authority's and its practices' staff needs from the module it stands in. */
export interface StaffingPageProps {
  readonly la: string;
  readonly practicePath: (practiceId: string) => string;
}

/** Who works with an authority's children: its own staff and that of each practice, side by side. Reads only. */
export function StaffingPage({ la, practicePath }: StaffingPageProps) {
  const today = systemClock.today();
  const to = lastCensusDay(today);
  const children = collectionYear(lastCompleteYear(today));
  const operation = useOperation(StaffingSideBySideDocument, {
    la,
    from: `${Number(to.slice(0, 4)) - 1}-10-01`,
    to,
    childFrom: children.from,
    childTo: children.to,
  });
  return (
    <Page title="Staffing" caption={operation.data?.localAuthority?.name}>
      <Part what="Staffing" operation={operation} shape="table" count={8}>
        {({ localAuthority }) =>
          localAuthority ? (
            <>
              <p className="govuk-body">
                Figures of staff are for the year to {formatDate(to)}, those of children for the year to{' '}
                {formatDate(children.to)}, and how things stand is as at {formatDate(today)}.
              </p>
              <SideBySide authority={localAuthority} practicePath={practicePath} />
              <Loads employers={[localAuthority, ...localAuthority.practices]} />
              <KeptBack />
            </>
          ) : (
            <EmptyState title="There is no such authority." />
          )
        }
      </Part>
    </Page>
  );
}

function SideBySide(props: {
  readonly authority: NonNullable<StaffingSideBySideQuery['localAuthority']>;
  readonly practicePath: (practiceId: string) => string;
}) {
  const { authority, practicePath } = props;
  const employers: readonly StaffedEmployer[] = [authority, ...authority.practices];
  return (
    <>
      <h2 className="govuk-heading-m">Side by side</h2>
      <Table
        caption="The authority’s own staff and that of each practice"
        isCaptionHidden
        hasRowHeads
        isDense
        rows={linesOf(employers)}
        rowKey={({ title }) => title}
        columns={[
          { key: 'what', head: 'What', cell: ({ title }) => title },
          ...employers.map((employer, index) => ({
            key: employer.id,
            head: index === 0 ? 'The authority’s own' : <Link to={practicePath(employer.id)}>{employer.name}</Link>,
            cell: (line: ReturnType<typeof linesOf>[number]) => {
              const { value, note } = line.told(employer);
              return (
                <>
                  <strong>{value}</strong>
                  {note && <span className="mainstay-detail">{note}</span>}
                </>
              );
            },
          })),
        ]}
      />
      <p className="govuk-body-s">
        Children of the authority’s own column are all of its children, those with practices included; its staff are its
        own alone. Few people make a figure jump: one who leaves a team of five is a fifth of it.
      </p>
    </>
  );
}

function Loads({ employers }: { readonly employers: readonly StaffedEmployer[] }) {
  return (
    <>
      <h2 className="govuk-heading-m">Caseload</h2>
      {employers.map(({ id, name, caseloads }) => (
        <section key={id} aria-labelledby={`loads-${id}`}>
          <h3 className="govuk-heading-s" id={`loads-${id}`}>
            {name}
          </h3>
          {caseloads ? (
            <CaseloadTable caseloads={caseloads} workerPath={null} />
          ) : (
            <p className="govuk-body">Who leads how many of these children is kept back from you.</p>
          )}
        </section>
      ))}
    </>
  );
}

function KeptBack() {
  return (
    <>
      <h2 className="govuk-heading-m">What is kept back, and why</h2>
      <ul className="govuk-list govuk-list--bullet">
        <li>Who was away and why: it tells of health. Managers alone see it; you are told the rate of all together.</li>
        <li>What each worker enters about their own time: nobody but the worker reads it.</li>
        <li>
          Answers to surveys of staff: they are told of groups large enough that nobody can be picked out, and to the
          employers.
        </li>
        <li>
          Changes of worker counted over every child: the history of each child lies behind it, and records are open to
          you for the sample only. The shares of children above say the same of all together.
        </li>
        <li>Figures so small that they would tell of single people or children.</li>
      </ul>
    </>
  );
}
