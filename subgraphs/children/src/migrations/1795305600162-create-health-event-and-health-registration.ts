import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardRecordTable, recordedColumnsSql, recordedConstraintsSql, recordedIndexesSql } from './record-access.ts';

const healthEventTable = `
  CREATE TABLE health_event (
    ${recordedColumnsSql},
    kind text NOT NULL,
    happened_on date NOT NULL,
    outcome text,
    is_up_to_date boolean,
    up_to_date_not_known text,
    sdq_score integer,
    sdq_reason text,
    sdq_completed_by text,
    is_misusing boolean,
    substance_misuse_not_known text,
    intervention text,
    days_off integer,
    height_millimetres integer,
    weight_grams integer,
    weight_band text,
    weight_band_not_known text,
    note text,
    ${recordedConstraintsSql('health_event')}
  );
  ${recordedIndexesSql('health_event')}`;

const healthRegistrationTable = `
  CREATE TABLE health_registration (
    ${recordedColumnsSql},
    service text NOT NULL,
    as_of date NOT NULL,
    is_registered boolean,
    registered_not_known text,
    provider_name text,
    note text,
    ${recordedConstraintsSql('health_registration')}
  );
  ${recordedIndexesSql('health_registration')}`;

/** Creates what happened to children’s health, and with whom they are registered. */
export class CreateHealth1795305600162 implements MigrationInterface {
  readonly name = 'CreateHealth1795305600162';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(healthEventTable);
    await guardRecordTable(queryRunner, { table: 'health_event', needs: 'HEALTH' });
    await queryRunner.query(healthRegistrationTable);
    await guardRecordTable(queryRunner, { table: 'health_registration', needs: 'HEALTH' });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE health_registration, health_event');
  }
}
