import { guardTable } from '@mainstay/subgraph-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Creates `employment`: the posts of an authority's own staff and of its practices'. A practice reads its own. */
export class CreateEmployment1795305600001 implements MigrationInterface {
  readonly name = 'CreateEmployment1795305600001';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE employment (
        la_code text NOT NULL,
        id text NOT NULL,
        worker_id text NOT NULL,
        employer_kind text NOT NULL,
        employer_id text NOT NULL,
        role text NOT NULL,
        full_time_equivalent double precision NOT NULL,
        is_agency boolean NOT NULL,
        started_on date NOT NULL,
        ended_on date,
        recorded_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_employment PRIMARY KEY (la_code, id),
        CONSTRAINT fk_employment_worker FOREIGN KEY (la_code, worker_id) REFERENCES worker (la_code, id),
        CONSTRAINT ck_employment_id CHECK (starts_with(id, la_code || '.')),
        CONSTRAINT ck_employment_employer CHECK (
          employer_kind = 'practice' OR (employer_kind = 'local-authority' AND employer_id = la_code)),
        CONSTRAINT ck_employment_role CHECK (role IN ('SOCIAL_WORKER', 'SENIOR_SOCIAL_WORKER', 'PRACTICE_MANAGER',
          'PERSONAL_ADVISER', 'PLACEMENT_WORKER', 'ADMINISTRATOR')),
        CONSTRAINT ck_employment_full_time_equivalent CHECK (full_time_equivalent > 0 AND full_time_equivalent <= 1),
        CONSTRAINT ck_employment_dates CHECK (ended_on IS NULL OR ended_on >= started_on)
      );
      CREATE INDEX ix_employment_la_code_worker_id ON employment (la_code, worker_id);
      CREATE INDEX ix_employment_la_code_employer_id ON employment (la_code, employer_id);
      CREATE INDEX ix_employment_employer_id ON employment (employer_id);
    `);
    await guardTable(queryRunner, {
      table: 'employment',
      la: 'read',
      practice: `employer_kind = 'practice' AND employer_id = (SELECT sec.practice())`,
      inspector: 'read',
    });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE employment');
  }
}
