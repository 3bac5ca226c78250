import { EntitySchema } from 'typeorm';
import type { PlainDate } from '@mainstay/primitives';
import type { RecordPart } from '../child/child.parts-policy.ts';

/** What a recorded change is about: `ReturnChangeKind` of the graph. */
export type ReturnChangeKind =
  | 'CARE_STARTED'
  | 'PLACEMENT_CHANGED'
  | 'LEGAL_STATUS_CHANGED'
  | 'CARE_ENDED'
  | 'LEAD_PROFESSIONAL_CHANGED'
  | 'MISSING_RECORDED'
  | 'REVIEW_HELD'
  | 'ROW_CORRECTED';

/**
 * A change of what a child's return holds that somebody recorded in the platform. The rows it added have its id where
 * those of an import have the import's.
 */
export interface ReturnChangeEntity {
  laCode: string;
  childId: string;
  /** `<child id>.change-<uuid>`. */
  id: string;
  kind: ReturnChangeKind;
  /** The part of the child's record it belongs to: who may record in it may add the change. */
  part: RecordPart;
  /** The day on which what was recorded happened; null for corrections. */
  day: PlainDate | null;
  /** The years of which rows changed, oldest first. */
  collectionYears: number[];
  reason: string | null;
  recordedBy: string;
  recordedAt: Date;
  /** What the browser named the entry by, so that sending it twice records it once. */
  entryKey: string;
}

export const returnChangeEntity = new EntitySchema<ReturnChangeEntity>({
  name: 'ReturnChange',
  tableName: 'return_change',
  columns: {
    laCode: { name: 'la_code', type: 'text', primary: true, primaryKeyConstraintName: 'pk_return_change' },
    childId: { name: 'child_id', type: 'text', primary: true, primaryKeyConstraintName: 'pk_return_change' },
    id: { name: 'id', type: 'text', primary: true, primaryKeyConstraintName: 'pk_return_change' },
    kind: { name: 'kind', type: 'text' },
    part: { name: 'part', type: 'text' },
    day: { name: 'day', type: 'date', nullable: true },
    collectionYears: { name: 'collection_years', type: 'integer', array: true },
    reason: { name: 'reason', type: 'text', nullable: true },
    recordedBy: { name: 'recorded_by', type: 'text' },
    recordedAt: { name: 'recorded_at', type: 'timestamptz' },
    entryKey: { name: 'entry_key', type: 'text' },
  },
  checks: [{ name: 'ck_return_change_child', expression: `starts_with(child_id, la_code || '.')` }],
  indices: [{ name: 'uq_return_change_entry', columns: ['laCode', 'recordedBy', 'entryKey'], unique: true }],
});
