import { useState } from 'react';
import { CannotFind } from '../break-glass/cannot-find.tsx';
import { Breadcrumbs } from '../components/wayfinding.tsx';
import { ChildRecordDocument } from '../generated/operations.ts';
import { useOperation } from '../graph/use-operation.ts';
import { LifeLine } from '../life-line/life-line-view.tsx';
import { EmptyState } from '../page/empty-state.tsx';
import { Page } from '../page/page.tsx';
import { Part } from '../page/part.tsx';
import { useParams, useSearchParams } from '../routing/router.tsx';
import { RecordNavigation } from '../record/record-page.tsx';
import { useViewer } from '../session/session.tsx';
import { ChildSummary, fullName, type ChildRecord } from './child-summary.tsx';
import { EpisodesSection } from './episodes-section.tsx';
import { RecordMarks, type RecordPaths } from './record-marks.tsx';
import { RecordTables } from './record-tables.tsx';
import { timeFromAddress, variablesOfTime, type RecordTime } from './record-time.ts';
import { isLifeLineWithheld, withheldReason } from './withheld.ts';
import { WithheldPart } from './withheld-part.tsx';

/** What a child's page needs from the module it stands in. */
export interface ChildPageProps {
  readonly childrenPath: string;
  /** True for viewers who see every allocation of the child: time without one is then the authority's own. */
  readonly seesEveryAllocation: boolean;
  /** Where the record's restriction and its readers are seen to; left out in modules without such pages. */
  readonly recordPaths?: RecordPaths;
  /** The child; left out, the address says it. */
  readonly childId?: string;
}

/** One child's record: summary, life line and tables. Its address and title name the child by local id only. */
export function ChildPage(props: ChildPageProps) {
  const { childrenPath, recordPaths } = props;
  const params = useParams();
  const [search] = useSearchParams();
  const [hasErrors, setHasErrors] = useState(false);
  const time = timeFromAddress(search);
  const operation = useOperation(
    ChildRecordDocument,
    { id: props.childId ?? params['childId'] ?? '', ...variablesOfTime(time) },
    { keepPrevious: true },
  );
  const child = operation.data?.child;
  return (
    <Page
      hasErrors={hasErrors}
      title={child ? `Child ${child.localId}` : 'Child'}
      caption={child && fullName(child)}
      before={<Breadcrumbs crumbs={[{ text: 'Children', to: childrenPath }]} />}
    >
      <Part what="The child’s record" operation={operation} shape="text" count={8}>
        {(data) =>
          data.child ? (
            <>
              {props.childId === undefined && (
                <RecordNavigation
                  base={`${childrenPath}/${data.child.id}`}
                  section="history"
                  withheld={data.child.withheldParts}
                />
              )}
              <RecordMarks child={data.child} paths={recordPaths} />
              <ChildSummary child={data.child} />
              <LifeLineSection child={data.child} seesEveryAllocation={props.seesEveryAllocation} />
              <Episodes child={data.child} time={time} onFaults={setHasErrors} />
              <RecordTables child={data.child} />
            </>
          ) : (
            // Without a child because a part of the platform failed, nobody knows whether there is one.
            operation.missing.length === 0 && <NoSuchChild childrenPath={childrenPath} />
          )
        }
      </Part>
    </Page>
  );
}

function NoSuchChild({ childrenPath }: { readonly childrenPath: string }) {
  const { audience } = useViewer();
  return (
    <EmptyState title="There is no such child that you may see.">
      <p className="govuk-body">
        {audience === 'inspector'
          ? 'You can open the records of the children in the inspection’s sample. If this child is one of them, the address may be mistyped.'
          : 'The record may belong to another organisation, or the address may be mistyped.'}
      </p>
      <CannotFind childrenPath={childrenPath} />
    </EmptyState>
  );
}

function LifeLineSection(props: { readonly child: ChildRecord; readonly seesEveryAllocation: boolean }) {
  const { child, seesEveryAllocation } = props;
  const { audience } = useViewer();
  const { withheldParts } = child;
  return (
    <>
      <h2 className="govuk-heading-m">Life line</h2>
      {isLifeLineWithheld(withheldParts) ? (
        <EmptyState title="The life line is not open to you.">{withheldReason('EPISODES', audience)}</EmptyState>
      ) : (
        <>
          {withheldParts.length > 0 && (
            <p className="govuk-body">It is drawn from the parts of the record that are open to you.</p>
          )}
          <LifeLine
            history={child}
            localId={child.localId}
            {...(seesEveryAllocation && !withheldParts.includes('ALLOCATIONS')
              ? { authorityName: child.localAuthority.name }
              : {})}
          />
        </>
      )}
    </>
  );
}

function Episodes(props: {
  readonly child: ChildRecord;
  readonly time: RecordTime;
  readonly onFaults: (hasFaults: boolean) => void;
}) {
  const { child, time, onFaults } = props;
  if (child.withheldParts.includes('EPISODES')) {
    return (
      <section aria-labelledby="episodes">
        <h2 className="govuk-heading-m" id="episodes">
          Episodes
        </h2>
        <WithheldPart part="EPISODES" />
      </section>
    );
  }
  return <EpisodesSection episodes={child.episodes} time={time} onFaults={onFaults} />;
}
