import { EntitySchema } from 'typeorm';
import type { DetectorName } from '../../../misuse/facts.ts';

/** Where a signal stands. */
export type MisuseSignalStatus = 'OPEN' | 'DISMISSED' | 'CONFIRMED';

/** One row of `misuse_signal`. */
export interface MisuseSignalRow {
  readonly laCode: string;
  readonly id: string;
  readonly detector: DetectorName;
  readonly subject: string;
  readonly childId: string | null;
  readonly at: Date;
  readonly explanation: string;
  readonly eventIds: readonly string[];
  readonly status: MisuseSignalStatus;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly note: string | null;
}

/** What the detectors noticed, and what people found about it. */
export const MisuseSignalEntity = new EntitySchema<MisuseSignalRow>({
  name: 'MisuseSignal',
  tableName: 'misuse_signal',
  columns: {
    laCode: { name: 'la_code', type: 'text', primary: true, primaryKeyConstraintName: 'pk_misuse_signal' },
    id: { name: 'id', type: 'text', primary: true, primaryKeyConstraintName: 'pk_misuse_signal' },
    detector: { name: 'detector', type: 'text' },
    subject: { name: 'subject', type: 'text' },
    childId: { name: 'child_id', type: 'text', nullable: true },
    at: { name: 'at', type: 'timestamptz' },
    explanation: { name: 'explanation', type: 'text' },
    eventIds: { name: 'event_ids', type: 'text', array: true },
    status: { name: 'status', type: 'text' },
    decidedBy: { name: 'decided_by', type: 'text', nullable: true },
    decidedAt: { name: 'decided_at', type: 'timestamptz', nullable: true },
    note: { name: 'note', type: 'text', nullable: true },
  },
  indices: [{ name: 'ix_misuse_signal_la_code_at', columns: ['laCode', 'at', 'id'] }],
  checks: [{ name: 'ck_misuse_signal_status', expression: `status IN ('OPEN', 'DISMISSED', 'CONFIRMED')` }],
});
