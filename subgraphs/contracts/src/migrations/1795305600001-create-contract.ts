import { guardTable } from '@mainstay/subgraph-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Creates `contract`, and the trigger that keeps `practice.host_la_codes`: the authorities a practice has a contract with,
 * live or not. A contract keeps its parties and is never deleted, so a host stays a host.
 */
export class CreateContract1795305600001 implements MigrationInterface {
  readonly name = 'CreateContract1795305600001';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE contract (
        la_code text NOT NULL,
        id text NOT NULL,
        practice_id text NOT NULL,
        starts_on date NOT NULL,
        ends_on date,
        agreed_children integer NOT NULL,
        agreed_children_tolerance integer NOT NULL,
        recorded_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_contract PRIMARY KEY (la_code, id),
        CONSTRAINT uq_contract_id UNIQUE (id),
        CONSTRAINT fk_contract_local_authority FOREIGN KEY (la_code) REFERENCES local_authority (la_code),
        CONSTRAINT fk_contract_practice FOREIGN KEY (practice_id) REFERENCES practice (id),
        CONSTRAINT ck_contract_dates CHECK (ends_on IS NULL OR ends_on >= starts_on),
        CONSTRAINT ck_contract_agreed_children CHECK (agreed_children > 0 AND agreed_children_tolerance >= 0)
      );
      CREATE INDEX ix_contract_la_code_practice_id ON contract (la_code, practice_id);
      CREATE INDEX ix_contract_practice_id ON contract (practice_id);

      CREATE FUNCTION add_practice_hosts() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        UPDATE practice SET host_la_codes = ARRAY(SELECT DISTINCT unnest(host_la_codes || added.la_codes) ORDER BY 1)
          FROM (SELECT practice_id, array_agg(la_code) AS la_codes FROM made GROUP BY practice_id) AS added
         WHERE practice.id = added.practice_id;
        RETURN NULL;
      END $$;
      CREATE TRIGGER add_hosts AFTER INSERT ON contract REFERENCING NEW TABLE AS made
        FOR EACH STATEMENT EXECUTE FUNCTION add_practice_hosts();

      CREATE FUNCTION keep_contract_parties() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'UPDATE' AND (NEW.la_code, NEW.id, NEW.practice_id) = (OLD.la_code, OLD.id, OLD.practice_id) THEN
          RETURN NEW;
        END IF;
        RAISE EXCEPTION 'A contract keeps its parties and is never deleted: end it and make another.'
          USING ERRCODE = 'integrity_constraint_violation';
      END $$;
      CREATE TRIGGER keep_parties BEFORE UPDATE OR DELETE ON contract
        FOR EACH ROW EXECUTE FUNCTION keep_contract_parties();
    `);
    await guardTable(queryRunner, {
      table: 'contract',
      la: 'read',
      practice: 'practice_id = (SELECT sec.practice())',
      inspector: 'read',
      service: 'write',
    });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE contract');
    await queryRunner.query('DROP FUNCTION add_practice_hosts(), keep_contract_parties()');
  }
}
