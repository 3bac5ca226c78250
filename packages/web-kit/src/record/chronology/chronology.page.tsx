import { useState, type SyntheticEvent } from 'react';
import { Button } from '../../components/button.tsx';
import { Checkboxes } from '../../components/checkboxes.tsx';
import { DateInput, readDate } from '../../components/date-input.tsx';
import { Details } from '../../components/details.tsx';
import { Pagination } from '../../components/pagination.tsx';
import { Table } from '../../components/table.tsx';
import { formatCount, formatDate, formatInstantDate } from '../../format/format.ts';
import { ChildChronologyDocument, type ChildChronologyQuery } from '../../generated/operations.ts';
import { useOperation } from '../../graph/use-operation.ts';
import { EmptyState } from '../../page/empty-state.tsx';
import { Part } from '../../page/part.tsx';
import { useSearchParams } from '../../routing/router.tsx';
import { RecordPage } from '../record-page.tsx';
import { addressOfFilters, chronologyKinds, filtersFromAddress, type ChronologyFilters } from './chronology-filters.ts';

type Entry = NonNullable<ChildChronologyQuery['child']>['chronology']['edges'][number]['node'];

/** Who told of an entry, as people say it. */
const origins: Readonly<Record<Entry['origin'], string>> = {
  RETURN: 'Return',
  RECORDED: 'Recorded here',
  CONTRACT: 'Contract',
};

/** Entries to a page: what the graph answers at most. */
const PAGE = 100;

/** Everything that is on record of a child, by day: narrowed to kinds and days, and printed. */
export function ChronologyPage({ childrenPath }: { readonly childrenPath: string }) {
  return (
    <RecordPage childrenPath={childrenPath} section="chronology" title="Chronology" part={null}>
      {(child) => <Chronology id={child.id} />}
    </RecordPage>
  );
}

function Chronology({ id }: { readonly id: string }) {
  const [search, setSearch] = useSearchParams();
  const filters = filtersFromAddress(search);
  const operation = useOperation(
    ChildChronologyDocument,
    {
      id,
      from: filters.from,
      to: filters.to,
      kinds: filters.kinds.length > 0 ? [...filters.kinds] : null,
      first: PAGE,
      after: search.get('after'),
      knownAt: null,
    },
    { keepPrevious: true },
  );
  const narrowed = addressOfFilters(filters);
  return (
    <>
      <Filters key={String(narrowed)} filters={filters} onChoose={(chosen) => setSearch(addressOfFilters(chosen))} />
      <Part what="The chronology" operation={operation} shape="table" count={10}>
        {({ child }) => {
          const { edges, pageInfo, totalCount } = child?.chronology ?? none;
          if (edges.length === 0) return <EmptyState title="Nothing is on record for these days and kinds." />;
          const next = pageInfo.hasNextPage && pageInfo.endCursor;
          return (
            <>
              <Entries entries={edges.map(({ node }) => node)} total={totalCount} />
              <Pagination
                label="Pages of the chronology"
                next={next ? `?${new URLSearchParams([...narrowed, ['after', next]])}` : null}
              />
            </>
          );
        }}
      </Part>
    </>
  );
}

const none: NonNullable<ChildChronologyQuery['child']>['chronology'] = {
  totalCount: 0,
  pageInfo: { hasNextPage: false, endCursor: null },
  edges: [],
};

function Filters(props: {
  readonly filters: ChronologyFilters;
  readonly onChoose: (filters: ChronologyFilters) => void;
}) {
  const { filters, onChoose } = props;
  const [fault, setFault] = useState<string>();
  const choose = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [from, to] = [readDate(form, 'from'), readDate(form, 'to')];
    if (from && to && to < from) return setFault('Enter a last day that is not before the first');
    const kinds = form.getAll('kind');
    onChoose({ from, to, kinds: chronologyKinds.map(({ value }) => value).filter((kind) => kinds.includes(kind)) });
  };
  return (
    <Details summary="Choose days and kinds">
      <form onSubmit={choose} noValidate>
        <DateInput name="from" label="From" defaultValue={filters.from} />
        <DateInput name="to" label="To" defaultValue={filters.to} error={fault} />
        <Checkboxes
          name="kind"
          label="Kinds"
          hint="All kinds are shown when none is ticked."
          choices={chronologyKinds}
          defaultValues={filters.kinds}
          isSmall
        />
        <Button kind="secondary">Show</Button>
      </form>
    </Details>
  );
}

function Entries({ entries, total }: { readonly entries: readonly Entry[]; readonly total: number }) {
  return (
    <Table
      caption={`Chronology, oldest first: ${formatCount(total, 'entry', 'entries')} in all`}
      captionSize="s"
      rows={entries}
      rowKey={({ id }) => id}
      hasRowHeads
      columns={[
        { key: 'day', head: 'Day', cell: ({ day }) => formatDate(day) },
        {
          key: 'kind',
          head: 'Kind',
          cell: ({ kind }) => chronologyKinds.find(({ value }) => value === kind)?.text ?? kind,
        },
        { key: 'what', head: 'What happened', cell: (entry) => <What entry={entry} /> },
        { key: 'source', head: 'From', cell: ({ origin }) => origins[origin] },
      ]}
    />
  );
}

function What({ entry }: { readonly entry: Entry }) {
  const { title, detail, worker, correctedAt, correctedBecause } = entry;
  return (
    <>
      {title}
      {worker && ` – ${worker.name ?? worker.id}`}
      {detail && <span className="mainstay-words mainstay-detail">{detail}</span>}
      {correctedAt && (
        <span className="mainstay-source">
          Changed {formatInstantDate(correctedAt)}
          {correctedBecause && `: “${correctedBecause}”`}
        </span>
      )}
    </>
  );
}
