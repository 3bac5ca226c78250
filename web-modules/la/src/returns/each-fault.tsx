import { EmptyState, formatCount, formatNumber, Link, Pagination, Table, Tag, useLocation } from '@mainstay/web-kit';
import type { FaultRowFragment, ImportReportQuery } from '../generated/operations.ts';
import { addressOfReport, type AskedReport } from './report-address.ts';

type FaultPage = NonNullable<ImportReportQuery['import903']>['faults'];

/** Faults one by one: where, what is wrong, what to do about it and what became of the row. */
export function EachFault({ faults, asked }: { readonly faults: FaultPage; readonly asked: AskedReport }) {
  const { pathname } = useLocation();
  const { hasNextPage, endCursor } = faults.pageInfo;
  const { rule, child } = asked;
  return (
    <>
      {(rule ?? child) && (
        <p className="govuk-body">
          Only faults {rule && `of rule ${rule}`} {child && `of child ${child}`}.{' '}
          <Link to={addressOfReport({ view: 'each' })}>Show all faults</Link>
        </p>
      )}
      {faults.edges.length === 0 ? (
        <EmptyState title="There are no such faults." />
      ) : (
        <Table
          caption={`${formatCount(faults.totalCount, 'fault')}, by child, table and row`}
          captionSize="s"
          isDense
          rows={faults.edges.map(({ node }, index) => ({ ...node, key: `${asked.faultsAfter ?? ''} ${index}` }))}
          rowKey={(fault) => fault.key}
          columns={[
            { key: 'where', head: 'Where', cell: whereInWords },
            { key: 'child', head: 'Child', cell: (fault) => fault.childLocalId ?? '–' },
            { key: 'rule', head: 'Rule', cell: (fault) => fault.rule.code },
            { key: 'what', head: 'What is wrong, and what to do', cell: (fault) => <WhatToDo fault={fault} /> },
            {
              key: 'effect',
              head: 'Effect',
              cell: (fault) => (
                <Tag colour={fault.keepsRowOut ? 'red' : 'grey'}>
                  {fault.keepsRowOut ? 'Row kept out' : 'Row accepted'}
                </Tag>
              ),
            },
          ]}
        />
      )}
      <Pagination
        label="Pages of faults"
        next={
          hasNextPage && endCursor
            ? `${pathname}${addressOfReport({ view: 'each', rule, child, faultsAfter: endCursor })}`
            : null
        }
      />
    </>
  );
}

function WhatToDo({ fault }: { readonly fault: FaultRowFragment }) {
  return (
    <>
      {fault.message}
      <br />
      <strong>{fault.whatToDo}</strong>
    </>
  );
}

/** `episodes.csv, row 12, LS and PLACE`. */
export function whereInWords({ file, row, fields }: Pick<FaultRowFragment, 'file' | 'row' | 'fields'>): string {
  const words = [file];
  if (row !== null) words.push(`row ${formatNumber(row)}`);
  if (fields.length > 0) words.push(fields.join(', '));
  return words.join(', ');
}
