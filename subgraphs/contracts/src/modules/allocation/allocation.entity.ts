import type { PlainDate, DelegatedFunction } from '@mainstay/primitives';
import { EntitySchema } from 'typeorm';
import { endReasons, type AllocationEndReason } from './allocation.end-reason.ts';

/** One row of `allocation`. */
export interface AllocationRow {
  readonly laCode: string;
  /** Begins with the authority's code: `<child id>.<contract id>.<first day>`. */
  readonly id: string;
  readonly childId: string;
  readonly contractId: string;
  readonly practiceId: string;
  readonly startedOn: PlainDate;
  /** The last day as it was recorded; null while none is. */
  readonly endedOn: PlainDate | null;
  /**
   * The last day on which it holds: `endedOn` or the contract's last day, whichever comes first; null when neither is
   * known. The day before `startedOn` when the contract ended before it began.
   */
  readonly lastDay: PlainDate | null;
  /** The instant from which the practice sees the child. */
  readonly accessFrom: Date;
  /** The instant from which it no longer does; null when none is known. */
  readonly accessUntil: Date | null;
  /** Why it was ended; null while it was not, or was before reasons were kept as codes. */
  readonly endCode: AllocationEndReason | null;
}

/**
 * A child's being looked after by a practice under a contract.
 *
 * `practice_id`, `last_day`, `access_from` and `access_until` follow from the contract and are kept by triggers, so that
 * row-level security and the exclusion constraint need no look at another table. Sight begins at midnight in England and
 * ends at midnight after the last day, or at `ended_at` (the allocation's or its contract's), the instant of an end with
 * immediate effect. `infinity` says that no end is known. The constraint is what makes two allocations of one child on one
 * day impossible, whatever the code above it does.
 */
export const AllocationEntity = new EntitySchema<
  AllocationRow & {
    readonly endedAt: Date | null;
    readonly endedBy: string | null;
    readonly endReason: string | null;
    readonly recordedAt: Date;
    readonly recordedBy: string | null;
  }
>({
  name: 'Allocation',
  tableName: 'allocation',
  columns: {
    laCode: { name: 'la_code', type: 'text', primary: true, primaryKeyConstraintName: 'pk_allocation' },
    id: { name: 'id', type: 'text', primary: true, primaryKeyConstraintName: 'pk_allocation' },
    childId: { name: 'child_id', type: 'text' },
    contractId: { name: 'contract_id', type: 'text' },
    practiceId: { name: 'practice_id', type: 'text' },
    startedOn: { name: 'started_on', type: 'date' },
    endedOn: { name: 'ended_on', type: 'date', nullable: true },
    endedAt: { name: 'ended_at', type: 'timestamptz', nullable: true },
    endedBy: { name: 'ended_by', type: 'text', nullable: true },
    endReason: { name: 'end_reason', type: 'text', nullable: true },
    endCode: { name: 'end_code', type: 'text', nullable: true },
    lastDay: { name: 'last_day', type: 'date' },
    accessFrom: { name: 'access_from', type: 'timestamptz' },
    accessUntil: { name: 'access_until', type: 'timestamptz' },
    recordedAt: { name: 'recorded_at', type: 'timestamptz', default: () => 'now()' },
    recordedBy: { name: 'recorded_by', type: 'text', nullable: true },
  },
  indices: [
    { name: 'ix_allocation_la_code_child_id', columns: ['laCode', 'childId'] },
    { name: 'ix_allocation_la_code_contract_id', columns: ['laCode', 'contractId'] },
    { name: 'ix_allocation_practice_id', columns: ['practiceId'] },
  ],
  checks: [
    { name: 'ck_allocation_child', expression: `starts_with(child_id, la_code || '.')` },
    {
      name: 'ck_allocation_dates',
      expression: 'last_day >= started_on - 1 AND (ended_on IS NULL OR ended_on >= started_on)',
    },
    { name: 'ck_allocation_access', expression: 'access_until >= access_from' },
    {
      name: 'ck_allocation_end_code',
      expression: `end_code IN (${endReasons.map((name) => `'${name}'`).join(', ')})`,
    },
  ],
  exclusions: [
    {
      name: 'ex_allocation_one_per_child',
      expression: `USING gist (la_code WITH =, child_id WITH =, daterange(started_on, last_day + 1, '[)') WITH &&)`,
    },
  ],
  foreignKeys: [
    {
      name: 'fk_allocation_contract',
      target: 'Contract',
      columnNames: ['laCode', 'contractId'],
      referencedColumnNames: ['laCode', 'id'],
    },
  ],
});

/** One row of `allocation_request`: an `allocateChildren` that was carried out, by the key its caller gave it. */
export interface AllocationRequestRow {
  readonly laCode: string;
  readonly idempotencyKey: string;
  /** SHA-256 of what was asked, to tell a repeat from another request under the same key. */
  readonly requestHash: string;
  /** The allocations made, in the order of the request. */
  readonly allocationIds: readonly string[];
  /** Why more children were allocated than the contract is for; null when they were not. */
  readonly moreThanAgreedBecause: string | null;
}

/** What makes `allocateChildren` safe to send again: written in the transaction that allocates. */
export const AllocationRequestEntity = new EntitySchema<
  AllocationRequestRow & { readonly recordedAt: Date; readonly recordedBy: string }
>({
  name: 'AllocationRequest',
  tableName: 'allocation_request',
  columns: {
    laCode: { name: 'la_code', type: 'text', primary: true, primaryKeyConstraintName: 'pk_allocation_request' },
    idempotencyKey: {
      name: 'idempotency_key',
      type: 'text',
      primary: true,
      primaryKeyConstraintName: 'pk_allocation_request',
    },
    requestHash: { name: 'request_hash', type: 'text' },
    allocationIds: { name: 'allocation_ids', type: 'text', array: true },
    moreThanAgreedBecause: { name: 'more_than_agreed_because', type: 'text', nullable: true },
    recordedAt: { name: 'recorded_at', type: 'timestamptz', default: () => 'now()' },
    recordedBy: { name: 'recorded_by', type: 'text' },
  },
});

/** What the outbox tells of an allocation, under the topic `allocation`: how it stands after the change. */
export interface AllocationEvent {
  readonly id: string;
  readonly laCode: string;
  readonly childId: string;
  readonly practiceId: string;
  readonly contractId: string;
  readonly startedOn: PlainDate;
  /** The last day on which it holds, its contract's end included; null when none is known. Never before `startedOn`. */
  readonly endedOn: PlainDate | null;
  /**
   * The instant from which the practice sees the child no longer, ISO 8601 in UTC; null when none is known. Midnight of
   * `startedOn` when the contract ended before it began.
   */
  readonly endsAt: string | null;
  /** What the contract delegates: the practice sees the parts of the record that belong to it. */
  readonly functions: readonly DelegatedFunction[];
}
