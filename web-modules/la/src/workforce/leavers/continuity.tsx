import { EmptyState, formatNumber, Part, Table, useOperation, type Measure } from '@mainstay/web-kit';
import { WorkforceContinuityDocument, type WorkerChangesFigureFragment } from '../../generated/operations.ts';
import { rateInWords } from '../rates/rates-words.ts';
import { causesInWords } from './leavers-words.ts';

interface ContinuityRow {
  readonly id: string;
  readonly name: string;
  readonly turnover: Measure | undefined;
  readonly changes: WorkerChangesFigureFragment | null;
}

/** Turnover of workers beside changes of worker for a child: for the authority as a whole and for each practice. */
export function Continuity(period: { readonly la: string; readonly from: string; readonly to: string }) {
  const operation = useOperation(WorkforceContinuityDocument, period, { keepPrevious: true });
  return (
    <section aria-labelledby="continuity">
      <h2 className="govuk-heading-m" id="continuity">
        Turnover beside changes of worker
      </h2>
      <Part what="Continuity" operation={operation} shape="table" count={3}>
        {({ localAuthority: la }) =>
          la ? (
            <>
              <ContinuityTable
                rows={[
                  {
                    id: la.id,
                    name: `${la.name}, its practices included`,
                    turnover: la.staffMeasures[0],
                    changes: la.workerChanges,
                  },
                  ...la.practices.map((practice) => ({
                    id: practice.id,
                    name: practice.name,
                    turnover: practice.staffMeasures[0],
                    changes: practice.workerChanges,
                  })),
                ]}
              />
              <p className="govuk-body-s">
                A practice’s changes are those of the children who are with it now. Staff and children are not alike
                from one row to the next: that two figures lie beside each other does not say that one caused the other.
              </p>
            </>
          ) : (
            <EmptyState title="There are no figures that you may see." />
          )
        }
      </Part>
    </section>
  );
}

function ContinuityTable({ rows }: { readonly rows: readonly ContinuityRow[] }) {
  return (
    <Table
      caption="Turnover and changes of worker, by employer"
      isCaptionHidden
      rows={rows}
      rowKey={({ id }) => id}
      hasRowHeads
      columns={[
        { key: 'name', head: 'Staff of', cell: ({ name }) => name },
        {
          key: 'turnover',
          head: 'Turnover',
          isNumeric: true,
          cell: ({ turnover }) => (turnover ? rateInWords(turnover) : '–'),
        },
        {
          key: 'rate',
          head: 'Changes of worker for each year in care',
          isNumeric: true,
          cell: ({ changes }) => changes?.perChildYear?.toFixed(2) ?? '–',
        },
        {
          key: 'numbers',
          head: 'Made of',
          cell: ({ changes }) =>
            changes
              ? `${formatNumber(changes.changes)} changes of ${formatNumber(changes.children)} children in ${changes.childYears.toFixed(1)} years in care`
              : 'Not open to you',
        },
        { key: 'why', head: 'Why the worker changed', cell: ({ changes }) => (changes ? causesInWords(changes) : '–') },
      ]}
    />
  );
}
