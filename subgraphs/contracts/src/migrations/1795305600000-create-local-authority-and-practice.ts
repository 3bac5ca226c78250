import { guardBy, openTable } from '@mainstay/subgraph-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Creates `local_authority`, public reference data that everybody signed in reads, and `practice`, which the authorities on
 * its `host_la_codes` read.
 */
export class CreateLocalAuthorityAndPractice1795305600000 implements MigrationInterface {
  readonly name = 'CreateLocalAuthorityAndPractice1795305600000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE local_authority (
        la_code text NOT NULL,
        dfe_code text NOT NULL,
        name text NOT NULL,
        kind text NOT NULL,
        region_code text NOT NULL,
        region_name text NOT NULL,
        former_codes text[] NOT NULL DEFAULT '{}',
        statistical_neighbours text[] NOT NULL DEFAULT '{}',
        CONSTRAINT pk_local_authority PRIMARY KEY (la_code),
        CONSTRAINT uq_local_authority_dfe_code UNIQUE (dfe_code)
      );
      CREATE TABLE practice (
        id text NOT NULL,
        name text NOT NULL,
        governance text NOT NULL,
        parent_organisation text,
        founded_on date NOT NULL,
        host_la_codes text[] NOT NULL DEFAULT '{}',
        CONSTRAINT pk_practice PRIMARY KEY (id),
        CONSTRAINT ck_practice_governance CHECK (governance IN ('PROFESSIONAL_PARTNERSHIP', 'SOCIAL_ENTERPRISE',
          'VOLUNTARY_ORGANISATION', 'PRIVATE_BUSINESS', 'IN_HOUSE'))
      );
    `);
    await openTable(queryRunner, 'local_authority');
    const hosts = '(SELECT sec.la()) = ANY (host_la_codes)';
    await guardBy(queryRunner, 'practice', [
      { audience: 'la', access: 'read', condition: hosts },
      { audience: 'practice', access: 'read', condition: 'id = (SELECT sec.practice())' },
      { audience: 'inspector', access: 'read', condition: hosts },
      { audience: 'service', access: 'write', condition: `(SELECT sec.audience()) = 'service'` },
    ]);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE practice, local_authority');
  }
}
