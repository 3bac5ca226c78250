import { allowChange, guardBy, inRelation, ofOwnAuthority, viewerIs } from '@mainstay/subgraph-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { staffRecordColumnsSql, staffRecordConstraintsSql, staffRecordIndexesSql } from './staff-record-access.ts';

/**
 * Creates `transfer`: moves of staff between an authority and its practices. The authority's managers record them; managers
 * of a practice read those to it and from it. They are not changed: only once, when they are recorded.
 */
export class CreateTransfer1795305600106 implements MigrationInterface {
  readonly name = 'CreateTransfer1795305600106';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE transfer (
        ${staffRecordColumnsSql},
        to_employer_kind text NOT NULL,
        to_employer_id text NOT NULL,
        moved_on date NOT NULL,
        transfer_reason text NOT NULL,
        guarantee text NOT NULL,
        guarantee_until date,
        contract_id text,
        worker_ids text[] NOT NULL,
        ${staffRecordConstraintsSql('transfer')},
        CONSTRAINT ck_transfer_to_employer CHECK (
          to_employer_kind = 'practice' OR (to_employer_kind = 'local-authority' AND to_employer_id = la_code)),
        CONSTRAINT ck_transfer_reason CHECK (transfer_reason IN ('COMMISSIONING', 'DECOMMISSIONING', 'OTHER')),
        CONSTRAINT ck_transfer_guarantee CHECK (guarantee IN ('NONE', 'RETURN_TO_AUTHORITY', 'SAME_TERMS',
          'RETURN_AND_SAME_TERMS')),
        CONSTRAINT ck_transfer_guarantee_until CHECK ((guarantee = 'NONE') = (guarantee_until IS NULL))
      );
      ${staffRecordIndexesSql('transfer')}
      CREATE INDEX ix_transfer_to_employer_id ON transfer (to_employer_id) WHERE superseded_at IS NULL;
    `);
    const own = `((employer_kind = 'practice' AND employer_id = (SELECT sec.practice()))
      OR (to_employer_kind = 'practice' AND to_employer_id = (SELECT sec.practice())))`;
    await guardBy(queryRunner, 'transfer', [
      { audience: 'la', access: 'read', condition: ofOwnAuthority },
      { audience: 'practice', access: 'read', condition: `${own} AND ${viewerIs('swp-manager')}` },
      { audience: 'inspector', access: 'read', condition: inRelation },
      // They may ask, and are shown none.
      { audience: 'named', access: 'read', condition: 'false' },
      { audience: 'figures', access: 'read', condition: `(${inRelation} OR ${own})` },
      { audience: 'service', access: 'read', condition: 'true' },
    ]);
    await allowChange(queryRunner, {
      table: 'transfer',
      audience: 'la',
      condition: `${ofOwnAuthority} AND ${viewerIs('la-manager')} AND recorded_by = (SELECT sec.subject())`,
    });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE transfer');
  }
}
