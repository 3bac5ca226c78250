import { allowChange, guardTable, notHidden, ofOwnAuthority, viewerIs } from '@mainstay/subgraph-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Creates `child_name`. Names are no part of a return, and an earlier name stays on record. */
export class CreateChildName1795305600123 implements MigrationInterface {
  readonly name = 'CreateChildName1795305600123';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE child_name (
        la_code text NOT NULL,
        child_id text NOT NULL,
        id text NOT NULL,
        given_names text NOT NULL,
        family_name text NOT NULL,
        recorded_by text NOT NULL,
        recorded_at timestamptz NOT NULL,
        superseded_at timestamptz,
        CONSTRAINT pk_child_name PRIMARY KEY (la_code, child_id, id),
        CONSTRAINT ck_child_name_child CHECK (starts_with(child_id, la_code || '.')),
        CONSTRAINT ck_child_name_superseded_after_recorded CHECK (superseded_at >= recorded_at)
      );
      CREATE UNIQUE INDEX uq_child_name_present ON child_name (la_code, child_id) WHERE superseded_at IS NULL;
    `);
    await guardTable(queryRunner, {
      table: 'child_name',
      child: 'child_id',
      la: 'read',
      // Row-level security of `child` says whether it is with the practice.
      practice: `EXISTS (SELECT FROM child WHERE child.la_code = child_name.la_code AND child.id = child_name.child_id
        AND 'CARE_PLANNING' = ANY (child.access_functions))`,
      inspector: 'false',
      service: 'read',
    });
    const condition = `${ofOwnAuthority} AND ${notHidden} AND ${viewerIs('la-analyst', 'la-manager')}`;
    await allowChange(queryRunner, { table: 'child_name', audience: 'la', condition });
    await allowChange(queryRunner, { table: 'child_name', audience: 'la', columns: ['superseded_at'], condition });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE child_name');
  }
}
