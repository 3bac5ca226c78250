import type { PlainDate } from '@mainstay/primitives';
import { EntitySchema } from 'typeorm';
import { staffRecordColumns, staffRecordKeys, type StaffRecordRow } from '../../record/staff-record-row.ts';
import { oneOfSql } from '../employment/employment.codes.ts';
import type { EmployerKind } from '../employment/employment.entity.ts';

/** Why staff move; the values of the GraphQL enum `TransferReason`. */
export const transferReasons = ['COMMISSIONING', 'DECOMMISSIONING', 'OTHER'] as const;

/** One of `transferReasons`. */
export type TransferReason = (typeof transferReasons)[number];

/** What staff who move are guaranteed; the values of the GraphQL enum `EmploymentGuarantee`. */
export const employmentGuarantees = ['NONE', 'RETURN_TO_AUTHORITY', 'SAME_TERMS', 'RETURN_AND_SAME_TERMS'] as const;

/** One of `employmentGuarantees`. */
export type EmploymentGuarantee = (typeof employmentGuarantees)[number];

/** A move of staff: `employerKind` and `employerId` are whom they leave. It has one version. */
export interface TransferRow extends StaffRecordRow {
  toEmployerKind: EmployerKind;
  toEmployerId: string;
  /** The first day with the new employer. */
  movedOn: PlainDate;
  transferReason: TransferReason;
  guarantee: EmploymentGuarantee;
  /** The last day the guarantee holds; null where none is given. */
  guaranteeUntil: PlainDate | null;
  contractId: string | null;
  /** Who moved. */
  workerIds: string[];
}

const keys = staffRecordKeys('transfer');

export const TransferEntity = new EntitySchema<TransferRow>({
  name: 'Transfer',
  tableName: 'transfer',
  columns: {
    ...staffRecordColumns('transfer'),
    toEmployerKind: { name: 'to_employer_kind', type: 'text' },
    toEmployerId: { name: 'to_employer_id', type: 'text' },
    movedOn: { name: 'moved_on', type: 'date' },
    transferReason: { name: 'transfer_reason', type: 'text' },
    guarantee: { name: 'guarantee', type: 'text' },
    guaranteeUntil: { name: 'guarantee_until', type: 'date', nullable: true },
    contractId: { name: 'contract_id', type: 'text', nullable: true },
    workerIds: { name: 'worker_ids', type: 'text', array: true },
  },
  indices: [
    ...keys.indices,
    { name: 'ix_transfer_to_employer_id', columns: ['toEmployerId'], where: 'superseded_at IS NULL' },
  ],
  checks: [
    ...keys.checks,
    {
      name: 'ck_transfer_to_employer',
      expression: `to_employer_kind = 'practice' OR (to_employer_kind = 'local-authority' AND to_employer_id = la_code)`,
    },
    { name: 'ck_transfer_reason', expression: oneOfSql('transfer_reason', transferReasons) },
    { name: 'ck_transfer_guarantee', expression: oneOfSql('guarantee', employmentGuarantees) },
    { name: 'ck_transfer_guarantee_until', expression: `(guarantee = 'NONE') = (guarantee_until IS NULL)` },
  ],
});
