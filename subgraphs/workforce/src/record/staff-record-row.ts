import type { EntitySchemaColumnOptions } from 'typeorm';
import { versionColumns, type VersionRow } from '@mainstay/subgraph-kit/record';
import type { EmployerKey, EmployerKind } from '../modules/employment/employment.entity.ts';

/**
 * What every fact has that somebody records about staff: whose staff it is about, and the version. `laCode` is the authority
 * whose children the staff are for; see `EmploymentRow`.
 */
export interface StaffRecordRow extends VersionRow {
  employerKind: EmployerKind;
  employerId: string;
}

/** What is recorded of a fact, without what every recorded row has. */
export type StaffFactsOf<Row extends StaffRecordRow> = Omit<Row, keyof StaffRecordRow>;

/** Whose staff a fact is about. */
export interface Staff extends EmployerKey {
  readonly laCode: string;
}

/** An employer as it is sent: `EmployerInput` of the graph. */
export interface EmployerInput {
  readonly la: string;
  /** Left out for the authority itself. */
  readonly practice?: string | null;
}

/** The columns of `StaffRecordRow`, for the entity of a table of facts about staff. */
export function staffRecordColumns(table: string): Record<keyof StaffRecordRow, EntitySchemaColumnOptions> {
  return {
    ...versionColumns(table),
    employerKind: { name: 'employer_kind', type: 'text' },
    employerId: { name: 'employer_id', type: 'text' },
  };
}

/** The constraints and indexes of `staffRecordColumns`, for the entity of such a table. */
export function staffRecordKeys(table: string) {
  return {
    checks: [
      { name: `ck_${table}_id`, expression: `starts_with(id, la_code || '.')` },
      {
        name: `ck_${table}_employer`,
        expression: `employer_kind = 'practice' OR (employer_kind = 'local-authority' AND employer_id = la_code)`,
      },
      { name: `ck_${table}_corrected`, expression: `(version = 1) = (reason IS NULL)` },
    ],
    indices: [
      { name: `uq_${table}_present`, columns: ['laCode', 'id'], unique: true, where: 'superseded_at IS NULL' },
      {
        name: `uq_${table}_entry`,
        columns: ['laCode', 'recordedBy', 'entryKey'],
        unique: true,
        where: 'entry_key IS NOT NULL',
      },
      { name: `ix_${table}_employer`, columns: ['employerId'], where: 'superseded_at IS NULL' },
    ],
  };
}
