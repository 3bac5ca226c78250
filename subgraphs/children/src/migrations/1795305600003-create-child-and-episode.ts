import type { MigrationInterface, QueryRunner } from 'typeorm';
import { accessColumnsSql, guardChildTable } from './child-tables.ts';

/**
 * Creates `child` and `episode`.
 *
 * An episode refers to its child without a foreign key: what was known of a child stays on record after a corrected
 * return no longer names the child.
 */
export class CreateChild1795305600003 implements MigrationInterface {
  readonly name = 'CreateChild1795305600003';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE child (
        la_code text NOT NULL,
        id text NOT NULL,
        local_id text NOT NULL,
        date_of_birth date NOT NULL,
        sex text NOT NULL,
        ethnicity text NOT NULL,
        upn text,
        is_uasc boolean NOT NULL,
        recorded_at timestamptz NOT NULL,
        ${accessColumnsSql},
        CONSTRAINT pk_child PRIMARY KEY (la_code, id),
        CONSTRAINT uq_child_local_id UNIQUE (la_code, local_id)
      );
      CREATE INDEX ix_child_practice ON child (la_code, access_practice_id);
      CREATE TABLE episode (
        la_code text NOT NULL,
        child_id text NOT NULL,
        id text NOT NULL,
        started_on date NOT NULL,
        ended_on date,
        reason_started text NOT NULL,
        reason_ended text,
        legal_status text NOT NULL,
        category_of_need text NOT NULL,
        placement_type text NOT NULL,
        placement_provider text,
        reason_placement_changed text,
        home_postcode text,
        placement_postcode text,
        urn text,
        collection_year integer NOT NULL,
        is_end_inferred boolean NOT NULL,
        recorded_at timestamptz NOT NULL,
        superseded_at timestamptz,
        ${accessColumnsSql},
        CONSTRAINT pk_episode PRIMARY KEY (la_code, child_id, id, recorded_at),
        CONSTRAINT ck_episode_ends_after_start CHECK (ended_on >= started_on),
        CONSTRAINT ck_episode_superseded_after_recorded CHECK (superseded_at >= recorded_at)
      );
    `);
    await guardChildTable(queryRunner, 'child');
    await guardChildTable(queryRunner, 'episode');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE episode, child');
  }
}
