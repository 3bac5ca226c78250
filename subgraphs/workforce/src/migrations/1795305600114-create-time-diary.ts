import { allowChange, guardBy, ofOwnAuthority, viewerIs } from '@mainstay/subgraph-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { staffRecordColumnsSql, staffRecordConstraintsSql, staffRecordIndexesSql } from './staff-record-access.ts';

const SERVED = 'la_code = ANY ((SELECT sec.las())::text[])';
const OF_OWN_PRACTICE = `employer_kind = 'practice' AND employer_id = (SELECT sec.practice())`;
const OWN_DAYS = 'recorded_by = (SELECT sec.subject())';

/**
 * Creates `time_diary`: how workers spent their days. Each reads and enters their own and nobody another's, managers and the
 * platform itself included; figures are made of them as they are of staff.
 */
export class CreateTimeDiary1795305600114 implements MigrationInterface {
  readonly name = 'CreateTimeDiary1795305600114';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE time_diary (
        ${staffRecordColumnsSql},
        spent_on date NOT NULL,
        with_children integer NOT NULL,
        with_families integer NOT NULL,
        forms_and_reports integer NOT NULL,
        meetings_and_court integer NOT NULL,
        travel integer NOT NULL,
        supervision_and_learning integer NOT NULL,
        other integer NOT NULL,
        ${staffRecordConstraintsSql('time_diary')},
        CONSTRAINT ck_time_diary_minutes CHECK (least(with_children, with_families, forms_and_reports,
          meetings_and_court, travel, supervision_and_learning, other) >= 0
          AND with_children + with_families + forms_and_reports + meetings_and_court + travel + supervision_and_learning
          + other BETWEEN 1 AND 1440)
      );
      ${staffRecordIndexesSql('time_diary')}
      CREATE UNIQUE INDEX uq_time_diary_day ON time_diary (la_code, recorded_by, spent_on)
        WHERE superseded_at IS NULL AND NOT is_withdrawn;
    `);
    const la = `${ofOwnAuthority} AND employer_kind = 'local-authority' AND ${OWN_DAYS}`;
    const practice = `${OF_OWN_PRACTICE} AND ${OWN_DAYS}`;
    await guardBy(queryRunner, 'time_diary', [
      { audience: 'la', access: 'read', condition: la },
      { audience: 'practice', access: 'read', condition: practice },
      // They may ask, and are shown none.
      { audience: 'inspector', access: 'read', condition: 'false' },
      { audience: 'named', access: 'read', condition: 'false' },
      { audience: 'figures', access: 'read', condition: `(${SERVED} OR ${OF_OWN_PRACTICE})` },
    ]);
    const writers = {
      la: `${la} AND ${viewerIs('la-worker', 'la-manager')}`,
      practice: `${practice} AND ${SERVED} AND ${viewerIs('swp-worker', 'swp-manager')}`,
    };
    for (const [audience, condition] of Object.entries(writers) as ['la' | 'practice', string][]) {
      await allowChange(queryRunner, { table: 'time_diary', audience, condition });
      await allowChange(queryRunner, { table: 'time_diary', audience, columns: ['superseded_at'], condition });
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE time_diary');
  }
}
