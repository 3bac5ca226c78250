import {
  Breadcrumbs,
  Button,
  EmptyState,
  formatCount,
  formatInstant,
  InsetText,
  NotFoundPage,
  Page,
  Pagination,
  Part,
  Progress,
  useLocation,
  useMutationOperation,
  useOperation,
  useParams,
  useSearchParams,
  useViewer,
} from '@mainstay/web-kit';
import { useEffect, useRef } from 'react';
import { CheckReturnDocument, ReturnCheckOfDocument, type ReturnCheckOfQuery } from '../generated/operations.ts';
import { RulesNotRun } from '../returns/rules-not-run.tsx';
import { returnsPath } from '../urls.ts';
import { addressOfFaults, faultsFromAddress, type AskedFaults } from './check-address.ts';
import { CheckDownloads } from './check-downloads.tsx';
import { CheckedChild } from './checked-child.tsx';
import { FaultsByChild, FaultsByRule, FaultTabs } from './fault-lists.tsx';
import { FaultSearch } from './fault-search.tsx';
import { ProviderListForm } from './provider-list.form.tsx';

type Authority = NonNullable<ReturnCheckOfQuery['localAuthority']>;
type Check = NonNullable<Authority['returnCheck']>;

/** What the rules of a year find in the return that is held, all year round: fix it, accept it or leave it. */
export function ReturnCheckPage() {
  const { year: named = '' } = useParams();
  const year = Number(named);
  const [search] = useSearchParams();
  const asked = faultsFromAddress(search);
  if (!Number.isInteger(year)) return <NotFoundPage />;
  const crumbs = [
    { text: 'Returns', to: returnsPath },
    ...(asked.child ? [{ text: `Faults of ${year}`, to: addressOfFaults({ ...asked, child: null }) }] : []),
  ];
  const title = asked.child ? `Child ${asked.child}: return of ${year}` : `Faults of the return of ${year}`;
  return (
    <Page title={title} caption={`Year to 31 March ${year}`} before={<Breadcrumbs crumbs={crumbs} />}>
      {asked.child ? <CheckedChild year={year} child={asked.child} /> : <CheckOfYear year={year} asked={asked} />}
    </Page>
  );
}

function CheckOfYear({ year, asked }: { readonly year: number; readonly asked: AskedFaults }) {
  const la = useViewer().laCode ?? '';
  const { rule, search, after } = asked;
  const operation = useOperation(ReturnCheckOfDocument, { la, year, rule, search, after });
  return (
    <Part what="The faults" operation={operation} shape="table">
      {({ localAuthority }) => (
        <>
          <KeptUpToDate la={la} year={year} check={localAuthority?.returnCheck ?? null} />
          {localAuthority?.returnCheck && (
            <Found check={localAuthority.returnCheck} asked={asked} lists={localAuthority.providerLists} />
          )}
        </>
      )}
    </Part>
  );
}

/** Has the return checked when it never was, or when something has changed since; says so meanwhile. */
function KeptUpToDate({
  la,
  year,
  check,
}: {
  readonly la: string;
  readonly year: number;
  readonly check: Check | null;
}) {
  const { run, isRunning, error } = useMutationOperation(CheckReturnDocument);
  const state = check ? `${check.checkedAt} ${check.childrenChanged} ${check.isOutdated}` : 'never';
  const asked = useRef<string>(undefined);
  const isBehind = !check || check.childrenChanged > 0 || check.isOutdated;
  useEffect(() => {
    if (!isBehind || asked.current === state) return;
    asked.current = state;
    run({ input: { la, year } }).catch(() => undefined);
  });
  if (isRunning) return <Progress label={check ? 'Checking what has changed' : 'Checking the return by all rules'} />;
  if (error) return <InsetText>{error.message}</InsetText>;
  return (
    <p className="govuk-body">
      {check ? `Checked ${formatInstant(check.checkedAt)}. ` : 'Not checked yet. '}
      <Button
        kind="secondary"
        type="button"
        onClick={() => void run({ input: { la, year, isWhole: true } }).catch(() => undefined)}
      >
        Check everything again
      </Button>
    </p>
  );
}

function Found(props: {
  readonly check: Check;
  readonly asked: AskedFaults;
  readonly lists: Authority['providerLists'];
}) {
  const { check, asked, lists } = props;
  const { faultCount, acceptedCount, rowsWithFault, childrenWithFault } = check;
  return (
    <>
      {check.isBuiltFromRecords && (
        <InsetText>
          No episodes were imported for this year, so this is the return that would be built from the records. What is
          wrong is put right in the records.
        </InsetText>
      )}
      <p className="govuk-body-l">
        {formatCount(faultCount, 'fault')} in {formatCount(rowsWithFault, 'row')} of{' '}
        {formatCount(childrenWithFault, 'child', 'children')}; {formatCount(acceptedCount, 'fault')} accepted.
      </p>
      <FaultTabs asked={asked} />
      {asked.view === 'rule' ? <FaultsByRule lines={check.faultsByRule} /> : <ByChild check={check} asked={asked} />}
      <CheckDownloads year={check.collectionYear} />
      <ProviderListForm lists={lists} />
      <RulesNotRun rules={check.rulesNotRun} />
    </>
  );
}

function ByChild({ check, asked }: { readonly check: Check; readonly asked: AskedFaults }) {
  const { pathname } = useLocation();
  const { edges, totalCount, pageInfo } = check.faultsByChild;
  const next = pageInfo.hasNextPage && pageInfo.endCursor;
  return (
    <>
      <FaultSearch asked={asked} />
      {edges.length === 0 && asked.search ? (
        <EmptyState title="No child whose number begins so has a fault." />
      ) : (
        <FaultsByChild lines={edges.map(({ node }) => node)} totalCount={totalCount} asked={asked} />
      )}
      <Pagination
        label="Pages of children"
        next={next ? `${pathname}${addressOfFaults({ ...asked, after: next })}` : null}
      />
    </>
  );
}
