import {
  allowChange,
  type DatabaseAudience,
  guardBy,
  inRelation,
  notHidden,
  ofOwnAuthority,
  type TableRule,
  viewerIs,
} from '@mainstay/subgraph-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const OF_AUTHORITY = ['la-analyst', 'la-commissioner', 'la-manager'] as const;

/**
 * Creates `break_glass`, `break_glass_end` and `break_glass_review`. Rows are added to all three, and never changed.
 *
 * The one who breaks a glass reads its rows; the managers of the child's authority read those of children who exist for
 * them. That whoever ends a glass broke it, and that whoever reviews it did not, the tables themselves say.
 */
export class CreateBreakGlass1795305600122 implements MigrationInterface {
  readonly name = 'CreateBreakGlass1795305600122';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(tables);
    const own = { break_glass: 'broken_by', break_glass_end: 'ended_by', break_glass_review: 'broken_by' };
    for (const [table, person] of Object.entries(own)) await guardBy(queryRunner, table, readers(person));
    await allowBreaking(queryRunner);
    for (const audience of ['la', 'practice', 'named'] as const) {
      const condition = `${inRelation} AND ended_by = (SELECT sec.subject())`;
      await allowChange(queryRunner, { table: 'break_glass_end', audience, condition });
    }
    await allowChange(queryRunner, {
      table: 'break_glass_review',
      audience: 'la',
      condition: `${ofOwnAuthority} AND ${notHidden} AND ${viewerIs('la-manager')} AND reviewed_by = (SELECT sec.subject())`,
    });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE break_glass_review, break_glass_end, break_glass');
  }
}

function readers(person: string): TableRule[] {
  const own = `${person} = (SELECT sec.subject())`;
  const mine = (audience: DatabaseAudience): TableRule => ({
    audience,
    access: 'read',
    condition: `${inRelation} AND ${own}`,
  });
  const reviewed = `${viewerIs('la-manager')} AND ${notHidden}`;
  return [
    { audience: 'la', access: 'read', condition: `${ofOwnAuthority} AND (${own} OR ${reviewed})` },
    mine('practice'),
    mine('named'),
    { audience: 'service', access: 'read', condition: 'true' },
  ];
}

async function allowBreaking(queryRunner: QueryRunner): Promise<void> {
  const table = 'break_glass';
  const byViewer = 'broken_by = (SELECT sec.subject()) AND broken_by_role = (SELECT sec.viewer_role())';
  await allowChange(queryRunner, {
    table,
    audience: 'la',
    condition: `${ofOwnAuthority} AND practice_id IS NULL AND ${byViewer} AND ${viewerIs(...OF_AUTHORITY)}`,
  });
  await allowChange(queryRunner, {
    table,
    audience: 'practice',
    condition: `${inRelation} AND practice_id = (SELECT sec.practice()) AND ${byViewer}`,
  });
  await allowChange(queryRunner, {
    table,
    audience: 'named',
    condition: `${inRelation} AND practice_id IS NULL AND ${byViewer} AND ${viewerIs('la-iro')}`,
  });
}

const tables = `
  CREATE TABLE break_glass (
    la_code text NOT NULL,
    id text NOT NULL,
    child_id text NOT NULL,
    child_local_id text NOT NULL,
    reason text NOT NULL,
    broken_by text NOT NULL,
    broken_by_role text NOT NULL,
    practice_id text,
    broken_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    CONSTRAINT pk_break_glass PRIMARY KEY (la_code, id),
    CONSTRAINT uq_break_glass_parties UNIQUE (la_code, id, child_id, broken_by),
    CONSTRAINT ck_break_glass_child CHECK (starts_with(child_id, la_code || '.')),
    CONSTRAINT ck_break_glass_reason CHECK (length(btrim(reason)) >= 20),
    CONSTRAINT ck_break_glass_ends CHECK (ends_at = broken_at + '01:00:00'::interval)
  );
  CREATE INDEX ix_break_glass_broken ON break_glass (la_code, broken_at);
  CREATE TABLE break_glass_end (
    la_code text NOT NULL,
    break_glass_id text NOT NULL,
    child_id text NOT NULL,
    ended_by text NOT NULL,
    ended_at timestamptz NOT NULL,
    CONSTRAINT pk_break_glass_end PRIMARY KEY (la_code, break_glass_id),
    CONSTRAINT fk_break_glass_end_break_glass FOREIGN KEY (la_code, break_glass_id, child_id, ended_by)
      REFERENCES break_glass (la_code, id, child_id, broken_by)
  );
  CREATE TABLE break_glass_review (
    la_code text NOT NULL,
    break_glass_id text NOT NULL,
    child_id text NOT NULL,
    broken_by text NOT NULL,
    reviewed_by text NOT NULL,
    reviewed_at timestamptz NOT NULL,
    finding text NOT NULL,
    note text NOT NULL,
    CONSTRAINT pk_break_glass_review PRIMARY KEY (la_code, break_glass_id),
    CONSTRAINT ck_break_glass_review_other_person CHECK (reviewed_by <> broken_by),
    CONSTRAINT ck_break_glass_review_finding CHECK (finding IN ('JUSTIFIED', 'NOT_JUSTIFIED')),
    CONSTRAINT fk_break_glass_review_break_glass FOREIGN KEY (la_code, break_glass_id, child_id, broken_by)
      REFERENCES break_glass (la_code, id, child_id, broken_by)
  );
`;
