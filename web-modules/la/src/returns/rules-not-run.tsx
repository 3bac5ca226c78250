import { Details, formatCount, Table } from '@mainstay/web-kit';
import type { ImportReportQuery } from '../generated/operations.ts';

type Rules = NonNullable<ImportReportQuery['import903']>['rulesNotRun'];

/** The rules that could not run, and what would let them. */
export function RulesNotRun({ rules }: { readonly rules: Rules }) {
  if (rules.length === 0) return <p className="govuk-body">Every rule in force for this year ran.</p>;
  return (
    <section>
      <h2 className="govuk-heading-m">Rules that could not run</h2>
      <Details summary={`Show ${formatCount(rules.length, 'rule')}, with what each would need`}>
        <Table
          caption="Rules that could not run"
          isCaptionHidden
          isDense
          rows={rules}
          rowKey={(row) => row.rule.code}
          hasRowHeads
          columns={[
            { key: 'rule', head: 'Rule', cell: (row) => row.rule.code },
            { key: 'checks', head: 'What it checks', cell: (row) => row.rule.message },
            { key: 'reason', head: 'Why it could not run', cell: (row) => row.reason },
          ]}
        />
      </Details>
    </section>
  );
}
