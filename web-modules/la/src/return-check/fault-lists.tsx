import { EmptyState, formatCount, formatNumber, Link, Table } from '@mainstay/web-kit';
import { addressOfFaults, type AskedFaults } from './check-address.ts';
import type { ChildLine, RuleLine } from './faults-shown.ts';

/** Chooses between the faults by rule and by child. */
export function FaultTabs({ asked }: { readonly asked: AskedFaults }) {
  const views = [
    { view: 'rule', words: 'By rule' },
    { view: 'child', words: 'By child' },
  ] as const;
  return (
    <nav aria-label="Faults">
      <ul className="govuk-list mainstay-parts__list">
        {views.map(({ view, words }) => (
          <li key={view}>
            <Link to={addressOfFaults({ view })} {...(view === asked.view ? { 'aria-current': 'page' } : {})}>
              {words}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The faults by rule, with what hangs on them. */
export function FaultsByRule({ lines }: { readonly lines: readonly RuleLine[] }) {
  if (lines.length === 0) return <EmptyState title="No rule is broken." />;
  return (
    <Table
      caption={`${formatCount(lines.length, 'rule')} broken, most frequent first`}
      captionSize="s"
      isDense
      rows={lines}
      rowKey={({ rule }) => rule.code}
      hasRowHeads
      columns={[
        {
          key: 'rule',
          head: 'Rule',
          cell: ({ rule }) => <Link to={addressOfFaults({ rule: rule.code })}>{rule.code}</Link>,
        },
        { key: 'what', head: 'What is wrong', cell: ({ rule }) => rule.message },
        {
          key: 'count',
          head: 'Faults',
          isNumeric: true,
          cell: ({ count }) => formatNumber(count),
          sortBy: ({ count }) => count,
        },
        { key: 'accepted', head: 'Accepted', isNumeric: true, cell: ({ accepted }) => formatNumber(accepted) },
        { key: 'rows', head: 'Rows', isNumeric: true, cell: ({ rows }) => formatNumber(rows) },
        {
          key: 'children',
          head: 'Children',
          isNumeric: true,
          cell: ({ children }) => formatNumber(children),
          sortBy: ({ children }) => children,
        },
        {
          key: 'figures',
          head: 'Figures affected',
          isNumeric: true,
          cell: ({ figures }) =>
            figures.length === 0 ? 'None' : <span title={figures.join('; ')}>{formatNumber(figures.length)}</span>,
        },
      ]}
    />
  );
}

/** The faults by child. */
export function FaultsByChild(props: {
  readonly lines: readonly ChildLine[];
  readonly totalCount: number;
  readonly asked: AskedFaults;
}) {
  const { lines, totalCount, asked } = props;
  const { rule, search } = asked;
  if (lines.length === 0) return <EmptyState title="No child has such a fault." />;
  return (
    <Table
      caption={`${formatCount(totalCount, 'child', 'children')} with a fault${rule ? ` of rule ${rule}` : ''}, most first`}
      captionSize="s"
      isDense
      rows={lines}
      rowKey={({ childLocalId }) => childLocalId}
      hasRowHeads
      columns={[
        {
          key: 'child',
          head: 'Child',
          cell: ({ childLocalId }) => (
            <Link to={addressOfFaults({ view: 'child', rule, search, child: childLocalId })}>{childLocalId}</Link>
          ),
        },
        { key: 'count', head: 'Faults', isNumeric: true, cell: ({ count }) => formatNumber(count) },
        { key: 'accepted', head: 'Accepted', isNumeric: true, cell: ({ accepted }) => formatNumber(accepted) },
        { key: 'rules', head: 'Rules', cell: ({ rules }) => rules.join(', ') },
      ]}
    />
  );
}
