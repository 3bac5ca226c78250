import type { PlainDate } from '@mainstay/primitives';
import type { ReactNode } from 'react';
import { Table, type Column } from '../components/table.tsx';
import type { RecordPart } from '../generated/operations.ts';
import type { LifeLineHistory } from '../life-line/life-line.ts';
import { EmptyState } from '../page/empty-state.tsx';
import { dayInColumn } from './day-in-column.ts';
import { WithheldPart } from './withheld-part.tsx';

/** A child's placements, legal statuses, social workers and reviews, each a table; what is withheld says so. */
export function RecordTables({
  child,
}: {
  readonly child: LifeLineHistory & { readonly withheldParts: readonly RecordPart[] };
}) {
  const withheld = (part: RecordPart) => (child.withheldParts.includes(part) ? part : null);
  return (
    <>
      <RecordTable
        title="Placements"
        withheld={withheld('PLACEMENTS')}
        rows={child.placements}
        rowKey={(placement) => placement.id}
        columns={[
          ...dates<LifeLineHistory['placements'][number]>(),
          { key: 'type', head: 'Type', cell: placementType },
          { key: 'provider', head: 'Provided by', cell: (placement) => placement.provider?.meaning ?? '–' },
          {
            key: 'distance',
            head: 'Miles from home',
            isNumeric: true,
            cell: (placement) => placement.distanceFromHomeMiles ?? 'Not known',
          },
          { key: 'area', head: 'Area', cell: areaInWords },
          { key: 'ended', head: 'Why it ended', cell: (placement) => placement.reasonEnded?.meaning ?? '–' },
        ]}
      />
      <RecordTable
        title="Legal statuses"
        withheld={withheld('LEGAL_STATUSES')}
        rows={child.legalStatuses}
        rowKey={(status) => `${status.startedOn} ${status.legalStatus.code}`}
        columns={[
          ...dates<LifeLineHistory['legalStatuses'][number]>(),
          {
            key: 'status',
            head: 'Legal status',
            cell: ({ legalStatus }) => `${legalStatus.meaning} (${legalStatus.code})`,
          },
        ]}
      />
      <RecordTable
        title="Social workers"
        withheld={withheld('SOCIAL_WORKERS')}
        rows={child.socialWorkerEpisodes}
        rowKey={(episode) => episode.id}
        columns={[
          ...dates<LifeLineHistory['socialWorkerEpisodes'][number]>(),
          {
            key: 'worker',
            head: 'Social worker',
            cell: ({ worker }) => (worker.name ? `${worker.name} (${worker.id})` : worker.id),
          },
          { key: 'reason', head: 'Why this worker took over', cell: ({ reason }) => reason?.meaning ?? '–' },
        ]}
      />
      <RecordTable
        title="Reviews"
        withheld={withheld('REVIEWS')}
        rows={child.reviews}
        rowKey={(review) => review.id}
        columns={[
          { key: 'held', head: 'Held on', cell: (review) => dayInColumn(review.heldOn) },
          {
            key: 'part',
            head: 'How the child took part',
            cell: ({ participation }) => `${participation.meaning} (${participation.code})`,
          },
        ]}
      />
    </>
  );
}

function RecordTable<Row>(props: {
  readonly title: string;
  /** The part of the record it is, when that is not open to the viewer. */
  readonly withheld: RecordPart | null;
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly columns: readonly Column<Row>[];
}): ReactNode {
  const { title, withheld, rows, rowKey, columns } = props;
  return (
    <section>
      <h2 className="govuk-heading-m">{title}</h2>
      {withheld ? (
        <WithheldPart part={withheld} />
      ) : rows.length === 0 ? (
        <EmptyState title={`No ${title.toLowerCase()} are on record.`} />
      ) : (
        <Table
          caption={`${title}, oldest first`}
          isCaptionHidden
          isDense
          rows={rows}
          rowKey={rowKey}
          columns={columns}
        />
      )}
    </section>
  );
}

function dates<Row extends { readonly startedOn: PlainDate; readonly endedOn: PlainDate | null }>(): Column<Row>[] {
  return [
    { key: 'from', head: 'From', cell: (row) => dayInColumn(row.startedOn) },
    { key: 'to', head: 'To', cell: (row) => (row.endedOn ? dayInColumn(row.endedOn) : 'Still so') },
  ];
}

function placementType({ type, isTemporary, isSameCarer }: LifeLineHistory['placements'][number]): string {
  const notes = [isTemporary && 'temporary', isSameCarer && 'same carers as before'].filter(Boolean);
  return `${type.meaning} (${[type.code, ...notes].join(', ')})`;
}

function areaInWords({ isInsideAuthority }: LifeLineHistory['placements'][number]): string {
  if (isInsideAuthority === null) return 'Not known';
  return isInsideAuthority ? 'Inside the authority' : 'Outside the authority';
}
