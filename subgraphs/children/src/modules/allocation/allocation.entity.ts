import { EntitySchema } from 'typeorm';
import type { PlainDate } from '@mainstay/primitives';

/**
 * A copy of what contracts told about a child's allocation to a practice. Contracts owns allocations; this read model
 * exists so that row-level security knows who may see the child. It may name a child not imported yet.
 */
export interface AllocationEntity {
  laCode: string;
  /** The allocation's id in contracts. */
  id: string;
  childId: string;
  practiceId: string;
  contractId: string;
  startedOn: PlainDate;
  /** The last day, which still belongs to it; null while it lasts. */
  endedOn: PlainDate | null;
  /** When it was ended with immediate effect: the first instant after it. Null while it lasts, or ends with a day. */
  endsAt: Date | null;
  /** The functions its contract delegates: those of contracts' `DelegatedFunction`. */
  functions: readonly string[];
}

export const allocationEntity = new EntitySchema<AllocationEntity>({
  name: 'Allocation',
  tableName: 'allocation',
  columns: {
    laCode: { name: 'la_code', type: 'text', primary: true, primaryKeyConstraintName: 'pk_allocation' },
    id: { name: 'id', type: 'text', primary: true, primaryKeyConstraintName: 'pk_allocation' },
    childId: { name: 'child_id', type: 'text' },
    practiceId: { name: 'practice_id', type: 'text' },
    contractId: { name: 'contract_id', type: 'text' },
    startedOn: { name: 'started_on', type: 'date' },
    endedOn: { name: 'ended_on', type: 'date', nullable: true },
    endsAt: { name: 'ends_at', type: 'timestamptz', nullable: true },
    functions: { name: 'functions', type: 'text', array: true },
  },
  checks: [{ name: 'ck_allocation_ends_after_start', expression: 'ended_on >= started_on' }],
  indices: [
    { name: 'ix_allocation_child', columns: ['laCode', 'childId'] },
    { name: 'ix_allocation_practice', columns: ['laCode', 'practiceId'] },
    { name: 'ix_allocation_contract', columns: ['laCode', 'contractId'] },
  ],
});
