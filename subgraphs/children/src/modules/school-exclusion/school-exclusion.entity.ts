import { EntitySchema } from 'typeorm';
import type { PlainDate } from '@mainstay/primitives';
import { recordedColumns, recordedKeys, type RecordedRow } from '../../record/recorded-row.ts';

/** A suspension or permanent exclusion from school. */
export interface SchoolExclusionEntity extends RecordedRow {
  /** The first day. */
  startedOn: PlainDate;
  /** Whether it is permanent rather than a suspension. */
  isPermanent: boolean;
  /** How many sessions, of half a day each; null when it is permanent. */
  sessions: number | null;
  /** Why, in words. */
  why: string;
}

export const schoolExclusionEntity = new EntitySchema<SchoolExclusionEntity>({
  name: 'SchoolExclusion',
  tableName: 'school_exclusion',
  columns: {
    ...recordedColumns('school_exclusion'),
    startedOn: { name: 'started_on', type: 'date' },
    isPermanent: { name: 'is_permanent', type: 'boolean' },
    sessions: { name: 'sessions', type: 'integer', nullable: true },
    why: { name: 'why', type: 'text' },
  },
  ...recordedKeys('school_exclusion'),
});
