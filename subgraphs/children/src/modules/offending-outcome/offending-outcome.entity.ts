import { EntitySchema } from 'typeorm';
import type { PlainDate } from '@mainstay/primitives';
import { recordedColumns, recordedKeys, type RecordedRow } from '../../record/recorded-row.ts';

/** An outcome of offending: `OffendingOutcomeKind` of the graph. */
export type OffendingOutcomeKind =
  | 'COMMUNITY_RESOLUTION'
  | 'FINAL_WARNING'
  | 'YOUTH_CAUTION'
  | 'YOUTH_CONDITIONAL_CAUTION'
  | 'CONVICTION'
  | 'INJUNCTION';

/**
 * A caution, conviction or other outcome of offending. Cautions and convictions count for `CONVICTED` of the SSDA903
 * table OC2.
 */
export interface OffendingOutcomeEntity extends RecordedRow {
  /** What it was. */
  kind: OffendingOutcomeKind;
  /** The day. */
  happenedOn: PlainDate;
  /** Anything else that matters. */
  note: string | null;
}

export const offendingOutcomeEntity = new EntitySchema<OffendingOutcomeEntity>({
  name: 'OffendingOutcome',
  tableName: 'offending_outcome',
  columns: {
    ...recordedColumns('offending_outcome'),
    kind: { name: 'kind', type: 'text' },
    happenedOn: { name: 'happened_on', type: 'date' },
    note: { name: 'note', type: 'text', nullable: true },
  },
  ...recordedKeys('offending_outcome'),
});
