import { EntitySchema } from 'typeorm';

/** One row of `allocation_grounds`: what was heard and judged before an allocation was made. */
export interface AllocationGroundsRow {
  readonly laCode: string;
  /** The allocation's. */
  readonly id: string;
  /** Of each pair one is given: what was said, or why it is not known. */
  readonly childSaid: string | null;
  readonly childNotKnownBecause: string | null;
  readonly parentsSaid: string | null;
  readonly parentsNotKnownBecause: string | null;
  /** Why the authority judges that now is the time; null where nothing was to be judged. */
  readonly judgement: string | null;
}

/** A table of its own, because machines that read allocations do not read what somebody said. Never changed. */
export const AllocationGroundsEntity = new EntitySchema<
  AllocationGroundsRow & { readonly recordedAt: Date; readonly recordedBy: string }
>({
  name: 'AllocationGrounds',
  tableName: 'allocation_grounds',
  columns: {
    laCode: { name: 'la_code', type: 'text', primary: true, primaryKeyConstraintName: 'pk_allocation_grounds' },
    id: { name: 'id', type: 'text', primary: true, primaryKeyConstraintName: 'pk_allocation_grounds' },
    childSaid: { name: 'child_said', type: 'text', nullable: true },
    childNotKnownBecause: { name: 'child_not_known_because', type: 'text', nullable: true },
    parentsSaid: { name: 'parents_said', type: 'text', nullable: true },
    parentsNotKnownBecause: { name: 'parents_not_known_because', type: 'text', nullable: true },
    judgement: { name: 'judgement', type: 'text', nullable: true },
    recordedAt: { name: 'recorded_at', type: 'timestamptz', default: () => 'now()' },
    recordedBy: { name: 'recorded_by', type: 'text' },
  },
  checks: [
    { name: 'ck_allocation_grounds_child', expression: '(child_said IS NULL) <> (child_not_known_because IS NULL)' },
    {
      name: 'ck_allocation_grounds_parents',
      expression: '(parents_said IS NULL) <> (parents_not_known_because IS NULL)',
    },
  ],
  foreignKeys: [
    {
      name: 'fk_allocation_grounds_allocation',
      target: 'Allocation',
      columnNames: ['laCode', 'id'],
      referencedColumnNames: ['laCode', 'id'],
    },
  ],
});
