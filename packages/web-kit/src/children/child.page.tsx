import { systemClock } from '@mainstay/primitives';
import { useState } from 'react';
import { useParams, useSearchParams } from '../routing/router.tsx';
import { Breadcrumbs } from '../components/wayfinding.tsx';
import { SummaryList, type SummaryRow } from '../components/summary-list.tsx';
import { formatAge, formatDate } from '../format/format.ts';
import { ChildRecordDocument, type ChildRecordQuery } from '../generated/operations.ts';
import { useOperation } from '../graph/use-operation.ts';
import { LifeLine } from '../life-line/life-line-view.tsx';
import { EmptyState } from '../page/empty-state.tsx';
import { Page } from '../page/page.tsx';
import { Part } from '../page/part.tsx';
import { EpisodesSection } from './episodes-section.tsx';
import { leadProfessionalInWords } from './lead-professional.ts';
import { timeFromAddress, variablesOfTime } from './record-time.ts';
import { RecordTables } from './record-tables.tsx';

type ChildRecord = NonNullable<ChildRecordQuery['child']>;

/** What a child's page needs from the module it stands in. */
export interface ChildPageProps {
  readonly childrenPath: string;
  /** True for viewers who see every allocation of the child: time without one is then the authority's own. */
  readonly seesEveryAllocation: boolean;
}

/** One child's record: summary, life line and tables. The child is named by its local id only. */
export function ChildPage({ childrenPath, seesEveryAllocation }: ChildPageProps) {
  const { childId = '' } = useParams();
  const [search] = useSearchParams();
  const [hasErrors, setHasErrors] = useState(false);
  const time = timeFromAddress(search);
  const operation = useOperation(
    ChildRecordDocument,
    { id: childId, ...variablesOfTime(time) },
    { keepPrevious: true },
  );
  const child = operation.data?.child;
  return (
    <Page
      hasErrors={hasErrors}
      title={child ? `Child ${child.localId}` : 'Child'}
      before={<Breadcrumbs crumbs={[{ text: 'Children', to: childrenPath }]} />}
    >
      <Part what="The child’s record" operation={operation} shape="text" count={8}>
        {(data) =>
          data.child ? (
            <>
              <SummaryList rows={summaryRows(data.child)} />
              <h2 className="govuk-heading-m">Life line</h2>
              <LifeLine
                history={data.child}
                localId={data.child.localId}
                {...(seesEveryAllocation ? { authorityName: data.child.localAuthority.name } : {})}
              />
              <EpisodesSection episodes={data.child.episodes} time={time} onFaults={setHasErrors} />
              <RecordTables child={data.child} />
            </>
          ) : (
            <EmptyState title="There is no such child that you may see.">
              The record may belong to another organisation, or the address may be mistyped.
            </EmptyState>
          )
        }
      </Part>
    </Page>
  );
}

function summaryRows(child: ChildRecord): SummaryRow[] {
  const today = systemClock.today();
  const status = child.legalStatuses.findLast(({ endedOn }) => endedOn === null || endedOn >= today)?.legalStatus;
  const placement = child.currentPlacement;
  return [
    { key: 'Local id', value: child.localId },
    { key: 'Age', value: `${formatAge(child.dateOfBirth, today)} (born ${formatDate(child.dateOfBirth)})` },
    { key: 'Sex', value: child.sex.meaning },
    { key: 'Ethnic origin', value: child.ethnicity.meaning },
    ...(child.isUnaccompaniedAsylumSeeker
      ? [{ key: 'Asylum', value: 'Is or was an unaccompanied asylum-seeking child' }]
      : []),
    { key: 'Looked after', value: child.isLookedAfter ? `Yes, by ${child.localAuthority.name}` : 'Not today' },
    { key: 'Legal status', value: status && child.isLookedAfter ? status.meaning : 'None today' },
    {
      key: 'Placement',
      value: placement ? `${placement.type.meaning}, since ${formatDate(placement.startedOn)}` : 'None today',
    },
    { key: 'Lead professional', value: leadProfessionalInWords(child.leadProfessional) },
  ];
}
