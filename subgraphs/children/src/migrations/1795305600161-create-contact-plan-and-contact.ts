import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardRecordTable, recordedColumnsSql, recordedConstraintsSql, recordedIndexesSql } from './record-access.ts';

const contactPlanTable = `
  CREATE TABLE contact_plan (
    ${recordedColumnsSql},
    person_name text NOT NULL,
    relation text NOT NULL,
    is_barred boolean NOT NULL,
    barred_by text,
    started_on date NOT NULL,
    ended_on date,
    kind text,
    times_a_year integer,
    minutes integer,
    supervision text,
    child_wishes text,
    child_wishes_not_known text,
    note text,
    ${recordedConstraintsSql('contact_plan')}
  );
  ${recordedIndexesSql('contact_plan')}`;

const contactTable = `
  CREATE TABLE contact (
    ${recordedColumnsSql},
    held_on date NOT NULL,
    plan_id text,
    person_name text NOT NULL,
    relation text NOT NULL,
    kind text NOT NULL,
    outcome text NOT NULL,
    is_breach boolean NOT NULL,
    cancelled_by text,
    not_held_reason text,
    minutes integer,
    minutes_not_known text,
    is_supervised boolean,
    supervised_not_known text,
    child_view text,
    child_view_not_known text,
    note text,
    ${recordedConstraintsSql('contact')}
  );
  ${recordedIndexesSql('contact')}`;

/** Creates contact: what is planned or barred, and what took place. */
export class CreateContact1795305600161 implements MigrationInterface {
  readonly name = 'CreateContact1795305600161';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(contactPlanTable);
    await guardRecordTable(queryRunner, { table: 'contact_plan', needs: 'CONTACT' });
    await queryRunner.query(contactTable);
    await guardRecordTable(queryRunner, { table: 'contact', needs: 'CONTACT' });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE contact, contact_plan');
  }
}
