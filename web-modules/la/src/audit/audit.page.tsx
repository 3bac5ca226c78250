import {
  EmptyState,
  formatCount,
  Link,
  Page,
  Pagination,
  Part,
  runOperation,
  useOperation,
  useSearchParams,
  useViewer,
} from '@mainstay/web-kit';
import { useState } from 'react';
import { AccessCrumbs } from '../access/access-crumbs.tsx';
import { ForManagers } from '../access/for-managers.tsx';
import { AuditDocument, AuditForFileDocument, ChildByNumberDocument, PeopleDocument } from '../generated/operations.ts';
import { auditPath, concernsPath } from '../urls.ts';
import { AuditFilterForm } from './audit-filter-form.tsx';
import { addressOfFilters, filterOf, filtersFromAddress, type AuditFilters } from './audit-filters.ts';
import { ChainState } from './chain-state.tsx';
import { CsvOfAll } from './csv-of-all.tsx';
import { eventColumns, eventRow } from './event-csv.ts';
import { EventTable } from './event-table.tsx';

const TITLE = 'Audit: who looked?';

/** Who looked at which records, and what else was done: searched, page by page, and as a file. */
export function AuditPage() {
  return (
    <ForManagers
      title={TITLE}
      purpose="They search what was done with the authority’s records: who looked, at whose record, when and what for."
    >
      <Audit />
    </ForManagers>
  );
}

function Audit() {
  const { laCode, organisation } = useViewer();
  const la = laCode ?? '';
  const [search] = useSearchParams();
  const [hasErrors, setHasErrors] = useState(false);
  const filters = filtersFromAddress(search);
  const people = useOperation(PeopleDocument, { la, role: null });
  return (
    <Page title={TITLE} caption={organisation} before={<AccessCrumbs />} hasErrors={hasErrors}>
      <p className="govuk-body">
        Everything that is done with the authority’s records is written down here before anybody sees an answer. What
        the records say is not. <Link to={concernsPath}>What was noticed in it</Link>
      </p>
      <ChainState la={la} />
      <AuditFilterForm
        key={search.toString()}
        filters={filters}
        people={people.data?.localAuthority?.people ?? []}
        onFaults={setHasErrors}
      />
      {filters.childNumber ? (
        <EventsOfChild la={la} filters={filters} number={filters.childNumber} />
      ) : (
        <Events la={la} filters={filters} childId={null} />
      )}
    </Page>
  );
}

/** The audit names children by their identifier, the reader by a number: it is looked up first. */
function EventsOfChild(props: { readonly la: string; readonly filters: AuditFilters; readonly number: string }) {
  const { la, filters, number } = props;
  const operation = useOperation(ChildByNumberDocument, { la, number });
  return (
    <Part what="The child of that number" operation={operation} shape="table">
      {({ children }) => {
        const child = children.edges.map(({ node }) => node).find(({ localId }) => localId === number);
        if (child) return <Events la={la} filters={filters} childId={child.id} />;
        return (
          <EmptyState title={`There is no child with the number ${number} that you may see.`}>
            Check the number, or <Link to={auditPath}>clear the search</Link>.
          </EmptyState>
        );
      }}
    </Part>
  );
}

interface EventsProps {
  readonly la: string;
  readonly filters: AuditFilters;
  readonly childId: string | null;
}

function Events({ la, filters, childId }: EventsProps) {
  const variables = { la, filter: filterOf(filters, childId), after: filters.after };
  const operation = useOperation(AuditDocument, variables, { keepPrevious: true });
  return (
    <Part what="The audit" operation={operation} shape="table">
      {({ localAuthority }) => {
        const events = localAuthority?.auditEvents;
        if (!events || events.edges.length === 0) {
          return <EmptyState title="Nothing matches.">Choose other days, or take a condition away.</EmptyState>;
        }
        const { hasNextPage, endCursor } = events.pageInfo;
        return (
          <>
            <EventTable
              caption={`${formatCount(events.totalCount, 'event')}, newest first`}
              events={events.edges.map(({ node }) => node)}
              linksPeople
            />
            {filters.after && (
              <p className="govuk-body">
                <Link to={`${auditPath}${addressOfFilters({ ...filters, after: null })}`}>Back to the first page</Link>
              </p>
            )}
            <Pagination
              label="Pages of the audit"
              next={
                hasNextPage && endCursor ? `${auditPath}${addressOfFilters({ ...filters, after: endCursor })}` : null
              }
            />
            <FileOfEvents la={la} filter={variables.filter} />
          </>
        );
      }}
    </Part>
  );
}

function FileOfEvents({ la, filter }: { readonly la: string; readonly filter: ReturnType<typeof filterOf> }) {
  return (
    <CsvOfAll
      fileName="audit.csv"
      of="all events that match"
      columns={eventColumns}
      row={eventRow}
      fetchPage={async (after) =>
        (await runOperation(AuditForFileDocument, { la, filter, after })).data.localAuthority?.auditEvents
      }
    />
  );
}
