import {
  EmptyState,
  formatCount,
  formatInstant,
  formatNumber,
  InsetText,
  Link,
  Page,
  Pagination,
  Part,
  Table,
  Tag,
  useOperation,
  useSearchParams,
  useViewer,
} from '@mainstay/web-kit';
import { useState } from 'react';
import { ReturnsDocument, type ReturnsQuery } from '../generated/operations.ts';
import { annexAPath, checkFilesPath, importPath, returnCheckPath, returnsPath } from '../urls.ts';
import { ImportForm } from './import.form.tsx';
import { isUnderWay, statusInWords } from './import-words.ts';

/** Who may import a return and see its faults. */
const IMPORTERS = ['la-analyst', 'la-manager'];

/** The authority's SSDA903 returns: import one, see what is held and what was imported before. */
export function ReturnsPage() {
  const viewer = useViewer();
  const la = viewer.laCode ?? '';
  const [search] = useSearchParams();
  const [hasErrors, setHasErrors] = useState(false);
  const mayImport = IMPORTERS.includes(viewer.role);
  const operation = useOperation(ReturnsDocument, { la, after: search.get('after') }, { keepPrevious: true });
  return (
    <Page title="Returns" caption={viewer.organisation} hasErrors={hasErrors}>
      {mayImport ? (
        <ImportForm la={la} onFaults={setHasErrors} />
      ) : (
        <InsetText>Your authority’s analysts and managers import returns and see their faults.</InsetText>
      )}
      <Part what="Returns" operation={operation} shape="table" count={4}>
        {(data) => (
          <>
            {mayImport && (
              <p className="govuk-body">
                <Link to={checkFilesPath}>Check files on this computer, without sending them</Link>
                <br />
                <Link to={annexAPath}>Lists for an inspection (Ofsted’s Annex A)</Link>
              </p>
            )}
            <Held returns={data.localAuthority?.returns903 ?? []} />
            {mayImport && <Imports imports={data.imports903} />}
          </>
        )}
      </Part>
    </Page>
  );
}

/** The first collection year whose rules are known. */
const FIRST_YEAR_CHECKED = 2023;

function FaultsOfYear({ year }: { readonly year: number }) {
  return year < FIRST_YEAR_CHECKED ? 'Not checked' : <Link to={returnCheckPath(year)}>Faults of {year}</Link>;
}

function Held({ returns }: { readonly returns: NonNullable<ReturnsQuery['localAuthority']>['returns903'] }) {
  return (
    <section>
      <h2 className="govuk-heading-m">Returns held</h2>
      {returns.length === 0 ? (
        <EmptyState title="No return is held.">Import the files of a collection year to begin.</EmptyState>
      ) : (
        <Table
          caption="Returns held, newest first"
          isCaptionHidden
          rows={returns}
          rowKey={(held) => String(held.collectionYear)}
          hasRowHeads
          columns={[
            { key: 'year', head: 'Year to 31 March', cell: (held) => held.collectionYear },
            { key: 'faults', head: 'Faults', cell: (held) => <FaultsOfYear year={held.collectionYear} /> },
            {
              key: 'tables',
              head: 'Rows of each table',
              cell: (held) => held.tables.map(({ table, rows }) => `${table} ${formatNumber(rows)}`).join(', '),
            },
            { key: 'changed', head: 'Last changed', cell: (held) => formatInstant(held.changedAt) },
          ]}
        />
      )}
    </section>
  );
}

function Imports({ imports }: { readonly imports: ReturnsQuery['imports903'] }) {
  const { hasNextPage, endCursor } = imports.pageInfo;
  const rows = imports.edges.map(({ node }) => node);
  return (
    <section>
      <h2 className="govuk-heading-m">Imports</h2>
      {rows.length === 0 ? (
        <EmptyState title="Nothing has been imported yet." />
      ) : (
        <Table
          caption={`Imports, newest first: ${formatCount(imports.totalCount, 'import')} in all`}
          captionSize="s"
          rows={rows}
          rowKey={(row) => row.id}
          hasRowHeads
          columns={[
            {
              key: 'started',
              head: 'Started',
              cell: (row) => <Link to={importPath(row.id)}>{formatInstant(row.startedAt)}</Link>,
            },
            { key: 'year', head: 'Year to 31 March', cell: (row) => row.collectionYear },
            {
              key: 'status',
              head: 'Result',
              cell: (row) => <Tag colour={isUnderWay(row.status) ? 'blue' : 'grey'}>{statusInWords(row.status)}</Tag>,
            },
            { key: 'faults', head: 'Faults', isNumeric: true, cell: (row) => formatNumber(row.faultCount) },
          ]}
        />
      )}
      <Pagination
        label="Pages of imports"
        next={hasNextPage && endCursor ? `${returnsPath}?after=${encodeURIComponent(endCursor)}` : null}
      />
    </section>
  );
}
