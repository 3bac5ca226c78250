import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Indexes children by the version of their history, so that those who have changed since a check are found without looking
 * at all; and rows of Header by the pupil number, their fifth cell, so that children who share one are.
 */
export class IndexChildByHistoryVersion1795305600194 implements MigrationInterface {
  readonly name = 'IndexChildByHistoryVersion1795305600194';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE INDEX ix_child_history_version ON child (la_code, history_version);
      CREATE INDEX ix_return_row_upn ON return_row (la_code, collection_year, (cells[5]))
        WHERE table_name = 'Header' AND superseded_at IS NULL`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX ix_child_history_version, ix_return_row_upn');
  }
}
