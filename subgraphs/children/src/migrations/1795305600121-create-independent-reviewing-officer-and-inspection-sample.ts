import {
  allowChange,
  guardBy,
  guardTable,
  inRelation,
  namedToViewer,
  notHidden,
  ofOwnAuthority,
  viewerIs,
} from '@mainstay/subgraph-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Creates `independent_reviewing_officer` and `inspection_sample`: who reviews which child, and which records inspectors
 * may open. Nothing of them is deleted.
 */
export class CreateIndependentReviewingOfficer1795305600121 implements MigrationInterface {
  readonly name = 'CreateIndependentReviewingOfficer1795305600121';

  async up(queryRunner: QueryRunner): Promise<void> {
    // Equality of texts and overlap of days in one constraint.
    await queryRunner.query('CREATE EXTENSION IF NOT EXISTS btree_gist');
    await queryRunner.query(tables);
    await guardOfficers(queryRunner);
    await guardSamples(queryRunner);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE inspection_sample, independent_reviewing_officer');
  }
}

async function guardOfficers(queryRunner: QueryRunner): Promise<void> {
  const table = 'independent_reviewing_officer';
  await guardTable(queryRunner, {
    table,
    child: 'child_id',
    la: 'read',
    // Row-level security of `child` says whether it is with the practice.
    practice: `EXISTS (SELECT FROM child WHERE child.la_code = ${table}.la_code AND child.id = ${table}.child_id)`,
    inspector: 'false',
    service: 'read',
  });
  const condition = `${ofOwnAuthority} AND ${notHidden} AND ${viewerIs('la-manager')}`;
  await allowChange(queryRunner, { table, audience: 'la', condition });
  await allowChange(queryRunner, { table, audience: 'la', columns: ['ended_on', 'superseded_at'], condition });
}

async function guardSamples(queryRunner: QueryRunner): Promise<void> {
  const table = 'inspection_sample';
  const ofAuthority = `${ofOwnAuthority} AND ${notHidden}`;
  await guardBy(queryRunner, table, [
    {
      audience: 'la',
      access: 'read',
      condition: `${ofAuthority} AND ${viewerIs('la-analyst', 'la-commissioner', 'la-manager')}`,
    },
    { audience: 'inspector', access: 'read', condition: `${inRelation} AND ${namedToViewer}` },
    { audience: 'service', access: 'read', condition: 'true' },
  ]);
  const condition = `${ofAuthority} AND ${viewerIs('la-analyst', 'la-manager')}`;
  await allowChange(queryRunner, { table, audience: 'la', condition });
  await allowChange(queryRunner, { table, audience: 'la', columns: ['removed_at', 'removed_by'], condition });
}

const tables = `
  CREATE TABLE independent_reviewing_officer (
    la_code text NOT NULL,
    child_id text NOT NULL,
    id text NOT NULL,
    officer_id text NOT NULL,
    started_on date NOT NULL,
    ended_on date,
    appointed_by text NOT NULL,
    appointed_at timestamptz NOT NULL,
    superseded_at timestamptz,
    CONSTRAINT pk_independent_reviewing_officer PRIMARY KEY (la_code, child_id, id),
    CONSTRAINT ck_independent_reviewing_officer_child CHECK (starts_with(child_id, la_code || '.')),
    CONSTRAINT ck_independent_reviewing_officer_dates CHECK (ended_on >= started_on),
    CONSTRAINT ex_independent_reviewing_officer_one_per_child
      EXCLUDE USING gist (la_code WITH =, child_id WITH =, daterange(started_on, ended_on, '[]') WITH &&)
      WHERE (superseded_at IS NULL)
  );
  CREATE INDEX ix_independent_reviewing_officer_officer ON independent_reviewing_officer (la_code, officer_id);
  CREATE TABLE inspection_sample (
    la_code text NOT NULL,
    inspection_id text NOT NULL,
    id text NOT NULL,
    child_id text NOT NULL,
    sampled_at timestamptz NOT NULL,
    sampled_by text NOT NULL,
    removed_at timestamptz,
    removed_by text,
    CONSTRAINT pk_inspection_sample PRIMARY KEY (la_code, inspection_id, id),
    CONSTRAINT ck_inspection_sample_authority
      CHECK (starts_with(child_id, la_code || '.') AND starts_with(inspection_id, la_code || '.')),
    CONSTRAINT ck_inspection_sample_removed CHECK ((removed_at IS NULL) = (removed_by IS NULL))
  );
  CREATE UNIQUE INDEX uq_inspection_sample_in_force ON inspection_sample (la_code, inspection_id, child_id)
    WHERE removed_at IS NULL;
`;
