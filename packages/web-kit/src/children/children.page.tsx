import { systemClock, type PlainDate } from '@mainstay/primitives';
import { useState } from 'react';
import { useLocation, useSearchParams } from '../routing/router.tsx';
import { CannotFind } from '../break-glass/cannot-find.tsx';
import { Link } from '../components/link.tsx';
import { Tag } from '../components/notices.tsx';
import { Pagination } from '../components/pagination.tsx';
import { Table } from '../components/table.tsx';
import { formatAge, formatDate } from '../format/format.ts';
import { ChildrenListDocument, type ChildrenListQuery, type RecordPart } from '../generated/operations.ts';
import { useOperation } from '../graph/use-operation.ts';
import { EmptyState } from '../page/empty-state.tsx';
import { Page } from '../page/page.tsx';
import { Part } from '../page/part.tsx';
import { useViewer } from '../session/session.tsx';
import { childOnDay } from './child-on-day.ts';
import { ChildrenFilterForm } from './children-filter-form.tsx';
import {
  addressOfFilters,
  dayOfList,
  filtersFromAddress,
  rangeInWords,
  variablesOfFilters,
  type ChildrenFilters,
} from './children-filters.ts';
import { PartChooser } from './part-chooser.tsx';
import { NOT_OPEN } from './withheld.ts';

/** What the page of children needs from the module it stands in. */
export interface ChildrenPageProps {
  /** The authority whose children are listed; null lists all that the viewer may see. */
  readonly la: string | null;
  /** Where a child's own page is. */
  readonly childPath: (childId: string) => string;
  /** The children whose records are open, where that is not all that are listed: an inspection's sample. */
  readonly sample?: ReadonlySet<string>;
  /** Where a child who is new to care is recorded: a link for those who do. */
  readonly newChildPath?: string;
}

const ROLES_OF_NEW_CHILDREN = ['la-worker', 'la-manager'];

/** The children the viewer may see, page by page, narrowed by filters that are all in the address. */
export function ChildrenPage({ la, childPath, sample, newChildPath }: ChildrenPageProps) {
  const { role } = useViewer();
  const [search] = useSearchParams();
  const [hasErrors, setHasErrors] = useState(false);
  const today = systemClock.today();
  const filters = filtersFromAddress(search, today);
  const operation = useOperation(ChildrenListDocument, variablesOfFilters(filters, la, today), { keepPrevious: true });
  return (
    <Page title="Children" hasErrors={hasErrors}>
      {newChildPath && ROLES_OF_NEW_CHILDREN.includes(role) && (
        <p className="govuk-body">
          <Link to={newChildPath}>Record a child new to care</Link>
        </p>
      )}
      <ChildrenFilterForm key={search.toString()} filters={filters} onFaults={setHasErrors} />
      <Part what="Children" operation={operation} shape="table">
        {(data) => (
          <>
            {filters.behind && (
              <PartChooser filters={filters} behind={filters.behind} indicators={data.childIndicators} />
            )}
            <ChildrenTable list={data.children} filters={filters} today={today} childPath={childPath} sample={sample} />
          </>
        )}
      </Part>
    </Page>
  );
}

function ChildrenTable(props: {
  readonly list: ChildrenListQuery['children'];
  readonly filters: ChildrenFilters;
  readonly today: PlainDate;
  readonly childPath: ChildrenPageProps['childPath'];
  readonly sample: ChildrenPageProps['sample'];
}) {
  const { list, filters, today, childPath, sample } = props;
  const day = dayOfList(filters, today);
  const { pathname } = useLocation();
  const { audience } = useViewer();
  const rows = list.edges.map(({ node }) => ({ ...node, ...childOnDay(node, day) }));
  if (rows.length === 0) {
    return (
      <EmptyState title="No child matches.">
        <p className="govuk-body">Choose another day, or take a filter away.</p>
        <CannotFind childrenPath={pathname} />
      </EmptyState>
    );
  }
  const isOpen = (id: string) => sample?.has(id) ?? true;
  // An inspector is told of every child how things stand today.
  const toldAll = audience === 'inspector' && day === today;
  const none = (row: (typeof rows)[number], part: RecordPart, words: string) =>
    row.withheldParts.includes(part) && !toldAll ? NOT_OPEN : words;
  return (
    <>
      <h2 className="govuk-heading-s">
        {rangeInWords(filters.page, rows.length, list.totalCount)}, as they were on {formatDate(day)}
      </h2>
      {sample && day !== today && (
        <p className="govuk-body">Of another day than today, the children in the inspection’s sample are listed.</p>
      )}
      <Table
        caption="Children, by local id"
        isCaptionHidden
        rows={rows}
        rowKey={(row) => row.id}
        hasRowHeads
        columns={[
          {
            key: 'local-id',
            head: 'Local id',
            cell: (row) => (isOpen(row.id) ? <Link to={childPath(row.id)}>{row.localId}</Link> : row.localId),
          },
          ...(sample
            ? [{ key: 'sample', head: 'Sample', cell: (row: { id: string }) => isOpen(row.id) && <Tag>In it</Tag> }]
            : []),
          { key: 'age', head: 'Age', isNumeric: true, cell: (row) => formatAge(row.dateOfBirth, day) },
          {
            key: 'legal-status',
            head: 'Legal status',
            cell: (row) => row.legalStatus?.meaning ?? none(row, 'LEGAL_STATUSES', 'Not looked after'),
          },
          {
            key: 'placement',
            head: 'Placement',
            cell: (row) => row.placement?.meaning ?? none(row, 'PLACEMENTS', 'None'),
          },
          {
            key: 'worker',
            head: 'Social worker',
            cell: (row) => row.worker ?? none(row, 'SOCIAL_WORKERS', 'None recorded'),
          },
        ]}
      />
      {filters.localIdStartsWith && <CannotFind childrenPath={pathname} />}
      <Steps filters={filters} list={list} />
    </>
  );
}

function Steps({ filters, list }: { readonly filters: ChildrenFilters; readonly list: ChildrenListQuery['children'] }) {
  const { pathname } = useLocation();
  const { hasNextPage, endCursor } = list.pageInfo;
  const next =
    hasNextPage && endCursor ? addressOfFilters({ ...filters, after: endCursor, page: filters.page + 1 }) : null;
  // A cursor leads forward only: from a later page the way back is the first one, or the browser's own.
  const isLater = filters.after !== null;
  return (
    <>
      {isLater && (
        <p className="govuk-body">
          <Link to={`${pathname}${addressOfFilters({ ...filters, after: null })}`}>Back to the first page</Link>
        </p>
      )}
      <Pagination next={next && `${pathname}${next}`} label="Pages of children" />
    </>
  );
}
