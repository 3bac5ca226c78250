import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  guardStaffRecordTable,
  staffRecordColumnsSql,
  staffRecordConstraintsSql,
  staffRecordIndexesSql,
} from './staff-record-access.ts';

/**
 * Creates `absence`: when workers were away and why. It tells of health: single absences are for the managers of the
 * employer and of the authority, figures for everybody who may see the staff.
 */
export class CreateAbsence1795305600111 implements MigrationInterface {
  readonly name = 'CreateAbsence1795305600111';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE absence (
        ${staffRecordColumnsSql},
        worker_id text NOT NULL,
        started_on date NOT NULL,
        ended_on date,
        cause text,
        cause_not_known text,
        is_stress boolean,
        stress_not_known text,
        works_on text[],
        ${staffRecordConstraintsSql('absence')},
        CONSTRAINT ck_absence_days CHECK (ended_on IS NULL OR ended_on >= started_on),
        CONSTRAINT ck_absence_cause CHECK ((cause IS NULL) = (cause_not_known IS NOT NULL)
          AND cause IN ('MAT', 'OTH', 'PUB', 'SIC', 'TRN', 'UNA', 'UNP')),
        CONSTRAINT ck_absence_stress CHECK (
          (cause IS NOT DISTINCT FROM 'SIC') = ((is_stress IS NULL) <> (stress_not_known IS NULL)))
      );
      ${staffRecordIndexesSql('absence')}
      CREATE INDEX ix_absence_worker ON absence (worker_id) WHERE superseded_at IS NULL;
    `);
    await guardStaffRecordTable(queryRunner, { table: 'absence', readers: ['la-manager'], isInspected: false });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE absence');
  }
}
