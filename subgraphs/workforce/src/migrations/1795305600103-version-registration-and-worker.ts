import { allowChange, guardBy, inRelation, ofOwnAuthority, viewerIs, type TableRule } from '@mainstay/subgraph-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const GLASS_NOT_OVER: readonly TableRule[] = [
  { audience: 'la', access: 'read', condition: ofOwnAuthority },
  { audience: 'practice', access: 'read', condition: inRelation },
  { audience: 'inspector', access: 'read', condition: inRelation },
  { audience: 'named', access: 'read', condition: inRelation },
  { audience: 'service', access: 'read', condition: 'true' },
];

/** SQL: the worker of a row is in the viewer's own practice's employment, or was. */
function ofOwnPractice(table: 'worker' | 'registration'): string {
  const id = table === 'worker' ? 'worker.id' : 'registration.worker_id';
  return `EXISTS (SELECT FROM employment WHERE employment.la_code = ${table}.la_code AND employment.worker_id = ${id}
    AND employment.employer_kind = 'practice' AND employment.employer_id = (SELECT sec.practice()))`;
}

/**
 * Makes a registration a fact with versions, that managers record, and lets them record workers and correct their names:
 * an authority's all of its records, a practice's those of its own staff.
 */
export class VersionRegistrationAndWorker1795305600103 implements MigrationInterface {
  readonly name = 'VersionRegistrationAndWorker1795305600103';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE worker
        ADD COLUMN version integer NOT NULL DEFAULT 1,
        ADD COLUMN recorded_by text NOT NULL DEFAULT 'platform',
        ADD COLUMN reason text,
        ADD COLUMN entry_key text;
      CREATE UNIQUE INDEX uq_worker_entry ON worker (la_code, recorded_by, entry_key) WHERE entry_key IS NOT NULL;

      ALTER TABLE registration
        ADD COLUMN id text NOT NULL GENERATED ALWAYS AS (la_code || '.registration-' || worker_id) STORED,
        ADD COLUMN version integer NOT NULL DEFAULT 1,
        ADD COLUMN recorded_by text NOT NULL DEFAULT 'platform',
        ADD COLUMN superseded_at timestamptz,
        ADD COLUMN reason text,
        ADD COLUMN is_withdrawn boolean NOT NULL DEFAULT false,
        ADD COLUMN entry_key text,
        ADD COLUMN status_since date;
      ALTER TABLE registration
        ALTER COLUMN id DROP EXPRESSION,
        ALTER COLUMN version DROP DEFAULT,
        ALTER COLUMN recorded_by DROP DEFAULT,
        ALTER COLUMN recorded_at DROP DEFAULT,
        ALTER COLUMN is_withdrawn DROP DEFAULT,
        DROP CONSTRAINT pk_registration,
        ADD CONSTRAINT pk_registration PRIMARY KEY (la_code, id, version),
        ADD CONSTRAINT ck_registration_id CHECK (id = la_code || '.registration-' || worker_id),
        ADD CONSTRAINT ck_registration_corrected CHECK ((version = 1) = (reason IS NULL)),
        ADD CONSTRAINT ck_registration_status_since CHECK (status_since IS NULL OR status_since >= registered_on);
      CREATE UNIQUE INDEX uq_registration_present ON registration (la_code, id) WHERE superseded_at IS NULL;
      CREATE UNIQUE INDEX uq_registration_worker ON registration (worker_id, la_code) WHERE superseded_at IS NULL;
      CREATE UNIQUE INDEX uq_registration_entry ON registration (la_code, recorded_by, entry_key)
        WHERE entry_key IS NOT NULL;
    `);
    for (const table of ['worker', 'registration']) await guardBy(queryRunner, table, GLASS_NOT_OVER);
    const inOwnName = 'recorded_by = (SELECT sec.subject())';
    const changed = {
      worker: ['name', 'version', 'recorded_by', 'recorded_at', 'reason'],
      registration: ['superseded_at'],
    } as const;
    for (const table of ['worker', 'registration'] as const) {
      const la = `${ofOwnAuthority} AND ${viewerIs('la-manager')}`;
      const served = `${inRelation} AND ${viewerIs('swp-manager')}`;
      const own = `${served} AND ${ofOwnPractice(table)}`;
      // Somebody whom a practice records is nobody's staff yet.
      const added = { la, practice: table === 'worker' ? served : own };
      for (const audience of ['la', 'practice'] as const) {
        const columns = [...changed[table]];
        await allowChange(queryRunner, { table, audience, condition: `${added[audience]} AND ${inOwnName}` });
        await allowChange(queryRunner, { table, audience, columns, condition: audience === 'la' ? la : own });
      }
    }
  }

  async down(): Promise<void> {
    throw new Error('Versions that were recorded would be lost.');
  }
}
