import { EntitySchema } from 'typeorm';

/** What a return was judged on: when it is not what there is now, all of it is judged again. */
export interface CheckBasis {
  /** Tables of the year that were judged. */
  readonly tables: readonly string[];
  /** Tables of last year's return that the rules compared with. */
  readonly previous: readonly string[];
  /** True when the return is built from the records: no episodes were imported for the year. */
  readonly isBuilt: boolean;
  /** The list of providers; null when none was loaded. */
  readonly providerListId: string | null;
  readonly hasPostcodes: boolean;
  /** A number for the rules themselves: a later release may judge otherwise. */
  readonly rules: string;
}

/** The last check of what is held of one year's return. */
export interface ReturnCheckEntity {
  laCode: string;
  collectionYear: number;
  checkedAt: Date;
  /** Subject of the viewer who asked for it. */
  checkedBy: string;
  /** The newest version of a child's history that was judged. */
  historyVersion: string;
  basis: CheckBasis;
  rulesNotRun: { rule: string; reason: string }[];
}

export const returnCheckEntity = new EntitySchema<ReturnCheckEntity>({
  name: 'ReturnCheck',
  tableName: 'return_check',
  columns: {
    laCode: { name: 'la_code', type: 'text', primary: true, primaryKeyConstraintName: 'pk_return_check' },
    collectionYear: {
      name: 'collection_year',
      type: 'integer',
      primary: true,
      primaryKeyConstraintName: 'pk_return_check',
    },
    checkedAt: { name: 'checked_at', type: 'timestamptz' },
    checkedBy: { name: 'checked_by', type: 'text' },
    historyVersion: { name: 'history_version', type: 'bigint' },
    basis: { name: 'basis', type: 'jsonb' },
    rulesNotRun: { name: 'rules_not_run', type: 'jsonb' },
  },
});

/** A fault that a check found. It is never deleted: one that is no longer found is gone. */
export interface ReturnCheckFaultEntity {
  laCode: string;
  collectionYear: number;
  childId: string;
  childLocalId: string;
  /** Made of the rule, the columns and the cells of the row: a row that changes has other faults. */
  id: string;
  foundAt: Date;
  ruleCode: string;
  tableName: string;
  /** The hash of the row, as `return_row` has it. */
  rowHash: Buffer;
  fields: string[];
  whatToDo: string;
  /** True when the row is one of last year's return. */
  isPreviousYear: boolean;
  goneAt: Date | null;
  /** Who changed the row, or ran the check that no longer found it. */
  goneBy: string | null;
}

const faultKey = { primary: true, primaryKeyConstraintName: 'pk_return_check_fault' } as const;

export const returnCheckFaultEntity = new EntitySchema<ReturnCheckFaultEntity>({
  name: 'ReturnCheckFault',
  tableName: 'return_check_fault',
  columns: {
    laCode: { name: 'la_code', type: 'text', ...faultKey },
    collectionYear: { name: 'collection_year', type: 'integer', ...faultKey },
    childId: { name: 'child_id', type: 'text', ...faultKey },
    childLocalId: { name: 'child_local_id', type: 'text' },
    id: { name: 'id', type: 'text', ...faultKey },
    foundAt: { name: 'found_at', type: 'timestamptz', ...faultKey },
    ruleCode: { name: 'rule_code', type: 'text' },
    tableName: { name: 'table_name', type: 'text' },
    rowHash: { name: 'row_hash', type: 'bytea' },
    fields: { name: 'fields', type: 'text', array: true },
    whatToDo: { name: 'what_to_do', type: 'text' },
    isPreviousYear: { name: 'is_previous_year', type: 'boolean' },
    goneAt: { name: 'gone_at', type: 'timestamptz', nullable: true },
    goneBy: { name: 'gone_by', type: 'text', nullable: true },
  },
  checks: [{ name: 'ck_return_check_fault_gone_by', expression: '(gone_at IS NULL) = (gone_by IS NULL)' }],
  indices: [
    {
      name: 'uq_return_check_fault_present',
      columns: ['laCode', 'collectionYear', 'childLocalId', 'id'],
      unique: true,
      where: 'gone_at IS NULL',
    },
    {
      name: 'ix_return_check_fault_rule',
      columns: ['laCode', 'collectionYear', 'ruleCode', 'childLocalId', 'id'],
      where: 'gone_at IS NULL',
    },
    {
      name: 'ix_return_check_fault_gone',
      columns: ['laCode', 'collectionYear', 'goneAt'],
      where: 'gone_at IS NOT NULL',
    },
  ],
});

/** Somebody's word that a fault may stay. It is withdrawn when the row changes, or by somebody. */
export interface ReturnCheckAcceptanceEntity {
  laCode: string;
  collectionYear: number;
  childId: string;
  faultId: string;
  acceptedAt: Date;
  acceptedBy: string;
  reason: string;
  withdrawnAt: Date | null;
  withdrawnBy: string | null;
}

const acceptanceKey = { primary: true, primaryKeyConstraintName: 'pk_return_check_acceptance' } as const;

export const returnCheckAcceptanceEntity = new EntitySchema<ReturnCheckAcceptanceEntity>({
  name: 'ReturnCheckAcceptance',
  tableName: 'return_check_acceptance',
  columns: {
    laCode: { name: 'la_code', type: 'text', ...acceptanceKey },
    collectionYear: { name: 'collection_year', type: 'integer', ...acceptanceKey },
    childId: { name: 'child_id', type: 'text', ...acceptanceKey },
    faultId: { name: 'fault_id', type: 'text', ...acceptanceKey },
    acceptedAt: { name: 'accepted_at', type: 'timestamptz', ...acceptanceKey },
    acceptedBy: { name: 'accepted_by', type: 'text' },
    reason: { name: 'reason', type: 'text' },
    withdrawnAt: { name: 'withdrawn_at', type: 'timestamptz', nullable: true },
    withdrawnBy: { name: 'withdrawn_by', type: 'text', nullable: true },
  },
  checks: [
    {
      name: 'ck_return_check_acceptance_withdrawn_by',
      expression: '(withdrawn_at IS NULL) = (withdrawn_by IS NULL)',
    },
  ],
  indices: [
    {
      name: 'uq_return_check_acceptance_present',
      columns: ['laCode', 'collectionYear', 'faultId'],
      unique: true,
      where: 'withdrawn_at IS NULL',
    },
  ],
});
