import { createOutbox, guardTable } from '@mainstay/subgraph-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Creates `allocation`, `allocation_request` and the outbox.
 *
 * Three triggers: an allocation takes practice and last day from its contract; a contract whose end changes takes its
 * allocations along; and every allocation made or changed is told in the outbox by the same transaction, whoever made it.
 */
export class CreateAllocationAndOutbox1795305600002 implements MigrationInterface {
  readonly name = 'CreateAllocationAndOutbox1795305600002';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('CREATE EXTENSION IF NOT EXISTS btree_gist');
    await createOutbox(queryRunner);
    await queryRunner.query(TABLES);
    await queryRunner.query(TRIGGERS);
    await guardTable(queryRunner, {
      table: 'allocation',
      la: 'write',
      practice: `practice_id = (SELECT sec.practice()) AND started_on <= (SELECT sec.today())
               AND access_until >= (SELECT sec.today())`,
      inspector: 'read',
      service: 'write',
    });
    await guardTable(queryRunner, { table: 'allocation_request', la: 'write' });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TRIGGER move_allocations ON contract');
    await queryRunner.query('DROP TABLE allocation_request, allocation, outbox');
    await queryRunner.query('DROP FUNCTION take_from_contract(), move_allocations(), tell_allocations()');
  }
}

const TABLES = `
  CREATE TABLE allocation (
    la_code text NOT NULL,
    id text NOT NULL,
    child_id text NOT NULL,
    contract_id text NOT NULL,
    practice_id text NOT NULL,
    started_on date NOT NULL,
    ended_on date,
    access_until date NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    recorded_by text,
    CONSTRAINT pk_allocation PRIMARY KEY (la_code, id),
    CONSTRAINT fk_allocation_contract FOREIGN KEY (la_code, contract_id) REFERENCES contract (la_code, id),
    CONSTRAINT ck_allocation_child CHECK (starts_with(child_id, la_code || '.')),
    CONSTRAINT ck_allocation_dates CHECK (access_until >= started_on),
    CONSTRAINT ex_allocation_one_per_child
      EXCLUDE USING gist (la_code WITH =, child_id WITH =, daterange(started_on, access_until, '[]') WITH &&)
  );
  CREATE INDEX ix_allocation_la_code_child_id ON allocation (la_code, child_id);
  CREATE INDEX ix_allocation_la_code_contract_id ON allocation (la_code, contract_id);
  CREATE INDEX ix_allocation_practice_id ON allocation (practice_id);
  CREATE TABLE allocation_request (
    la_code text NOT NULL,
    idempotency_key text NOT NULL,
    request_hash text NOT NULL,
    allocation_ids text[] NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    recorded_by text NOT NULL,
    CONSTRAINT pk_allocation_request PRIMARY KEY (la_code, idempotency_key)
  );
`;

const TRIGGERS = `
  -- As the owner, because an authority reads its contracts but locks none: an allocation made while the contract's end is
  -- being changed waits, and takes the end as changed.
  CREATE FUNCTION take_from_contract() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    SELECT contract.practice_id, least(coalesce(NEW.ended_on, 'infinity'), coalesce(contract.ends_on, 'infinity'))
      INTO NEW.practice_id, NEW.access_until
      FROM contract WHERE contract.la_code = NEW.la_code AND contract.id = NEW.contract_id
       FOR SHARE;
    RETURN NEW;
  END $$;
  CREATE TRIGGER take_from_contract BEFORE INSERT OR UPDATE ON allocation
    FOR EACH ROW EXECUTE FUNCTION take_from_contract();

  CREATE FUNCTION move_allocations() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    -- The trigger of allocation does the rest.
    UPDATE allocation SET ended_on = ended_on WHERE la_code = NEW.la_code AND contract_id = NEW.id;
    RETURN NULL;
  END $$;
  CREATE TRIGGER move_allocations AFTER UPDATE OF ends_on ON contract
    FOR EACH ROW WHEN (NEW.ends_on IS DISTINCT FROM OLD.ends_on) EXECUTE FUNCTION move_allocations();

  CREATE FUNCTION tell_allocations() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO outbox (topic, payload)
    SELECT 'allocation', jsonb_build_object(
             'id', id, 'laCode', la_code, 'childId', child_id, 'practiceId', practice_id, 'contractId', contract_id,
             'startedOn', started_on, 'endedOn', nullif(access_until, 'infinity'))
      FROM changed ORDER BY la_code, child_id, started_on;
    RETURN NULL;
  END $$;
  CREATE TRIGGER tell_new_allocations AFTER INSERT ON allocation REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION tell_allocations();
  CREATE TRIGGER tell_changed_allocations AFTER UPDATE ON allocation REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION tell_allocations();
`;
