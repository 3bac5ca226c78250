import {
  allowChange,
  guardBy,
  inRelation,
  namedToViewer,
  notHidden,
  ofOwnAuthority,
  viewerIs,
} from '@mainstay/subgraph-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['restriction', 'restriction_person'] as const;
const STAFF = ['la-analyst', 'la-commissioner', 'la-manager', 'la-iro'] as const;

/**
 * Creates `restriction` and `restriction_person`: which records are kept to whom. Nothing of them is deleted.
 *
 * They are the authority's alone, and of a record restricted to others they do not exist either. The platform itself
 * reads them to say what exists for whom.
 */
export class CreateRestriction1795305600120 implements MigrationInterface {
  readonly name = 'CreateRestriction1795305600120';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(tables);
    for (const table of TABLES) {
      await guardBy(queryRunner, table, [
        { audience: 'la', access: 'read', condition: `${ofOwnAuthority} AND ${notHidden} AND ${viewerIs(...STAFF)}` },
        {
          audience: 'named',
          access: 'read',
          condition: `${inRelation} AND ${namedToViewer} AND ${viewerIs(...STAFF)}`,
        },
        { audience: 'service', access: 'read', condition: 'true' },
      ]);
      const byManagers = `${ofOwnAuthority} AND ${notHidden} AND ${viewerIs('la-manager')}`;
      await allowChange(queryRunner, { table, audience: 'la', condition: byManagers });
      const columns = table === 'restriction' ? ['lifted_at', 'lifted_by'] : ['ended_at', 'ended_by'];
      await allowChange(queryRunner, { table, audience: 'la', columns, condition: byManagers });
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE restriction_person, restriction');
  }
}

const tables = `
  CREATE TABLE restriction (
    la_code text NOT NULL,
    id text NOT NULL,
    child_id text NOT NULL,
    reason text NOT NULL,
    placed_at timestamptz NOT NULL,
    placed_by text NOT NULL,
    lifted_at timestamptz,
    lifted_by text,
    CONSTRAINT pk_restriction PRIMARY KEY (la_code, id),
    CONSTRAINT ck_restriction_child CHECK (starts_with(child_id, la_code || '.')),
    CONSTRAINT ck_restriction_lifted CHECK ((lifted_at IS NULL) = (lifted_by IS NULL))
  );
  CREATE UNIQUE INDEX uq_restriction_in_force ON restriction (la_code, child_id) WHERE lifted_at IS NULL;
  CREATE TABLE restriction_person (
    la_code text NOT NULL,
    restriction_id text NOT NULL,
    id text NOT NULL,
    child_id text NOT NULL,
    person_id text NOT NULL,
    named_at timestamptz NOT NULL,
    named_by text NOT NULL,
    ended_at timestamptz,
    ended_by text,
    CONSTRAINT pk_restriction_person PRIMARY KEY (la_code, restriction_id, id),
    CONSTRAINT ck_restriction_person_ended CHECK ((ended_at IS NULL) = (ended_by IS NULL)),
    CONSTRAINT fk_restriction_person_restriction FOREIGN KEY (la_code, restriction_id)
      REFERENCES restriction (la_code, id)
  );
  CREATE UNIQUE INDEX uq_restriction_person_named ON restriction_person (la_code, restriction_id, person_id)
    WHERE ended_at IS NULL;
`;
