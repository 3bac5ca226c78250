import { EntitySchema } from 'typeorm';

/** One row of `worker`. */
export interface WorkerRow {
  readonly laCode: string;
  /** The regulator's number, e.g. `SW123456`. */
  readonly id: string;
  readonly name: string;
}

/**
 * One authority's record of somebody who works with its children in care, its practices' workers included.
 *
 * A worker known to two authorities has a row with each: neither reads the other's, and the regulator's number, not the
 * row, is what the two have in common.
 */
export const WorkerEntity = new EntitySchema<WorkerRow & { readonly recordedAt: Date }>({
  name: 'Worker',
  tableName: 'worker',
  columns: {
    laCode: { name: 'la_code', type: 'text', primary: true, primaryKeyConstraintName: 'pk_worker' },
    id: { name: 'id', type: 'text', primary: true, primaryKeyConstraintName: 'pk_worker' },
    name: { name: 'name', type: 'text' },
    recordedAt: { name: 'recorded_at', type: 'timestamptz', default: () => 'now()' },
  },
});
