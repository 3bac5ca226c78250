import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardTable } from '@mainstay/subgraph-kit';

/** Tables whose rows say what was done for a child: a row added makes the child's duties worked out anew. */
const EVIDENCE = [
  'visit',
  'review_meeting',
  'care_plan',
  'health_event',
  'leaving_care',
  'return_interview',
  'placement_arrangement',
];

/**
 * Creates `duty`: what the law says must be done for a child by when, and the version of the rule that says so; and
 * `duty_stale`: children about whom something has changed since their duties were worked out.
 */
export class CreateDuty1795305600171 implements MigrationInterface {
  readonly name = 'CreateDuty1795305600171';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(TABLES);
    await guardTable(queryRunner, {
      table: 'duty',
      child: 'child_id',
      la: 'read',
      practice: `EXISTS (SELECT FROM child WHERE child.la_code = duty.la_code AND child.id = duty.child_id
        AND duty.needs = ANY (child.access_functions))`,
      inspector: 'false',
      service: 'write',
      figures: 'la_code = ANY ((SELECT sec.las())::text[])',
    });
    await guardTable(queryRunner, {
      table: 'duty_stale',
      child: 'child_id',
      la: 'read',
      practice: `EXISTS (SELECT FROM child WHERE child.la_code = duty_stale.la_code AND child.id = duty_stale.child_id)`,
      inspector: 'false',
      service: 'write',
    });
    await queryRunner.query(MARK);
    for (const event of ['INSERT', 'UPDATE'] as const) {
      await queryRunner.query(`${markedBy('child', 'id', event)}; ${markedBy('allocation', 'child_id', event)}`);
    }
    for (const table of EVIDENCE) await queryRunner.query(markedBy(table, 'child_id', 'INSERT'));
    await queryRunner.query('INSERT INTO duty_stale (la_code, child_id) SELECT la_code, id FROM child');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of EVIDENCE) await queryRunner.query(`DROP TRIGGER tr_${table}_duty_insert ON ${table}`);
    await queryRunner.query(`
      DROP TRIGGER tr_child_duty_insert ON child;
      DROP TRIGGER tr_child_duty_update ON child;
      DROP TRIGGER tr_allocation_duty_insert ON allocation;
      DROP TRIGGER tr_allocation_duty_update ON allocation;
      DROP FUNCTION mark_duties_stale();
      DROP TABLE duty_stale;
      DROP TABLE duty`);
  }
}

const TABLES = `
  CREATE TABLE duty (
    la_code text NOT NULL,
    child_id text NOT NULL,
    id text NOT NULL,
    made_at timestamptz NOT NULL,
    superseded_at timestamptz,
    kind text NOT NULL,
    rule text NOT NULL,
    rule_version integer NOT NULL,
    since date NOT NULL,
    due_on date NOT NULL,
    met_on date,
    met_by text,
    ended_on date,
    ended_because text,
    is_first boolean NOT NULL,
    is_before_record boolean NOT NULL,
    rank integer NOT NULL,
    needs text,
    CONSTRAINT pk_duty PRIMARY KEY (la_code, child_id, id, made_at),
    CONSTRAINT ck_duty_child CHECK (starts_with(child_id, la_code || '.')),
    CONSTRAINT ck_duty_due CHECK (due_on >= since),
    CONSTRAINT ck_duty_met CHECK ((met_on IS NULL) = (met_by IS NULL) AND (met_on IS NULL OR ended_on IS NULL))
  );
  CREATE UNIQUE INDEX uq_duty_present ON duty (la_code, child_id, id) WHERE superseded_at IS NULL;
  CREATE INDEX ix_duty_open ON duty (la_code, due_on) WHERE superseded_at IS NULL AND met_on IS NULL;
  CREATE INDEX ix_duty_due ON duty (la_code, kind, due_on) WHERE superseded_at IS NULL;
  CREATE TABLE duty_stale (
    la_code text NOT NULL,
    child_id text NOT NULL,
    CONSTRAINT pk_duty_stale PRIMARY KEY (la_code, child_id)
  );`;

/** As the owner: whoever records a fact does not write what is worked out from it. */
const MARK = `
  CREATE FUNCTION mark_duties_stale() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    EXECUTE format('INSERT INTO duty_stale (la_code, child_id)
      SELECT DISTINCT la_code, %I FROM changed ORDER BY 1, 2 ON CONFLICT DO NOTHING', TG_ARGV[0]);
    RETURN NULL;
  END $$;
  REVOKE ALL ON FUNCTION mark_duties_stale() FROM PUBLIC`;

function markedBy(table: string, key: string, event: 'INSERT' | 'UPDATE'): string {
  return `CREATE TRIGGER tr_${table}_duty_${event.toLowerCase()} AFTER ${event} ON ${table}
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION mark_duties_stale('${key}')`;
}
