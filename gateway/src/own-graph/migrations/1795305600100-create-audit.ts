import { guardBy } from '@mainstay/subgraph-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Creates the audit: the events; their seals, which chain them; the signed ends of the chains; who looked at which child;
 * and what verifications found. Rows are added and never changed: nobody's role may, and triggers refuse it to owners.
 */
export class CreateAudit1795305600100 implements MigrationInterface {
  readonly name = 'CreateAudit1795305600100';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(TABLES);
    for (const table of tables) {
      await queryRunner.query(`
        CREATE TRIGGER refuse_changes BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
          FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_changes();
        ALTER TABLE ${table} ENABLE ALWAYS TRIGGER refuse_changes;
      `);
    }
    await guard(queryRunner);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE ${tables.join(', ')}`);
    await queryRunner.query('DROP FUNCTION refuse_audit_changes()');
  }
}

const tables = ['audit_event', 'audit_event_seal', 'audit_event_head', 'audit_event_child', 'audit_event_verification'];

const TABLES = `
  CREATE TABLE audit_event (
    la_code text NOT NULL,
    id text NOT NULL,
    at timestamptz NOT NULL,
    kind text NOT NULL,
    outcome text NOT NULL,
    subject text,
    role text,
    organisation text,
    purpose text NOT NULL,
    operation text,
    document_hash text,
    opened_ids text[] NOT NULL,
    changed_ids text[] NOT NULL,
    listed_ids text[] NOT NULL,
    lists json NOT NULL,
    changes json NOT NULL,
    code text,
    request_id text NOT NULL,
    client text NOT NULL,
    inspection_id text,
    break_glass_id text,
    key_id text NOT NULL,
    mac text NOT NULL,
    transaction bigint NOT NULL,
    CONSTRAINT pk_audit_event PRIMARY KEY (la_code, id)
  );
  CREATE INDEX ix_audit_event_la_code_at ON audit_event (la_code, at, id);
  CREATE INDEX ix_audit_event_la_code_subject_at ON audit_event (la_code, subject, at, id);
  CREATE INDEX ix_audit_event_inspection_id ON audit_event (inspection_id, at, id);
  CREATE INDEX ix_audit_event_transaction ON audit_event (transaction);

  CREATE TABLE audit_event_seal (
    la_code text NOT NULL,
    sequence bigint NOT NULL,
    event_id text NOT NULL,
    hash text NOT NULL,
    CONSTRAINT pk_audit_event_seal PRIMARY KEY (la_code, sequence),
    CONSTRAINT uq_audit_event_seal_event UNIQUE (la_code, event_id)
  );

  CREATE TABLE audit_event_head (
    la_code text NOT NULL,
    sequence bigint NOT NULL,
    hash text NOT NULL,
    at timestamptz NOT NULL,
    key_id text NOT NULL,
    signature text NOT NULL,
    CONSTRAINT pk_audit_event_head PRIMARY KEY (la_code, sequence)
  );

  CREATE TABLE audit_event_child (
    la_code text NOT NULL,
    child_id text NOT NULL,
    at timestamptz NOT NULL,
    event_id text NOT NULL,
    how text NOT NULL,
    subject text,
    role text,
    organisation text,
    purpose text NOT NULL,
    operation text,
    CONSTRAINT pk_audit_event_child PRIMARY KEY (la_code, child_id, at, event_id)
  );
  CREATE INDEX ix_audit_event_child_event_id ON audit_event_child (la_code, event_id);

  CREATE TABLE audit_event_verification (
    la_code text NOT NULL,
    at timestamptz NOT NULL,
    is_intact boolean NOT NULL,
    sequence bigint NOT NULL,
    findings json NOT NULL,
    CONSTRAINT pk_audit_event_verification PRIMARY KEY (la_code, at)
  );

  CREATE FUNCTION refuse_audit_changes() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'What the audit holds is never changed or removed.' USING ERRCODE = 'insufficient_privilege';
  END $$;
`;

/** The platform adds and reads. A manager reads of children who are not restricted to others; inspectors their own log. */
async function guard(queryRunner: QueryRunner): Promise<void> {
  const isManagers = `la_code = (SELECT sec.la()) AND (SELECT sec.viewer_role()) = 'la-manager'`;
  const isUnderInspection = `la_code = ANY ((SELECT sec.las())::text[])`;
  const hidden = '((SELECT sec.hidden())::text[])';
  const named = '((SELECT sec.named())::text[])';
  const service = { audience: 'service', access: 'append-read', condition: 'true' } as const;
  const manager = (condition: string) =>
    ({ audience: 'la', access: 'read', condition: `${isManagers}${condition}` }) as const;
  const noHidden = `NOT opened_ids && ${hidden} AND NOT changed_ids && ${hidden}`;
  await guardBy(queryRunner, 'audit_event', [
    service,
    manager(` AND ${noHidden}`),
    {
      audience: 'inspector',
      access: 'read',
      condition: `${isUnderInspection} AND inspection_id IS NOT NULL AND opened_ids <@ ${named} AND changed_ids <@ ${named}`,
    },
  ]);
  await guardBy(queryRunner, 'audit_event_seal', [
    service,
    manager(''),
    { audience: 'inspector', access: 'read', condition: isUnderInspection },
  ]);
  await guardBy(queryRunner, 'audit_event_head', [service, manager('')]);
  await guardBy(queryRunner, 'audit_event_verification', [service, manager('')]);
  await guardBy(queryRunner, 'audit_event_child', [
    service,
    manager(` AND child_id <> ALL ${hidden}`),
    {
      audience: 'named',
      access: 'read',
      condition: `${isUnderInspection} AND (SELECT sec.viewer_role()) = 'la-iro' AND child_id = ANY ${named}`,
    },
  ]);
}
