import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardTable } from '@mainstay/subgraph-kit';

/**
 * Creates `return_row`, the SSDA903 returns as they came, and `return_table`, which says what of them is held.
 *
 * Only the authority reads the rows. That a table is held at all is no secret: a measure has to say "not known" to a
 * practice and to an inspector too.
 */
export class CreateReturn9031795305600000 implements MigrationInterface {
  readonly name = 'CreateReturn9031795305600000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE return_row (
        la_code text NOT NULL,
        import_id text NOT NULL,
        ordinal integer NOT NULL,
        collection_year integer NOT NULL,
        table_name text NOT NULL,
        row_hash bytea NOT NULL,
        position integer NOT NULL,
        child_local_id text NOT NULL,
        cells text[] NOT NULL,
        file_name text NOT NULL,
        recorded_at timestamptz NOT NULL,
        superseded_at timestamptz,
        superseded_by text,
        CONSTRAINT pk_return_row PRIMARY KEY (la_code, import_id, ordinal),
        CONSTRAINT ck_return_row_superseded_by CHECK ((superseded_at IS NULL) = (superseded_by IS NULL))
      );
      CREATE UNIQUE INDEX uq_return_row_current ON return_row (la_code, collection_year, table_name, row_hash)
        WHERE superseded_at IS NULL;
      CREATE INDEX ix_return_row_child ON return_row (la_code, child_local_id) WHERE superseded_at IS NULL;
      CREATE TABLE return_table (
        la_code text NOT NULL,
        collection_year integer NOT NULL,
        table_name text NOT NULL,
        row_count integer NOT NULL,
        changed_at timestamptz NOT NULL,
        CONSTRAINT pk_return_table PRIMARY KEY (la_code, collection_year, table_name)
      );
    `);
    await guardTable(queryRunner, { table: 'return_row', la: 'write' });
    await guardTable(queryRunner, {
      table: 'return_table',
      la: 'write',
      practice: 'la_code = ANY ((SELECT sec.las())::text[])',
      inspector: 'read',
      figures: 'la_code = ANY ((SELECT sec.las())::text[])',
    });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE return_table, return_row');
  }
}
