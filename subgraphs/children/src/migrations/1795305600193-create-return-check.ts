import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardBy, notHidden, ofOwnAuthority, type TableRule, viewerIs } from '@mainstay/subgraph-kit';

/**
 * Creates `return_check`, the last check of what is held of a year's return; `return_check_fault`, what it found, with what
 * it found before and no longer does; and `return_check_acceptance`, faults that somebody accepted, with the reason.
 *
 * The platform writes what it found. Analysts and managers of the authority read it and accept faults.
 */
export class CreateReturnCheck1795305600193 implements MigrationInterface {
  readonly name = 'CreateReturnCheck1795305600193';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(TABLES);
    const ofReturns = `${ofOwnAuthority} AND ${viewerIs('la-analyst', 'la-manager')}`;
    const platform: TableRule = { audience: 'service', access: 'write', condition: 'true' };
    await guardBy(queryRunner, 'return_check', [{ audience: 'la', access: 'read', condition: ofReturns }, platform]);
    const ofChildren = `${ofReturns} AND ${notHidden}`;
    await guardBy(queryRunner, 'return_check_fault', [
      { audience: 'la', access: 'read', condition: ofChildren },
      platform,
    ]);
    await guardBy(queryRunner, 'return_check_acceptance', [
      { audience: 'la', access: 'write', condition: ofChildren },
      platform,
    ]);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE return_check_acceptance, return_check_fault, return_check');
  }
}

const TABLES = `
  CREATE TABLE return_check (
    la_code text NOT NULL,
    collection_year integer NOT NULL,
    checked_at timestamptz NOT NULL,
    checked_by text NOT NULL,
    history_version bigint NOT NULL,
    basis jsonb NOT NULL,
    rules_not_run jsonb NOT NULL,
    CONSTRAINT pk_return_check PRIMARY KEY (la_code, collection_year)
  );
  CREATE TABLE return_check_fault (
    la_code text NOT NULL,
    collection_year integer NOT NULL,
    child_id text NOT NULL,
    child_local_id text NOT NULL,
    id text NOT NULL,
    found_at timestamptz NOT NULL,
    rule_code text NOT NULL,
    table_name text NOT NULL,
    row_hash bytea NOT NULL,
    fields text[] NOT NULL,
    what_to_do text NOT NULL,
    is_previous_year boolean NOT NULL,
    gone_at timestamptz,
    gone_by text,
    CONSTRAINT pk_return_check_fault PRIMARY KEY (la_code, collection_year, child_id, id, found_at),
    CONSTRAINT ck_return_check_fault_gone_by CHECK ((gone_at IS NULL) = (gone_by IS NULL))
  );
  CREATE UNIQUE INDEX uq_return_check_fault_present
    ON return_check_fault (la_code, collection_year, child_local_id, id) WHERE gone_at IS NULL;
  CREATE INDEX ix_return_check_fault_rule
    ON return_check_fault (la_code, collection_year, rule_code, child_local_id, id) WHERE gone_at IS NULL;
  CREATE INDEX ix_return_check_fault_gone
    ON return_check_fault (la_code, collection_year, gone_at) WHERE gone_at IS NOT NULL;
  CREATE TABLE return_check_acceptance (
    la_code text NOT NULL,
    collection_year integer NOT NULL,
    child_id text NOT NULL,
    fault_id text NOT NULL,
    accepted_at timestamptz NOT NULL,
    accepted_by text NOT NULL,
    reason text NOT NULL,
    withdrawn_at timestamptz,
    withdrawn_by text,
    CONSTRAINT pk_return_check_acceptance PRIMARY KEY (la_code, collection_year, child_id, fault_id, accepted_at),
    CONSTRAINT ck_return_check_acceptance_withdrawn_by CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL))
  );
  CREATE UNIQUE INDEX uq_return_check_acceptance_present
    ON return_check_acceptance (la_code, collection_year, fault_id) WHERE withdrawn_at IS NULL;
`;
