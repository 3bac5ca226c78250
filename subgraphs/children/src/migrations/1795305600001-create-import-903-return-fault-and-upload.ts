import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardTable } from '@mainstay/subgraph-kit';

/** Creates `import_903`, its `return_fault`s, and `upload` with its chunks. All of it is the authority's alone. */
export class CreateImport9031795305600001 implements MigrationInterface {
  readonly name = 'CreateImport9031795305600001';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE import_903 (
        la_code text NOT NULL,
        id text NOT NULL,
        collection_year integer NOT NULL,
        is_dry_run boolean NOT NULL,
        status text NOT NULL,
        progress double precision NOT NULL,
        stage text NOT NULL,
        started_by text NOT NULL,
        started_at timestamptz NOT NULL,
        finished_at timestamptz,
        runner bigint NOT NULL,
        files jsonb NOT NULL,
        tables jsonb NOT NULL,
        rules_not_run jsonb NOT NULL,
        fault_count integer NOT NULL,
        CONSTRAINT pk_import_903 PRIMARY KEY (la_code, id),
        CONSTRAINT ck_import_903_status CHECK (status IN
          ('QUEUED', 'RUNNING', 'LOADED', 'UNCHANGED', 'CHECKED', 'REFUSED', 'INTERRUPTED', 'FAILED')),
        CONSTRAINT ck_import_903_progress CHECK (progress BETWEEN 0 AND 1)
      );
      CREATE INDEX ix_import_903_started ON import_903 (la_code, started_at);
      CREATE TABLE return_fault (
        la_code text NOT NULL,
        import_id text NOT NULL,
        ordinal integer NOT NULL,
        file_name text NOT NULL,
        row_number integer,
        table_name text,
        fields text[] NOT NULL,
        rule_code text NOT NULL,
        message text NOT NULL,
        what_to_do text NOT NULL,
        child_local_id text,
        keeps_row_out boolean NOT NULL,
        CONSTRAINT pk_return_fault PRIMARY KEY (la_code, import_id, ordinal),
        CONSTRAINT fk_return_fault_import_903 FOREIGN KEY (la_code, import_id)
          REFERENCES import_903 (la_code, id) ON DELETE CASCADE
      );
    `);
    await queryRunner.query(uploads);
    // The platform itself marks imports whose process has died, and throws old uploads away.
    await guardTable(queryRunner, { table: 'import_903', la: 'write', service: 'write' });
    await guardTable(queryRunner, { table: 'return_fault', la: 'write' });
    await guardTable(queryRunner, { table: 'upload', la: 'write', service: 'write' });
    await guardTable(queryRunner, { table: 'upload_chunk', la: 'write' });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE upload_chunk, upload, return_fault, import_903');
  }
}

const uploads = `
  CREATE TABLE upload (
    la_code text NOT NULL,
    id text NOT NULL,
    subject text NOT NULL,
    name text NOT NULL,
    size integer,
    created_at timestamptz NOT NULL,
    CONSTRAINT pk_upload PRIMARY KEY (la_code, id)
  );
  CREATE TABLE upload_chunk (
    la_code text NOT NULL,
    upload_id text NOT NULL,
    number integer NOT NULL,
    bytes bytea NOT NULL,
    CONSTRAINT pk_upload_chunk PRIMARY KEY (la_code, upload_id, number),
    CONSTRAINT fk_upload_chunk_upload FOREIGN KEY (la_code, upload_id)
      REFERENCES upload (la_code, id) ON DELETE CASCADE
  );
`;
