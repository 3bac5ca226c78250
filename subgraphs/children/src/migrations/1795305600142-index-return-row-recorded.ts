import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Indexes the rows of returns that were recorded in the platform: few among many that were imported. */
export class IndexRecordedRows1795305600142 implements MigrationInterface {
  readonly name = 'IndexRecordedRows1795305600142';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE INDEX ix_return_row_recorded ON return_row (la_code, collection_year, table_name)
        WHERE is_recorded AND superseded_at IS NULL`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX ix_return_row_recorded');
  }
}
