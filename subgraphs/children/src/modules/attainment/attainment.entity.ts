import { EntitySchema } from 'typeorm';
import type { PlainDate } from '@mainstay/primitives';
import { recordedColumns, recordedKeys, type RecordedRow } from '../../record/recorded-row.ts';

/** What is assessed: `AttainmentSubject` of the graph. */
export type AttainmentSubject = 'READING' | 'WRITING' | 'MATHEMATICS' | 'ENGLISH' | 'LANGUAGE' | 'SCIENCE' | 'OTHER';

/** A stage of schooling: `AttainmentStage` of the graph. */
export type AttainmentStage = 'EARLY_YEARS' | 'KEY_STAGE_1' | 'KEY_STAGE_2' | 'KEY_STAGE_3' | 'KEY_STAGE_4' | 'POST_16';

/** How a result stands to what is expected at the age: `AttainmentStanding` of the graph. */
export type AttainmentStanding = 'WELL_BELOW' | 'BELOW' | 'EXPECTED' | 'ABOVE';

/**
 * A result of a child in one subject: at an assessment, or where the child started, so that progress can be told from
 * where it began.
 */
export interface AttainmentEntity extends RecordedRow {
  /** The day. */
  assessedOn: PlainDate;
  /** The subject. */
  subject: AttainmentSubject;
  /** At which stage. */
  stage: AttainmentStage;
  /** Whether it is where the child started when coming into care or to the practice. */
  isStartingPoint: boolean;
  /** The result, as the school gives it. */
  result: string;
  /** How it stands to what is expected at the age; null when that is not known. */
  standing: AttainmentStanding | null;
  standingNotKnown: string | null;
}

export const attainmentEntity = new EntitySchema<AttainmentEntity>({
  name: 'Attainment',
  tableName: 'attainment',
  columns: {
    ...recordedColumns('attainment'),
    assessedOn: { name: 'assessed_on', type: 'date' },
    subject: { name: 'subject', type: 'text' },
    stage: { name: 'stage', type: 'text' },
    isStartingPoint: { name: 'is_starting_point', type: 'boolean' },
    result: { name: 'result', type: 'text' },
    standing: { name: 'standing', type: 'text', nullable: true },
    standingNotKnown: { name: 'standing_not_known', type: 'text', nullable: true },
  },
  ...recordedKeys('attainment'),
});
