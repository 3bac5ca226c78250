import type { MigrationInterface, QueryRunner } from 'typeorm';
import { SUPPORT_READERS } from '../record/staff-record-policy.ts';
import {
  guardStaffRecordTable,
  staffRecordColumnsSql,
  staffRecordConstraintsSql,
  staffRecordIndexesSql,
} from './staff-record-access.ts';

/** Creates `supervision`: the sessions in which workers were supervised, and those that were cancelled. */
export class CreateSupervision1795305600112 implements MigrationInterface {
  readonly name = 'CreateSupervision1795305600112';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE supervision (
        ${staffRecordColumnsSql},
        worker_id text NOT NULL,
        held_on date NOT NULL,
        led_by text NOT NULL,
        supervisor_id text,
        is_held boolean NOT NULL,
        cancelled_reason text,
        minutes integer,
        minutes_not_known text,
        did_discuss_cases boolean,
        discussed_cases_not_known text,
        agreed_actions text,
        ${staffRecordConstraintsSql('supervision')},
        CONSTRAINT ck_supervision_led_by CHECK (led_by IN ('MANAGER', 'EXTERNAL_CONSULTANT', 'PEERS')),
        CONSTRAINT ck_supervision_cancelled CHECK (is_held = (cancelled_reason IS NULL))
      );
      ${staffRecordIndexesSql('supervision')}
      CREATE INDEX ix_supervision_worker ON supervision (worker_id, held_on) WHERE superseded_at IS NULL;
    `);
    await guardStaffRecordTable(queryRunner, { table: 'supervision', readers: SUPPORT_READERS });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE supervision');
  }
}
