import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardRecordTable, recordedColumnsSql, recordedConstraintsSql, recordedIndexesSql } from './record-access.ts';

/** Creates `placement_arrangement`: what of a placement decides how often the child must be visited there. */
export class CreatePlacementArrangement1795305600170 implements MigrationInterface {
  readonly name = 'CreatePlacementArrangement1795305600170';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE placement_arrangement (
        ${recordedColumnsSql},
        started_on date NOT NULL,
        is_before_assessment boolean,
        before_assessment_not_known text,
        is_temporarily_approved boolean,
        temporarily_approved_not_known text,
        fewer_visits_agreed_on date,
        ${recordedConstraintsSql('placement_arrangement')}
      );
      ${recordedIndexesSql('placement_arrangement')}
    `);
    await guardRecordTable(queryRunner, { table: 'placement_arrangement', needs: 'PLACEMENT' });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE placement_arrangement');
  }
}
