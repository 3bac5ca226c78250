import { guardBy } from '@mainstay/subgraph-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { LAS, openToManagers } from './guards.ts';

/**
 * Creates `inspection`. Inspectors read, of the authority they inspect, the inspections that name them, while they are
 * open. Machines read none, nor do practices.
 */
export class CreateInspection1795305600102 implements MigrationInterface {
  readonly name = 'CreateInspection1795305600102';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE inspection (
        la_code text NOT NULL,
        id text NOT NULL,
        kind text NOT NULL,
        from_day date NOT NULL,
        to_day date NOT NULL,
        inspector_ids text[] NOT NULL,
        opened_at timestamptz NOT NULL,
        opened_by text NOT NULL,
        closed_at timestamptz,
        closed_by text,
        CONSTRAINT pk_inspection PRIMARY KEY (la_code, id),
        CONSTRAINT fk_inspection_local_authority FOREIGN KEY (la_code) REFERENCES local_authority (la_code),
        CONSTRAINT ck_inspection_id CHECK (starts_with(id, la_code || '.')),
        CONSTRAINT ck_inspection_days CHECK (to_day >= from_day AND to_day - from_day < 84),
        CONSTRAINT ck_inspection_inspectors CHECK (cardinality(inspector_ids) BETWEEN 1 AND 20),
        CONSTRAINT ck_inspection_closed CHECK ((closed_at IS NULL) = (closed_by IS NULL))
      )`);
    const ofStaff = `(SELECT sec.viewer_role()) <> 'integrator'`;
    const isTheirs = `(SELECT sec.subject()) = ANY (inspector_ids) AND closed_at IS NULL AND from_day <= (SELECT sec.today()) 
      AND to_day >= (SELECT sec.today())`;
    await guardBy(queryRunner, 'inspection', [
      { audience: 'la', access: 'read', condition: `la_code = (SELECT sec.la()) AND ${ofStaff}` },
      // They may ask, and are shown none.
      { audience: 'practice', access: 'read', condition: 'false' },
      { audience: 'inspector', access: 'read', condition: `la_code = ANY (${LAS}) AND ${isTheirs}` },
      { audience: 'named', access: 'read', condition: `la_code = ANY (${LAS}) AND (SELECT sec.practice()) IS NULL` },
      { audience: 'service', access: 'write', condition: 'true' },
    ]);
    await openToManagers(queryRunner, 'inspection', {
      roles: ['la-manager'],
      insert: true,
      update: ['closed_at', 'closed_by'],
    });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE inspection');
  }
}
