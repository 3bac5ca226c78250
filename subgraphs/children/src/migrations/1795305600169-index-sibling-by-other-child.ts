import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds brothers and sisters from the record of either. */
export class IndexSibling1795305600169 implements MigrationInterface {
  readonly name = 'IndexSibling1795305600169';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('CREATE INDEX ix_sibling_other ON sibling (la_code, sibling_child_id)');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX ix_sibling_other');
  }
}
