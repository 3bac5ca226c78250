import { EntitySchema } from 'typeorm';
import type { PlainDate } from '@mainstay/primitives';
import { recordedColumns, recordedKeys, type RecordedRow } from '../../record/recorded-row.ts';

/** How a child was handed over from one lead professional to the next. */
export interface HandOverEntity extends RecordedRow {
  /** The first day of the worker who took over. */
  takenOverOn: PlainDate;
  /** The regulator's number of the worker before; null when there was none. */
  fromWorkerId: string | null;
  toWorkerId: string;
  /** What the next worker must know. */
  note: string;
  isChildTold: boolean | null;
  childToldNotKnown: string | null;
  /** Both are null when there was no worker before. */
  isChildIntroduced: boolean | null;
  childIntroducedNotKnown: string | null;
}

export const handOverEntity = new EntitySchema<HandOverEntity>({
  name: 'HandOver',
  tableName: 'hand_over',
  columns: {
    ...recordedColumns('hand_over'),
    takenOverOn: { name: 'taken_over_on', type: 'date' },
    fromWorkerId: { name: 'from_worker_id', type: 'text', nullable: true },
    toWorkerId: { name: 'to_worker_id', type: 'text' },
    note: { name: 'note', type: 'text' },
    isChildTold: { name: 'is_child_told', type: 'boolean', nullable: true },
    childToldNotKnown: { name: 'child_told_not_known', type: 'text', nullable: true },
    isChildIntroduced: { name: 'is_child_introduced', type: 'boolean', nullable: true },
    childIntroducedNotKnown: { name: 'child_introduced_not_known', type: 'text', nullable: true },
  },
  ...recordedKeys('hand_over'),
});
