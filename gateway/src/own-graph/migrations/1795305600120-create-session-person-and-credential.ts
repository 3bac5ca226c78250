import { guardBy, guardTable } from '@mainstay/subgraph-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Creates the registers of the door: sessions and the tokens they went by, the people who were here, machines'
 * credentials. Tokens, secrets and what people are matched by are kept as hashes, where the platform alone reads them.
 */
export class CreateSessionPersonAndCredential1795305600120 implements MigrationInterface {
  readonly name = 'CreateSessionPersonAndCredential1795305600120';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(TABLES);
    for (const table of ['session', 'session_token', 'person_match']) {
      await guardTable(queryRunner, { table, service: 'write' });
    }
    const inRelation = 'la_code = ANY ((SELECT sec.las())::text[])';
    await guardBy(queryRunner, 'person', [
      { audience: 'la', access: 'read', condition: 'la_code = (SELECT sec.la())' },
      { audience: 'named', access: 'read', condition: inRelation },
      { audience: 'inspector', access: 'read', condition: inRelation },
      { audience: 'practice', access: 'read', condition: `${inRelation} OR practice_id = (SELECT sec.practice())` },
      { audience: 'service', access: 'write', condition: 'true' },
    ]);
    const managers = "la_code = (SELECT sec.la()) AND (SELECT sec.viewer_role()) = 'la-manager'";
    await guardBy(queryRunner, 'credential', [
      { audience: 'la', access: 'write', condition: managers },
      { audience: 'service', access: 'write', condition: 'true' },
    ]);
    await guardBy(queryRunner, 'credential_secret', [
      { audience: 'la', access: 'append', condition: managers },
      { audience: 'service', access: 'write', condition: 'true' },
    ]);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE session_token, session, person, person_match, credential_secret, credential');
  }
}

const TABLES = `
  CREATE TABLE session (
    id text NOT NULL,
    subject text NOT NULL,
    claims jsonb NOT NULL,
    signed_in_at timestamptz NOT NULL,
    seen_at timestamptz NOT NULL,
    ended_at timestamptz,
    CONSTRAINT pk_session PRIMARY KEY (id)
  );
  CREATE INDEX ix_session_subject ON session (subject);
  CREATE INDEX ix_session_signed_in_at ON session (signed_in_at);
  CREATE TABLE session_token (
    token_hash text NOT NULL,
    session_id text NOT NULL,
    issued_at timestamptz NOT NULL,
    replaced_at timestamptz,
    CONSTRAINT pk_session_token PRIMARY KEY (token_hash),
    CONSTRAINT fk_session_token_session FOREIGN KEY (session_id) REFERENCES session (id) ON DELETE CASCADE
  );
  CREATE INDEX ix_session_token_session_id ON session_token (session_id);

  CREATE TABLE person (
    la_code text NOT NULL,
    id text NOT NULL,
    role text NOT NULL,
    name text,
    practice_id text,
    worker_id text,
    first_seen_at timestamptz NOT NULL,
    last_seen_at timestamptz NOT NULL,
    CONSTRAINT pk_person PRIMARY KEY (la_code, id)
  );
  CREATE INDEX ix_person_id ON person (id);
  CREATE TABLE person_match (
    person_id text NOT NULL,
    family_name_code text,
    postcode_code text,
    CONSTRAINT pk_person_match PRIMARY KEY (person_id)
  );

  CREATE TABLE credential (
    la_code text NOT NULL,
    id text NOT NULL,
    name text NOT NULL,
    purpose text NOT NULL,
    scopes text[] NOT NULL,
    expires_on date NOT NULL,
    created_at timestamptz NOT NULL,
    created_by text NOT NULL,
    revoked_at timestamptz,
    revoked_by text,
    last_used_at timestamptz,
    CONSTRAINT pk_credential PRIMARY KEY (la_code, id),
    CONSTRAINT uq_credential_id UNIQUE (id)
  );
  CREATE TABLE credential_secret (
    la_code text NOT NULL,
    credential_id text NOT NULL,
    secret_hash text NOT NULL,
    CONSTRAINT pk_credential_secret PRIMARY KEY (la_code, credential_id)
  );
`;
