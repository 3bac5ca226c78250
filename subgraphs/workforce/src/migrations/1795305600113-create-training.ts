import type { MigrationInterface, QueryRunner } from 'typeorm';
import { SUPPORT_READERS } from '../record/staff-record-policy.ts';
import {
  guardStaffRecordTable,
  staffRecordColumnsSql,
  staffRecordConstraintsSql,
  staffRecordIndexesSql,
} from './staff-record-access.ts';

/** Creates `training`: what workers did to learn, post-registration learning among it. */
export class CreateTraining1795305600113 implements MigrationInterface {
  readonly name = 'CreateTraining1795305600113';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE training (
        ${staffRecordColumnsSql},
        worker_id text NOT NULL,
        done_on date NOT NULL,
        title text NOT NULL,
        kind text NOT NULL,
        provider text,
        hours double precision NOT NULL,
        is_post_registration_learning boolean NOT NULL,
        is_discussed_with_peer boolean NOT NULL,
        ${staffRecordConstraintsSql('training')},
        CONSTRAINT ck_training_kind CHECK (kind IN ('COURSE', 'CONFERENCE', 'QUALIFICATION', 'INDUCTION', 'SHADOWING',
          'READING', 'REFLECTION', 'TEACHING', 'OTHER')),
        CONSTRAINT ck_training_hours CHECK (hours > 0)
      );
      ${staffRecordIndexesSql('training')}
      CREATE INDEX ix_training_worker ON training (worker_id, done_on) WHERE superseded_at IS NULL;
    `);
    await guardStaffRecordTable(queryRunner, { table: 'training', readers: SUPPORT_READERS });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE training');
  }
}
