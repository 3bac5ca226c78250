import { guardTable } from '@mainstay/subgraph-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Creates `worker` and `registration`: an authority's record of those who work with its children. The practices with a
 * live contract with the authority read both.
 */
export class CreateWorkerAndRegistration1795305600000 implements MigrationInterface {
  readonly name = 'CreateWorkerAndRegistration1795305600000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE worker (
        la_code text NOT NULL,
        id text NOT NULL,
        name text NOT NULL,
        recorded_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_worker PRIMARY KEY (la_code, id)
      );
      CREATE TABLE registration (
        la_code text NOT NULL,
        worker_id text NOT NULL,
        status text NOT NULL,
        registered_on date NOT NULL,
        expires_on date NOT NULL,
        recorded_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_registration PRIMARY KEY (la_code, worker_id),
        CONSTRAINT fk_registration_worker FOREIGN KEY (la_code, worker_id) REFERENCES worker (la_code, id),
        CONSTRAINT ck_registration_status CHECK (status IN ('REGISTERED', 'LAPSED', 'SUSPENDED', 'REMOVED')),
        CONSTRAINT ck_registration_dates CHECK (expires_on >= registered_on)
      );
    `);
    const practice = 'la_code = ANY ((SELECT sec.las())::text[])';
    await guardTable(queryRunner, { table: 'worker', la: 'read', practice, inspector: 'read' });
    await guardTable(queryRunner, { table: 'registration', la: 'read', practice, inspector: 'read' });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE registration, worker');
  }
}
