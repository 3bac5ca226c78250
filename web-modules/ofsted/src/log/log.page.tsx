import {
  EmptyState,
  formatCount,
  formatInstant,
  Link,
  Page,
  Pagination,
  Part,
  Table,
  useLocation,
  useOperation,
  useSearchParams,
  type Inspection,
} from '@mainstay/web-kit';
import { Fragment } from 'react';
import { InspectionLogDocument, type InspectionLogQuery, type LogEntryFragment } from '../generated/operations.ts';
import { childPath, homePath } from '../urls.ts';
import { listsInWords, recordsNotShown, whatInWords } from './log-words.ts';

const PER_PAGE = 50;

type Log = NonNullable<InspectionLogQuery['inspection']>['log'];

/** Everything the inspectors of this inspection viewed: the authority reads the same. */
export function LogPage({ inspection }: { readonly inspection: Inspection }) {
  const [search] = useSearchParams();
  const after = search.get('after');
  const operation = useOperation(
    InspectionLogDocument,
    { inspection: inspection.id, first: PER_PAGE, after },
    { keepPrevious: true },
  );
  return (
    <Page title="Log">
      <p className="govuk-body">
        Everything that you and your team viewed in this inspection. The authority’s managers read the same list.
      </p>
      <Part what="The log" operation={operation} shape="table">
        {(data) =>
          data.inspection && data.inspection.log.edges.length > 0 ? (
            <LogTable log={data.inspection.log} isLater={after !== null} />
          ) : (
            <EmptyState title="Nothing has been viewed yet.">
              Begin in the <Link to={homePath}>room</Link>: what you open there is in this list a moment later.
            </EmptyState>
          )
        }
      </Part>
    </Page>
  );
}

function LogTable({ log, isLater }: { readonly log: Log; readonly isLater: boolean }) {
  const { pathname } = useLocation();
  const { hasNextPage, endCursor } = log.pageInfo;
  return (
    <>
      <h2 className="govuk-heading-s">{formatCount(log.totalCount, 'entry', 'entries')}, the newest first</h2>
      <Table
        caption="What was viewed"
        isCaptionHidden
        isDense
        rows={log.edges.map(({ node }) => node)}
        rowKey={({ id }) => id}
        columns={[
          { key: 'at', head: 'When', cell: ({ at }) => formatInstant(at) },
          { key: 'what', head: 'What', cell: whatInWords },
          { key: 'records', head: 'Records', cell: (entry) => <Records entry={entry} /> },
          { key: 'lists', head: 'Lists', cell: listsInWords },
          { key: 'who', head: 'Who', cell: ({ person }) => (person ? (person.name ?? person.id) : 'Not known') },
        ]}
      />
      {isLater && (
        <p className="govuk-body">
          <Link to={pathname}>Back to the newest</Link>
        </p>
      )}
      <Pagination
        next={hasNextPage && endCursor ? `${pathname}?after=${encodeURIComponent(endCursor)}` : null}
        label="Pages of the log"
      />
    </>
  );
}

function Records({ entry }: { readonly entry: LogEntryFragment }) {
  const gone = recordsNotShown(entry);
  if (entry.recordCount === 0) return '–';
  return (
    <>
      {entry.records.map(({ id, localId }, index) => (
        <Fragment key={id}>
          {index > 0 && ', '}
          <Link to={childPath(id)}>{localId}</Link>
        </Fragment>
      ))}
      {gone && ` ${gone}`}
    </>
  );
}
