import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardRecordTable, recordedColumnsSql, recordedConstraintsSql, recordedIndexesSql } from './record-access.ts';

/** Creates `visit`: visits to children, and attempts at them. */
export class CreateVisit1795305600130 implements MigrationInterface {
  readonly name = 'CreateVisit1795305600130';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE visit (
        ${recordedColumnsSql},
        visited_on date NOT NULL,
        purpose text NOT NULL,
        worker_id text,
        is_seen boolean NOT NULL,
        not_seen_reason text,
        is_seen_alone boolean,
        seen_alone_not_known text,
        not_alone_reason text,
        is_at_placement boolean NOT NULL,
        minutes integer,
        minutes_not_known text,
        note text NOT NULL,
        ${recordedConstraintsSql('visit')}
      );
      ${recordedIndexesSql('visit')}
    `);
    await guardRecordTable(queryRunner, { table: 'visit', needs: 'VISITS_AND_SUPERVISION' });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE visit');
  }
}
