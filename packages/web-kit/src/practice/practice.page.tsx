import type { ReactNode } from 'react';
import { SummaryList } from '../components/summary-list.tsx';
import { Link } from '../components/link.tsx';
import { formatDate } from '../format/format.ts';
import { PracticeFiguresDocument, type PracticeFiguresQuery } from '../generated/operations.ts';
import { useOperation } from '../graph/use-operation.ts';
import type { MeasureCardProps } from '../measure/measure-card.tsx';
import { MeasureCards } from '../measure/measure-cards.tsx';
import { FiguresOfYear, useFigureYear } from '../measure/use-figure-year.tsx';
import { EmptyState } from '../page/empty-state.tsx';
import { Page } from '../page/page.tsx';
import { Part } from '../page/part.tsx';
import { agreedInWords, contractTimeInWords, delegatedInWords, governanceInWords } from './practice-words.ts';

type Practice = NonNullable<PracticeFiguresQuery['practice']>;

/** What a page about one practice needs from the module it stands in. */
export interface PracticePageProps {
  readonly practice: string;
  /** The page's title; the practice's name without it. */
  readonly title?: string;
  /** Where the children of the practice are listed. */
  readonly childrenPath: string;
  readonly before?: ReactNode;
  /** What follows the figures about children: those of staff. */
  readonly after?: ReactNode;
  readonly behind?: MeasureCardProps['behind'];
}

/** A practice: its contracts, its figures for a collection year and the way to its children. */
export function PracticePage({ practice, title, childrenPath, before, after, behind }: PracticePageProps) {
  const { year } = useFigureYear();
  const operation = useOperation(PracticeFiguresDocument, { practice, lastYear: year });
  const name = operation.data?.practice?.name ?? 'Practice';
  return (
    <Page title={title ?? name} caption={title ? name : undefined} before={before}>
      <Part what="Figures" operation={operation} shape="cards" count={6}>
        {(data) =>
          data.practice ? (
            <>
              <PracticeSummary practice={data.practice} childrenPath={childrenPath} />
              <FiguresOfYear known={{ held: heldFor(data.practice), measures: data.practice.childMeasureHistory }}>
                <MeasureCards
                  year={year}
                  measures={data.practice.childMeasureHistory}
                  group={data.practice.name}
                  {...(behind ? { behind } : {})}
                />
              </FiguresOfYear>
            </>
          ) : (
            <EmptyState title="There is no such practice that you may see." />
          )
        }
      </Part>
      {after}
    </Page>
  );
}

function PracticeSummary({ practice, childrenPath }: { readonly practice: Practice; readonly childrenPath: string }) {
  return (
    <>
      <SummaryList
        rows={[
          { key: 'Governance', value: governanceInWords(practice.governance) },
          ...(practice.parentOrganisation ? [{ key: 'Owned by', value: practice.parentOrganisation }] : []),
          { key: 'Founded on', value: formatDate(practice.foundedOn) },
          ...practice.contracts.map((contract) => ({
            key: `Contract from ${formatDate(contract.startsOn)}`,
            value: `With ${contract.localAuthority.name}. ${contractTimeInWords(contract)}. For ${agreedInWords(contract)}. ${delegatedInWords(contract)}.`,
          })),
        ]}
      />
      <p className="govuk-body">
        <Link to={childrenPath}>See the children of this practice</Link>
      </p>
    </>
  );
}

/** The collection years for which a return of one of its authorities is held. */
function heldFor(practice: Practice): number[] {
  return practice.contracts.flatMap(({ localAuthority }) =>
    localAuthority.returns903.map((held) => held.collectionYear),
  );
}
