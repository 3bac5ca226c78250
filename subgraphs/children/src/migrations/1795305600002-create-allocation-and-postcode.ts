import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardTable, openTable } from '@mainstay/subgraph-kit';

/** Creates `allocation`, the copy of what contracts tells, and `postcode`, the directory that everybody reads. */
export class CreateAllocation1795305600002 implements MigrationInterface {
  readonly name = 'CreateAllocation1795305600002';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE allocation (
        la_code text NOT NULL,
        id text NOT NULL,
        child_id text NOT NULL,
        practice_id text NOT NULL,
        contract_id text NOT NULL,
        started_on date NOT NULL,
        ended_on date,
        CONSTRAINT pk_allocation PRIMARY KEY (la_code, id),
        CONSTRAINT ck_allocation_ends_after_start CHECK (ended_on >= started_on)
      );
      CREATE INDEX ix_allocation_child ON allocation (la_code, child_id);
      CREATE INDEX ix_allocation_practice ON allocation (la_code, practice_id);
      CREATE INDEX ix_allocation_contract ON allocation (la_code, contract_id);
      CREATE TABLE postcode (
        postcode text NOT NULL,
        easting integer NOT NULL,
        northing integer NOT NULL,
        la_code text NOT NULL,
        CONSTRAINT pk_postcode PRIMARY KEY (postcode)
      );
    `);
    await guardTable(queryRunner, {
      table: 'allocation',
      la: 'read',
      practice: 'practice_id = (SELECT sec.practice())',
      inspector: 'read',
      service: 'write',
      figures: 'practice_id = (SELECT sec.practice())',
    });
    await openTable(queryRunner, 'postcode');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE postcode, allocation');
  }
}
