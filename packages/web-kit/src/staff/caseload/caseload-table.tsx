import { Link } from '../../components/link.tsx';
import { Tag } from '../../components/notices.tsx';
import { Table, type Column } from '../../components/table.tsx';
import { formatCount, formatDate } from '../../format/format.ts';
import type { CaseloadsOfAllFragment } from '../../generated/operations.ts';
import { EmptyState } from '../../page/empty-state.tsx';
import { CaseloadBar, widestOf } from './caseload-bar.tsx';
import { childrenOf, formatLoad, limitsInWords, needsGroups, stateInWords } from './caseload-words.ts';

/** Everybody's caseload, the heaviest first: a bar by need beside its figures. */
export function CaseloadTable(props: {
  readonly caseloads: CaseloadsOfAllFragment;
  /** Where a worker's page is; null where the viewer opens none. */
  readonly workerPath: ((workerId: string) => string) | null;
}) {
  const { caseloads, workerPath } = props;
  const { byWorker } = caseloads;
  if (byWorker.length === 0) return <EmptyState title="Nobody leads a child today." />;
  const most = widestOf(byWorker);
  const knowsNeeds = byWorker.some(({ weightedLoad }) => weightedLoad !== null);
  return (
    <>
      <Keys knowsNeeds={knowsNeeds} hasLimit={byWorker.some(({ limit }) => limit !== null)} />
      <Table
        caption={`Caseload by worker on ${formatDate(caseloads.on)}, ${formatCount(byWorker.length, 'worker')}`}
        captionSize="s"
        isDense
        hasRowHeads
        rows={byWorker}
        rowKey={({ worker }) => worker.id}
        columns={[
          {
            key: 'worker',
            head: 'Worker',
            cell: ({ worker }) => {
              const name = worker.name ?? worker.id;
              return workerPath ? <Link to={workerPath(worker.id)}>{name}</Link> : name;
            },
            sortBy: ({ worker }) => worker.name ?? worker.id,
          },
          {
            key: 'bar',
            head: 'Load',
            cell: (caseload) => <CaseloadBar caseload={caseload} most={most} />,
          },
          {
            key: 'children',
            head: 'Children',
            isNumeric: true,
            cell: ({ count }) => count,
            sortBy: ({ count }) => count,
          },
          ...(knowsNeeds ? needsGroups : []).map(({ group, text }) => ({
            key: group,
            head: text,
            isNumeric: true,
            cell: (caseload: (typeof byWorker)[number]) =>
              caseload.weightedLoad === null ? '–' : childrenOf(caseload, group),
          })),
          ...(knowsNeeds ? [weightedColumn] : []),
          {
            key: 'limit',
            head: 'Limit',
            isNumeric: true,
            cell: ({ limit }) => (limit ? formatLoad(limit.children) : 'None'),
          },
          {
            key: 'state',
            head: 'Stands',
            cell: ({ limit }) =>
              limit ? <Tag colour={stateInWords(limit.state).colour}>{stateInWords(limit.state).text}</Tag> : '–',
          },
        ]}
      />
      <p className="govuk-body-s">
        {limitsInWords(byWorker.map(({ limit }) => limit))}
        {!knowsNeeds && ' What the children need is kept back from you: parts of their records are not open to you.'}
      </p>
    </>
  );
}

const weightedColumn: Column<CaseloadsOfAllFragment['byWorker'][number]> = {
  key: 'weighted',
  head: 'Weighted by need',
  isNumeric: true,
  cell: ({ weightedLoad }) => (weightedLoad === null ? 'Withheld' : formatLoad(weightedLoad)),
  sortBy: ({ weightedLoad }) => weightedLoad,
};

function Keys({ knowsNeeds, hasLimit }: { readonly knowsNeeds: boolean; readonly hasLimit: boolean }) {
  return (
    <ul className="govuk-list mainstay-load__keys" aria-hidden="true">
      {(knowsNeeds ? needsGroups : [{ group: 'OTHER', text: 'Children' }]).map(({ group, text }) => (
        <li key={group}>
          <span className={`mainstay-load__key mainstay-load__key--${group}`} /> {text}
        </li>
      ))}
      {hasLimit && (
        <li>
          <span className="mainstay-load__key mainstay-load__key--limit" /> Limit
        </li>
      )}
    </ul>
  );
}
