import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  guardStaffRecordTable,
  staffRecordColumnsSql,
  staffRecordConstraintsSql,
  staffRecordIndexesSql,
} from './staff-record-access.ts';

/** Creates `post`, an employer's establishment, and `designation`, whom it has named for a purpose. */
export class CreatePostAndDesignation1795305600105 implements MigrationInterface {
  readonly name = 'CreatePostAndDesignation1795305600105';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE post (
        ${staffRecordColumnsSql},
        role text NOT NULL,
        full_time_equivalent double precision NOT NULL,
        is_case_holding boolean NOT NULL,
        starts_on date NOT NULL,
        ends_on date,
        recruitment text NOT NULL,
        ${staffRecordConstraintsSql('post')},
        CONSTRAINT ck_post_role CHECK (role IN ('SOCIAL_WORKER', 'SENIOR_SOCIAL_WORKER', 'PRACTICE_MANAGER',
          'PERSONAL_ADVISER', 'PLACEMENT_WORKER', 'ADMINISTRATOR', 'EDUCATION_SUPPORT', 'RESEARCH_SUPPORT',
          'LEGAL_SUPPORT', 'STUDENT', 'DIRECTOR')),
        CONSTRAINT ck_post_recruitment CHECK (recruitment IN ('NOT_RECRUITING', 'APPROVED', 'ADVERTISED', 'INTERVIEWING',
          'OFFERED', 'ON_HOLD')),
        CONSTRAINT ck_post_full_time_equivalent CHECK (full_time_equivalent > 0 AND full_time_equivalent <= 1),
        CONSTRAINT ck_post_dates CHECK (ends_on IS NULL OR ends_on >= starts_on)
      );
      ${staffRecordIndexesSql('post')}
      CREATE TABLE designation (
        ${staffRecordColumnsSql},
        worker_id text NOT NULL,
        purpose text NOT NULL,
        starts_on date NOT NULL,
        ends_on date,
        ${staffRecordConstraintsSql('designation')},
        CONSTRAINT ck_designation_purpose CHECK (purpose IN ('PROFESSIONAL_DEVELOPMENT')),
        CONSTRAINT ck_designation_dates CHECK (ends_on IS NULL OR ends_on >= starts_on)
      );
      ${staffRecordIndexesSql('designation')}
    `);
    await guardStaffRecordTable(queryRunner, { table: 'post' });
    await guardStaffRecordTable(queryRunner, { table: 'designation' });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE designation, post');
  }
}
