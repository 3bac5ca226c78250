import { restrictAdding, viewerIs } from '@mainstay/subgraph-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardRecordTable, recordedColumnsSql, recordedConstraintsSql, recordedIndexesSql } from './record-access.ts';

/** Creates `care_plan`: editions of care plans and pathway plans. What is agreed, managers write. */
export class CreateCarePlan1795305600150 implements MigrationInterface {
  readonly name = 'CreateCarePlan1795305600150';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE care_plan (
        ${recordedColumnsSql},
        kind text NOT NULL,
        edition integer NOT NULL,
        status text NOT NULL,
        permanence_aim text,
        is_to_last_until_18 boolean,
        to_last_until_18_not_known text,
        sections jsonb NOT NULL,
        agreed_on date,
        agreed_by text,
        people jsonb,
        is_child_agreed boolean,
        child_agreed_not_known text,
        child_note text,
        ${recordedConstraintsSql('care_plan')},
        CONSTRAINT ck_care_plan_agreed CHECK ((status = 'AGREED') = (agreed_on IS NOT NULL))
      );
      ${recordedIndexesSql('care_plan')}
      CREATE UNIQUE INDEX uq_care_plan_draft ON care_plan (la_code, child_id, kind)
        WHERE superseded_at IS NULL AND status = 'DRAFT' AND NOT is_withdrawn;
      CREATE UNIQUE INDEX uq_care_plan_edition ON care_plan (la_code, child_id, kind, edition)
        WHERE superseded_at IS NULL AND NOT is_withdrawn;
    `);
    await guardRecordTable(queryRunner, { table: 'care_plan', needs: 'CARE_PLANNING' });
    await restrictAdding(queryRunner, {
      table: 'care_plan',
      audiences: ['la', 'practice'],
      condition: `status = 'DRAFT' OR ${viewerIs('la-manager', 'swp-manager')}`,
    });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE care_plan');
  }
}
