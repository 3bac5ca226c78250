import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardRecordTable, recordedColumnsSql, recordedConstraintsSql, recordedIndexesSql } from './record-access.ts';

const leavingCareTable = `
  CREATE TABLE leaving_care (
    ${recordedColumnsSql},
    as_of date NOT NULL,
    eligibility text NOT NULL,
    in_touch text NOT NULL,
    last_contact_on date,
    activity text,
    activity_not_known text,
    accommodation text,
    accommodation_not_known text,
    personal_adviser text,
    personal_adviser_not_known text,
    note text,
    ${recordedConstraintsSql('leaving_care')}
  );
  ${recordedIndexesSql('leaving_care')}`;

/** Creates how young people are after care. */
export class CreateLeavingCare1795305600167 implements MigrationInterface {
  readonly name = 'CreateLeavingCare1795305600167';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(leavingCareTable);
    await guardRecordTable(queryRunner, { table: 'leaving_care', needs: 'LEAVING_CARE' });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE leaving_care');
  }
}
