import { EmptyState, formatDate, Link, Table } from '@mainstay/web-kit';
import type { SupportOfEmployerFragment } from '../../generated/operations.ts';
import { workforceTeamPath } from '../../urls.ts';

type Employer = { readonly name: string; readonly supportDue: SupportOfEmployerFragment };
type Overdue = SupportOfEmployerFragment['edges'][number]['node'] & { readonly of: string };

/** Whose supervision is overdue and whose learning is behind, of one employer or several. */
export function OverdueTable({ employers }: { readonly employers: readonly Employer[] }) {
  const rows = employers.flatMap(({ name, supportDue }): Overdue[] =>
    supportDue.edges.map(({ node }) => ({ ...node, of: name })),
  );
  if (rows.length === 0) return <EmptyState title="No supervision is overdue, and nobody’s learning is behind." />;
  return (
    <Table
      caption="Overdue or behind"
      rows={rows}
      rowKey={({ worker, of }) => `${worker.id} ${of}`}
      hasRowHeads
      isDense
      columns={[
        {
          key: 'worker',
          head: 'Worker',
          cell: ({ worker }) => (
            <Link to={`${workforceTeamPath}/${encodeURIComponent(worker.id)}`}>{worker.name ?? worker.id}</Link>
          ),
        },
        { key: 'of', head: 'Employer', cell: ({ of }) => of },
        {
          key: 'supervision',
          head: 'Supervision',
          cell: ({ supervision }) => supervisionInWords(supervision),
        },
        {
          key: 'learning',
          head: 'Learning',
          cell: ({ learning }) => (learning?.state === 'BEHIND' ? `Behind: ${learning.pieces} on record` : '–'),
        },
      ]}
    />
  );
}

function supervisionInWords(supervision: Overdue['supervision']): string {
  if (!supervision) return '–';
  return supervision.state === 'OVERDUE' ? `Overdue since ${formatDate(supervision.dueOn)}` : 'In time';
}
