import { systemClock } from '@mainstay/primitives';
import { Details } from '../components/details.tsx';
import { Table } from '../components/table.tsx';
import { EmptyState } from '../page/empty-state.tsx';
import { LifeLineDrawing } from './life-line-drawing.tsx';
import { lifeLineRows } from './life-line-rows.ts';
import { LIFE_LINE_COLUMNS, lifeLineTable } from './life-line-words.ts';
import type { LifeLineHistory } from './life-line.ts';

/** What a life line needs. */
export interface LifeLineProps {
  readonly history: LifeLineHistory;
  /** The child's local id: it names the drawing. */
  readonly localId: string;
  /** The authority's name, for a viewer who sees every allocation: see `LifeLineView`. */
  readonly authorityName?: string;
}

/** A child's life in care as one drawing, and the same as a table under it. */
export function LifeLine({ history, localId, authorityName }: LifeLineProps) {
  const today = systemClock.today();
  const rows = lifeLineRows(history, authorityName === undefined ? { today } : { today, authorityName });
  if (rows.length === 0) {
    return (
      <EmptyState title="Nothing is recorded yet.">The life line is drawn from the returns that are loaded.</EmptyState>
    );
  }
  return (
    <>
      <ul className="govuk-list">
        {rows.map((row) => (
          <li key={row.id}>
            {row.label}: {row.note}
          </li>
        ))}
      </ul>
      <LifeLineDrawing label={`Life line of child ${localId}. Arrow keys walk it.`} rows={rows} today={today} />
      <Details summary="Show the life line as a table">
        <Table
          caption={`Life line of child ${localId}`}
          captionSize="s"
          columns={LIFE_LINE_COLUMNS.map((head, index) => ({ key: head, head, cell: (row: string[]) => row[index] }))}
          rows={lifeLineTable(rows)}
          rowKey={(row) => row.join('|')}
          isDense
        />
      </Details>
    </>
  );
}
