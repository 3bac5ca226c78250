import {
  EmptyState,
  formatCount,
  Link,
  Pagination,
  Part,
  runOperation,
  useOperation,
  useSearchParams,
} from '@mainstay/web-kit';
import { CsvOfAll } from '../audit/csv-of-all.tsx';
import { eventColumns, eventRow } from '../audit/event-csv.ts';
import { EventTable } from '../audit/event-table.tsx';
import { InspectionLogPageDocument } from '../generated/operations.ts';
import { inspectionPath } from '../urls.ts';

/** What the inspectors viewed: the same list that they see. */
export function InspectionLog({ inspectionId }: { readonly inspectionId: string }) {
  const [search] = useSearchParams();
  const after = search.get('log');
  const operation = useOperation(InspectionLogPageDocument, { id: inspectionId, after }, { keepPrevious: true });
  const here = inspectionPath(inspectionId);
  return (
    <section>
      <h2 className="govuk-heading-m">What the inspectors viewed</h2>
      <Part what="What the inspectors viewed" operation={operation} shape="table" count={4}>
        {({ inspection }) => {
          if (!inspection || inspection.log.edges.length === 0) {
            return <EmptyState title="The inspectors have viewed nothing yet.">They see this log too.</EmptyState>;
          }
          const { hasNextPage, endCursor } = inspection.log.pageInfo;
          return (
            <>
              <EventTable
                caption={`${formatCount(inspection.log.totalCount, 'event')}, newest first. The inspectors see this log too.`}
                events={inspection.log.edges.map(({ node }) => node)}
              />
              {after && (
                <p className="govuk-body">
                  <Link to={here}>Back to the first page</Link>
                </p>
              )}
              <Pagination
                label="Pages of the log"
                next={hasNextPage && endCursor ? `${here}?log=${encodeURIComponent(endCursor)}` : null}
              />
              <CsvOfAll
                fileName="inspection-log.csv"
                of="what the inspectors viewed"
                columns={eventColumns}
                row={eventRow}
                fetchPage={async (cursor) =>
                  (await runOperation(InspectionLogPageDocument, { id: inspectionId, after: cursor })).data.inspection
                    ?.log
                }
              />
            </>
          );
        }}
      </Part>
    </section>
  );
}
