import type { MigrationInterface, QueryRunner } from 'typeorm';
import { accessColumnsSql, guardChildTable } from './child-tables.ts';

/** Creates `social_worker_episode`, `review` and `care_leaver`: the other tables of the return, joined over the years. */
export class CreateReview1795305600005 implements MigrationInterface {
  readonly name = 'CreateReview1795305600005';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE social_worker_episode (
        la_code text NOT NULL,
        child_id text NOT NULL,
        id text NOT NULL,
        worker_id text NOT NULL,
        started_on date NOT NULL,
        ended_on date,
        reason text,
        is_end_inferred boolean NOT NULL,
        ${accessColumnsSql},
        CONSTRAINT pk_social_worker_episode PRIMARY KEY (la_code, child_id, id),
        CONSTRAINT ck_social_worker_episode_ends_after_start CHECK (ended_on >= started_on)
      );
      CREATE INDEX ix_social_worker_episode_worker ON social_worker_episode (la_code, worker_id);
      CREATE TABLE review (
        la_code text NOT NULL,
        child_id text NOT NULL,
        id text NOT NULL,
        held_on date NOT NULL,
        participation text NOT NULL,
        ${accessColumnsSql},
        CONSTRAINT pk_review PRIMARY KEY (la_code, child_id, id)
      );
      CREATE TABLE care_leaver (
        la_code text NOT NULL,
        child_id text NOT NULL,
        collection_year integer NOT NULL,
        in_touch text NOT NULL,
        activity text,
        accommodation text,
        ${accessColumnsSql},
        CONSTRAINT pk_care_leaver PRIMARY KEY (la_code, child_id, collection_year)
      );
      CREATE INDEX ix_care_leaver_year ON care_leaver (la_code, collection_year);
    `);
    await guardChildTable(queryRunner, 'social_worker_episode');
    await guardChildTable(queryRunner, 'review');
    await guardChildTable(queryRunner, 'care_leaver');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE care_leaver, review, social_worker_episode');
  }
}
