import type { PlainDate } from '@mainstay/primitives';
import { EntitySchema } from 'typeorm';
import { staffRecordColumns, staffRecordKeys, type StaffRecordRow } from '../../record/staff-record-row.ts';
import { oneOfSql } from '../employment/employment.codes.ts';

/** What somebody is named for; the values of the GraphQL enum `DesignationPurpose`. */
export const designationPurposes = ['PROFESSIONAL_DEVELOPMENT'] as const;

/** One of `designationPurposes`. */
export type DesignationPurpose = (typeof designationPurposes)[number];

/** One version of whom an employer has named for a purpose. */
export interface DesignationRow extends StaffRecordRow {
  workerId: string;
  purpose: DesignationPurpose;
  startsOn: PlainDate;
  /** The last day, which still belongs to it; null while it lasts. */
  endsOn: PlainDate | null;
}

const keys = staffRecordKeys('designation');

export const DesignationEntity = new EntitySchema<DesignationRow>({
  name: 'Designation',
  tableName: 'designation',
  columns: {
    ...staffRecordColumns('designation'),
    workerId: { name: 'worker_id', type: 'text' },
    purpose: { name: 'purpose', type: 'text' },
    startsOn: { name: 'starts_on', type: 'date' },
    endsOn: { name: 'ends_on', type: 'date', nullable: true },
  },
  indices: keys.indices,
  checks: [
    ...keys.checks,
    { name: 'ck_designation_purpose', expression: oneOfSql('purpose', designationPurposes) },
    { name: 'ck_designation_dates', expression: 'ends_on IS NULL OR ends_on >= starts_on' },
  ],
});
