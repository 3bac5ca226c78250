import { collectionYear } from '@mainstay/primitives';
import { Link } from '../components/link.tsx';
import { Table } from '../components/table.tsx';
import { PracticesOfAuthorityDocument, type PracticesOfAuthorityQuery } from '../generated/operations.ts';
import { useOperation } from '../graph/use-operation.ts';
import { FiguresOfYear, useFigureYear } from '../measure/use-figure-year.tsx';
import { EmptyState } from '../page/empty-state.tsx';
import { Page } from '../page/page.tsx';
import { Part } from '../page/part.tsx';
import { comparisonOf, type ComparedFigure } from './comparison.ts';
import { agreedInWords, contractTimeInWords, governanceInWords } from './practice-words.ts';

type Authority = NonNullable<PracticesOfAuthorityQuery['localAuthority']>;

/** What the page of practices needs from the module it stands in. */
export interface PracticesPageProps {
  readonly la: string;
  /** Where a practice's own page is. */
  readonly practicePath: (practiceId: string) => string;
}

/** The practices of an authority, and their figures beside the authority's own. */
export function PracticesPage({ la, practicePath }: PracticesPageProps) {
  const { year } = useFigureYear();
  const operation = useOperation(PracticesOfAuthorityDocument, { la, lastYear: year });
  return (
    <Page title="Practices" caption={operation.data?.localAuthority?.name}>
      <Part what="Practices" operation={operation} shape="table" count={6}>
        {({ localAuthority }) =>
          localAuthority && localAuthority.practices.length > 0 ? (
            <>
              <PracticeList authority={localAuthority} practicePath={practicePath} />
              <SideBySide authority={localAuthority} year={year} />
            </>
          ) : (
            <EmptyState title="No practice has a contract with this authority.">
              Practices appear here once a contract is recorded.
            </EmptyState>
          )
        }
      </Part>
    </Page>
  );
}

function PracticeList({
  authority,
  practicePath,
}: { readonly authority: Authority } & Pick<PracticesPageProps, 'practicePath'>) {
  return (
    <Table
      caption="Practices and their contracts"
      rows={authority.practices}
      rowKey={(practice) => practice.id}
      hasRowHeads
      columns={[
        {
          key: 'name',
          head: 'Practice',
          cell: (practice) => <Link to={practicePath(practice.id)}>{practice.name}</Link>,
        },
        { key: 'governance', head: 'Governance', cell: (practice) => governanceInWords(practice.governance) },
        {
          key: 'contract',
          head: 'Contract',
          cell: (practice) => practice.contracts.map(contractTimeInWords).join('. ') || 'None',
        },
        {
          key: 'agreed',
          head: 'Agreed number',
          cell: (practice) => practice.contracts.map(agreedInWords).join('. ') || '–',
        },
      ]}
    />
  );
}

function SideBySide({ authority, year }: { readonly authority: Authority; readonly year: number }) {
  const { to } = collectionYear(year);
  const compared = [authority, ...authority.practices].map(({ id, name, childMeasureHistory }) => ({
    id,
    name,
    measures: childMeasureHistory.filter((measure) => measure.to === to),
  }));
  const held = authority.returns903.map(({ collectionYear: heldYear }) => heldYear);
  return (
    <FiguresOfYear heading="Side by side" known={{ held, measures: authority.childMeasureHistory }}>
      <Table
        caption={`Figures for the year to 31 March ${year}`}
        isCaptionHidden
        rows={comparisonOf(compared)}
        rowKey={(row) => row.indicator.code}
        hasRowHeads
        columns={[
          { key: 'indicator', head: 'Figure', cell: (row) => row.indicator.title },
          ...compared.map(({ id, name }, index) => ({
            key: id,
            head: index === 0 ? `${name}, its practices included` : name,
            cell: (row: { readonly figures: readonly ComparedFigure[] }) => <Figure figure={row.figures[index]} />,
          })),
        ]}
      />
      <p className="govuk-body-s">
        Children are not alike from one practice to the next: a difference does not say which serves them better.
      </p>
    </FiguresOfYear>
  );
}

function Figure({ figure }: { readonly figure: ComparedFigure | undefined }) {
  return (
    <>
      <strong>{figure?.value}</strong>
      <br />
      <span className="govuk-body-s mainstay-figure-note">{figure?.note}</span>
    </>
  );
}
