import { guardBy } from '@mainstay/subgraph-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Creates `misuse_signal`. The platform adds what the detectors notice; managers of the authority read and decide, but
 * for signals about themselves and about children whose records are restricted to others.
 */
export class CreateMisuseSignal1795305600140 implements MigrationInterface {
  readonly name = 'CreateMisuseSignal1795305600140';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE misuse_signal (
        la_code text NOT NULL,
        id text NOT NULL,
        detector text NOT NULL,
        subject text NOT NULL,
        child_id text,
        at timestamptz NOT NULL,
        explanation text NOT NULL,
        event_ids text[] NOT NULL,
        status text NOT NULL,
        decided_by text,
        decided_at timestamptz,
        note text,
        CONSTRAINT pk_misuse_signal PRIMARY KEY (la_code, id),
        CONSTRAINT ck_misuse_signal_status CHECK (status IN ('OPEN', 'DISMISSED', 'CONFIRMED'))
      );
      CREATE INDEX ix_misuse_signal_la_code_at ON misuse_signal (la_code, at, id);
    `);
    const isManagers = `la_code = (SELECT sec.la()) AND (SELECT sec.viewer_role()) = 'la-manager'`;
    const isAboutAnother = `subject <> (SELECT sec.subject())`;
    const isNotHidden = `(child_id IS NULL OR child_id <> ALL ((SELECT sec.hidden())::text[]))`;
    await guardBy(queryRunner, 'misuse_signal', [
      { audience: 'service', access: 'append-read', condition: 'true' },
      { audience: 'la', access: 'write', condition: `${isManagers} AND ${isAboutAnother} AND ${isNotHidden}` },
    ]);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE misuse_signal');
  }
}
