import { guardBy } from '@mainstay/subgraph-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { openToManagers } from './guards.ts';

/**
 * Adds when a contract takes children under section 31 (existing ones when proceedings end, as the draft contract has it),
 * why an allocation ended, why more children were allocated than agreed, and `allocation_grounds`: what was heard and judged
 * before. Who reads an allocation reads its grounds, machines apart.
 */
export class AddAllocationRules1795305600110 implements MigrationInterface {
  readonly name = 'AddAllocationRules1795305600110';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(TABLES);
    const roles: { audience: string; name: string }[] = await queryRunner.query(
      'SELECT audience, name FROM sec.role_name',
    );
    const la = roles.find(({ audience }) => audience === 'la');
    await queryRunner.query(`GRANT UPDATE (end_code) ON allocation TO "${la?.name}"`);
    const ofOneSeen = `EXISTS (SELECT FROM allocation WHERE allocation.la_code = allocation_grounds.la_code
                                 AND allocation.id = allocation_grounds.id)`;
    await guardBy(queryRunner, 'allocation_grounds', [
      { audience: 'la', access: 'read', condition: `(SELECT sec.viewer_role()) <> 'integrator' AND ${ofOneSeen}` },
      { audience: 'practice', access: 'read', condition: ofOneSeen },
      { audience: 'inspector', access: 'read', condition: ofOneSeen },
      { audience: 'named', access: 'read', condition: `(SELECT sec.viewer_role()) <> 'integrator' AND ${ofOneSeen}` },
      { audience: 'service', access: 'write', condition: 'true' },
    ]);
    await openToManagers(queryRunner, 'allocation_grounds', { roles: ['la-commissioner', 'la-manager'], insert: true });
  }

  async down(): Promise<void> {
    throw new Error('What was heard and judged before allocations would be lost.');
  }
}

const TABLES = `
  ALTER TABLE contract
    ADD COLUMN allocates_at text NOT NULL DEFAULT 'PROCEEDINGS_END',
    ADD CONSTRAINT ck_contract_allocates_at CHECK (allocates_at IN ('INTERIM_ORDER', 'PROCEEDINGS_END'));
  ALTER TABLE allocation
    ADD COLUMN end_code text,
    ADD CONSTRAINT ck_allocation_end_code CHECK (end_code IN ('TWENTY_FIRST_BIRTHDAY', 'CARE_ORDER_REVOKED',
      'YEAR_AFTER_LEAVING', 'TAKEN_BACK', 'OTHER_PRACTICE', 'CONTRACT_ENDS', 'DIED'));
  ALTER TABLE allocation_request ADD COLUMN more_than_agreed_because text;
  CREATE TABLE allocation_grounds (
    la_code text NOT NULL,
    id text NOT NULL,
    child_said text,
    child_not_known_because text,
    parents_said text,
    parents_not_known_because text,
    judgement text,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    recorded_by text NOT NULL,
    CONSTRAINT pk_allocation_grounds PRIMARY KEY (la_code, id),
    CONSTRAINT fk_allocation_grounds_allocation FOREIGN KEY (la_code, id) REFERENCES allocation (la_code, id),
    CONSTRAINT ck_allocation_grounds_child CHECK ((child_said IS NULL) <> (child_not_known_because IS NULL)),
    CONSTRAINT ck_allocation_grounds_parents CHECK ((parents_said IS NULL) <> (parents_not_known_because IS NULL))
  );
`;
