import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardRecordTable, recordedColumnsSql, recordedConstraintsSql, recordedIndexesSql } from './record-access.ts';

const safetyEventTable = `
  CREATE TABLE safety_event (
    ${recordedColumnsSql},
    kind text NOT NULL,
    happened_on date NOT NULL,
    exploitation text,
    told_by text,
    told_by_not_known text,
    account text NOT NULL,
    done text,
    resolved_on date,
    ${recordedConstraintsSql('safety_event')}
  );
  ${recordedIndexesSql('safety_event')}`;

const specialistSupportTable = `
  CREATE TABLE specialist_support (
    ${recordedColumnsSql},
    recipient text NOT NULL,
    service text NOT NULL,
    referred_on date NOT NULL,
    started_on date,
    closed_on date,
    not_started_reason text,
    note text,
    ${recordedConstraintsSql('specialist_support')}
  );
  ${recordedIndexesSql('specialist_support')}`;

const returnInterviewTable = `
  CREATE TABLE return_interview (
    ${recordedColumnsSql},
    missing_from date NOT NULL,
    returned_on date NOT NULL,
    is_offered boolean,
    offered_not_known text,
    is_accepted boolean,
    accepted_not_known text,
    held_on date,
    said text,
    ${recordedConstraintsSql('return_interview')}
  );
  ${recordedIndexesSql('return_interview')}`;

/** Creates harm and the risk of it, support waited for and interviews on return. */
export class CreateSafety1795305600165 implements MigrationInterface {
  readonly name = 'CreateSafety1795305600165';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(safetyEventTable);
    await guardRecordTable(queryRunner, { table: 'safety_event', needs: 'VISITS_AND_SUPERVISION' });
    await queryRunner.query(specialistSupportTable);
    await guardRecordTable(queryRunner, { table: 'specialist_support', needs: 'VISITS_AND_SUPERVISION' });
    await queryRunner.query(returnInterviewTable);
    await guardRecordTable(queryRunner, { table: 'return_interview', needs: 'VISITS_AND_SUPERVISION' });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE return_interview, specialist_support, safety_event');
  }
}
