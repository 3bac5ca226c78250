import { EmptyState, formatCount, formatNumber, Link, Pagination, Table, Tag, useLocation } from '@mainstay/web-kit';
import type { ImportReportQuery } from '../generated/operations.ts';
import { EachFault } from './each-fault.tsx';
import { FaultsDownload } from './faults-download.tsx';
import { addressOfReport, type AskedReport, type FaultView } from './report-address.ts';

type Report = NonNullable<ImportReportQuery['import903']>;

const VIEWS: readonly { readonly view: FaultView; readonly words: string }[] = [
  { view: 'rule', words: 'By rule' },
  { view: 'child', words: 'By child' },
  { view: 'each', words: 'One by one' },
];

/** The faults of an import: by rule, by child or one by one, and all of them as a file. */
export function Faults({ report, asked }: { readonly report: Report; readonly asked: AskedReport }) {
  return (
    <section>
      <h2 className="govuk-heading-m" id="faults">
        Faults: {formatNumber(report.faultCount)}
      </h2>
      {report.faultCount === 0 ? (
        <EmptyState title="No fault was found." />
      ) : (
        <>
          <FaultsDownload importId={report.id} year={report.collectionYear} />
          <nav aria-label="Faults">
            <ul className="govuk-list mainstay-parts__list">
              {VIEWS.map(({ view, words }) => (
                <li key={view}>
                  <Link to={addressOfReport({ view })} {...(view === asked.view ? { 'aria-current': 'page' } : {})}>
                    {words}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
          {asked.view === 'rule' && <ByRule rules={report.faultsByRule} />}
          {asked.view === 'child' && <ByChild counted={report.faultsByChild} />}
          {asked.view === 'each' && <EachFault faults={report.faults} asked={asked} />}
        </>
      )}
    </section>
  );
}

function ByRule({ rules }: { readonly rules: Report['faultsByRule'] }) {
  return (
    <Table
      caption={`${formatCount(rules.length, 'rule')} broken`}
      captionSize="s"
      rows={rules}
      rowKey={(row) => row.rule.code}
      hasRowHeads
      sortedBy={{ column: 'count', direction: 'descending' }}
      columns={[
        {
          key: 'rule',
          head: 'Rule',
          sortBy: (row) => row.rule.code,
          cell: (row) => <Link to={addressOfReport({ view: 'each', rule: row.rule.code })}>{row.rule.code}</Link>,
        },
        { key: 'message', head: 'What it checks', cell: (row) => row.rule.message },
        { key: 'effect', head: 'Effect', sortBy: (row) => Number(row.keepsRowOut), cell: (row) => <Effect {...row} /> },
        {
          key: 'children',
          head: 'Children',
          isNumeric: true,
          sortBy: (row) => row.children,
          cell: (row) => formatNumber(row.children),
        },
        {
          key: 'count',
          head: 'Faults',
          isNumeric: true,
          sortBy: (row) => row.count,
          cell: (row) => formatNumber(row.count),
        },
      ]}
    />
  );
}

function Effect({ keepsRowOut }: { readonly keepsRowOut: boolean }) {
  return keepsRowOut ? <Tag colour="red">Row kept out</Tag> : <Tag colour="grey">Row accepted</Tag>;
}

function ByChild({ counted }: { readonly counted: Report['faultsByChild'] }) {
  const { pathname } = useLocation();
  const { hasNextPage, endCursor } = counted.pageInfo;
  return (
    <>
      <Table
        caption={`${formatCount(counted.totalCount, 'child', 'children')} with faults, most faults first`}
        captionSize="s"
        rows={counted.edges.map(({ node }) => node)}
        rowKey={(row) => row.childLocalId}
        hasRowHeads
        columns={[
          {
            key: 'child',
            head: 'Child',
            cell: (row) => (
              <Link to={addressOfReport({ view: 'each', child: row.childLocalId })}>{row.childLocalId}</Link>
            ),
          },
          { key: 'rules', head: 'Rules broken', cell: (row) => row.rules.join(', ') },
          { key: 'count', head: 'Faults', isNumeric: true, cell: (row) => formatNumber(row.count) },
        ]}
      />
      <Pagination
        label="Pages of children with faults"
        next={
          hasNextPage && endCursor ? `${pathname}${addressOfReport({ view: 'child', childrenAfter: endCursor })}` : null
        }
      />
    </>
  );
}
