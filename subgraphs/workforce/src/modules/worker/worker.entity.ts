import { EntitySchema } from 'typeorm';

/** One row of `worker`. */
export interface WorkerRow {
  readonly laCode: string;
  /** The regulator's number, e.g. `SW123456`; `STAFF-` and letters and digits for staff who are in no register. */
  readonly id: string;
  /** Null for those whom only a workforce census names, by their number. */
  readonly name: string | null;
  /** 1 for what was first recorded; a correction of the name adds one. The audit tells of each. */
  readonly version: number;
  /** Subject of whoever recorded the name as it is. */
  readonly recordedBy: string;
  readonly recordedAt: Date;
  /** Why the name was corrected; null for the first. */
  readonly reason: string | null;
  /** What the browser named the entry by, so that sending it twice records it once. */
  readonly entryKey: string | null;
}

/**
 * One authority's record of somebody who works with its children in care, its practices' workers included.
 *
 * A worker known to two authorities has a row with each: neither reads the other's, and the regulator's number, not the
 * row, is what the two have in common.
 */
export const WorkerEntity = new EntitySchema<WorkerRow>({
  name: 'Worker',
  tableName: 'worker',
  columns: {
    laCode: { name: 'la_code', type: 'text', primary: true, primaryKeyConstraintName: 'pk_worker' },
    id: { name: 'id', type: 'text', primary: true, primaryKeyConstraintName: 'pk_worker' },
    name: { name: 'name', type: 'text', nullable: true },
    recordedAt: { name: 'recorded_at', type: 'timestamptz', default: () => 'now()' },
    version: { name: 'version', type: 'integer', default: 1 },
    recordedBy: { name: 'recorded_by', type: 'text', default: 'platform' },
    reason: { name: 'reason', type: 'text', nullable: true },
    entryKey: { name: 'entry_key', type: 'text', nullable: true },
  },
  indices: [
    {
      name: 'uq_worker_entry',
      columns: ['laCode', 'recordedBy', 'entryKey'],
      unique: true,
      where: 'entry_key IS NOT NULL',
    },
  ],
});
