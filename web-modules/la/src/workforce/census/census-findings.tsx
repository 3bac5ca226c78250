import type { ReactNode } from 'react';
import { InsetText, SummaryList, Table, Tag } from '@mainstay/web-kit';
import type {
  CensusFaultPageFragment,
  CensusFindingsFragment,
  CensusHeadFragment,
} from '../../generated/operations.ts';
import { countsInWords, workersInWords } from './census-words.ts';

/** What a census holds, and what is wrong with it by rule. `rule` draws a rule's code, as a link where its faults are elsewhere. */
export function CensusFindings(props: {
  readonly census: CensusHeadFragment & CensusFindingsFragment;
  readonly rule: (code: string) => ReactNode;
}) {
  const { census, rule } = props;
  return (
    <>
      <SummaryList
        rows={[
          { key: 'Workers', value: workersInWords(census) },
          { key: 'Of those loaded', value: countsInWords(census) },
          { key: 'Faults', value: census.faultCount === 0 ? 'None' : String(census.faultCount) },
        ]}
      />
      {census.notes.length > 0 && (
        <InsetText>
          {census.notes.map((note) => (
            <p className="govuk-body" key={note}>
              {note}
            </p>
          ))}
        </InsetText>
      )}
      {census.faultsByRule.length > 0 && (
        <Table
          caption="Faults by rule, most frequent first"
          captionSize="s"
          rows={census.faultsByRule}
          rowKey={(row) => row.rule.code}
          hasRowHeads
          columns={[
            { key: 'code', head: 'Rule', cell: (row) => rule(row.rule.code) },
            { key: 'message', head: 'What is wrong, and what to do', cell: (row) => row.rule.message },
            {
              key: 'weight',
              head: 'What it does',
              cell: (row) =>
                row.rule.keepsWorkerOut ? (
                  <Tag colour="red">Keeps the worker out</Tag>
                ) : (
                  <Tag colour="grey">To be mended</Tag>
                ),
            },
            { key: 'count', head: 'Faults', isNumeric: true, cell: (row) => row.count },
          ]}
        />
      )}
    </>
  );
}

/** Faults one by one: which worker of the file, on which line, and what to do. */
export function CensusFaultTable({ faults }: { readonly faults: CensusFaultPageFragment }) {
  const rows = faults.edges.map(({ node }, index) => ({ ...node, key: `${node.rule.code}-${node.line}-${index}` }));
  return (
    <Table
      caption={`Faults by worker, ${rows.length} of ${faults.totalCount}`}
      captionSize="s"
      rows={rows}
      rowKey={({ key }) => key}
      hasRowHeads
      isDense
      columns={[
        {
          key: 'worker',
          head: 'Worker of the file',
          cell: ({ worker, line }) =>
            `${worker === null ? 'The file' : `Worker ${worker}`}${line === null ? '' : `, line ${line}`}`,
        },
        { key: 'fields', head: 'Elements', cell: ({ fields }) => fields.join(', ') || '–' },
        { key: 'message', head: 'What is wrong, and what to do', cell: ({ message }) => message },
        { key: 'rule', head: 'Rule', cell: ({ rule }) => rule.code },
      ]}
    />
  );
}
