import type { MigrationInterface, QueryRunner } from 'typeorm';
import { SUPPORT_READERS } from '../record/staff-record-policy.ts';
import {
  guardStaffRecordTable,
  staffRecordColumnsSql,
  staffRecordConstraintsSql,
  staffRecordIndexesSql,
} from './staff-record-access.ts';

/** Creates `staff_expectation`: how often an employer's workers are supervised, and what they learn in a year. */
export class CreateStaffExpectation1795305600110 implements MigrationInterface {
  readonly name = 'CreateStaffExpectation1795305600110';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE staff_expectation (
        ${staffRecordColumnsSql},
        holds_from date NOT NULL,
        supervision_days integer NOT NULL,
        first_year_supervision_days integer,
        do_peers_count boolean NOT NULL,
        long_absence_days integer NOT NULL,
        learning_pieces integer NOT NULL,
        learning_pieces_with_peers integer NOT NULL,
        learning_hours double precision,
        ${staffRecordConstraintsSql('staff_expectation')},
        CONSTRAINT ck_staff_expectation_numbers CHECK (supervision_days > 0 AND first_year_supervision_days > 0
          AND long_absence_days > 0 AND learning_pieces >= learning_pieces_with_peers
          AND learning_pieces_with_peers >= 0 AND learning_hours > 0)
      );
      ${staffRecordIndexesSql('staff_expectation')}
      CREATE UNIQUE INDEX uq_staff_expectation_from ON staff_expectation (la_code, employer_kind, employer_id, holds_from)
        WHERE superseded_at IS NULL AND NOT is_withdrawn;
    `);
    await guardStaffRecordTable(queryRunner, { table: 'staff_expectation', readers: SUPPORT_READERS });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE staff_expectation');
  }
}
