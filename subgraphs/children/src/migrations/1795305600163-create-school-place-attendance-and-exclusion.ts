import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardRecordTable, recordedColumnsSql, recordedConstraintsSql, recordedIndexesSql } from './record-access.ts';

const schoolPlaceTable = `
  CREATE TABLE school_place (
    ${recordedColumnsSql},
    urn text,
    school_name text NOT NULL,
    type text NOT NULL,
    started_on date NOT NULL,
    ended_on date,
    entry text NOT NULL,
    is_unscheduled boolean,
    unscheduled_not_known text,
    judgement text,
    judgement_not_known text,
    distance_miles double precision,
    distance_miles_not_known text,
    ${recordedConstraintsSql('school_place')}
  );
  ${recordedIndexesSql('school_place')}`;

const schoolAttendanceTable = `
  CREATE TABLE school_attendance (
    ${recordedColumnsSql},
    school_year integer NOT NULL,
    term text NOT NULL,
    sessions_possible integer NOT NULL,
    sessions_attended integer NOT NULL,
    sessions_unauthorised integer NOT NULL,
    ${recordedConstraintsSql('school_attendance')}
  );
  ${recordedIndexesSql('school_attendance')}`;

const schoolExclusionTable = `
  CREATE TABLE school_exclusion (
    ${recordedColumnsSql},
    started_on date NOT NULL,
    is_permanent boolean NOT NULL,
    sessions integer,
    why text NOT NULL,
    ${recordedConstraintsSql('school_exclusion')}
  );
  ${recordedIndexesSql('school_exclusion')}`;

/** Creates schools, attendance and exclusions. */
export class CreateSchool1795305600163 implements MigrationInterface {
  readonly name = 'CreateSchool1795305600163';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(schoolPlaceTable);
    await guardRecordTable(queryRunner, { table: 'school_place', needs: 'EDUCATION' });
    await queryRunner.query(schoolAttendanceTable);
    await guardRecordTable(queryRunner, { table: 'school_attendance', needs: 'EDUCATION' });
    await queryRunner.query(schoolExclusionTable);
    await guardRecordTable(queryRunner, { table: 'school_exclusion', needs: 'EDUCATION' });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE school_exclusion, school_attendance, school_place');
  }
}
