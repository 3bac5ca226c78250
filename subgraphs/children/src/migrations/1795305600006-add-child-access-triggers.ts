import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tablesOfChildren } from './child-tables.ts';

/**
 * Keeps `access_practice_id`, `access_from` and `access_until` of every row about a child equal to the child's
 * allocation: when allocations change, and when rows are added.
 *
 * The allocation that counts is the latest that has begun; where none has, the first that will. Triggers run once per
 * statement, as whoever runs the statement, so row-level security holds inside them too.
 */
export class KeepAccess1795305600006 implements MigrationInterface {
  readonly name = 'KeepAccess1795305600006';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(allocationOfChild);
    await queryRunner.query(keepAccessOfChildren);
    await queryRunner.query(keepAccessOfNewRows);
    await queryRunner.query(triggersOnAllocation);
    for (const table of tablesOfChildren) {
      await queryRunner.query(`
        CREATE TRIGGER tr_${table}_access AFTER INSERT ON ${table} REFERENCING NEW TABLE AS added
          FOR EACH STATEMENT EXECUTE FUNCTION keep_access_of_new_rows('${keyOf(table)}')`);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of tablesOfChildren) await queryRunner.query(`DROP TRIGGER tr_${table}_access ON ${table}`);
    await queryRunner.query(`
      DROP TRIGGER tr_allocation_added ON allocation;
      DROP TRIGGER tr_allocation_changed ON allocation;
      DROP TRIGGER tr_allocation_removed ON allocation;
      DROP FUNCTION keep_access_of_new_rows, keep_access_of_added, keep_access_of_changed, keep_access_of_removed;
      DROP FUNCTION keep_access_of_children;
      DROP FUNCTION allocation_of_child;
    `);
  }
}

function keyOf(table: (typeof tablesOfChildren)[number]): string {
  return table === 'child' ? 'id' : 'child_id';
}

const allocationOfChild = `
  CREATE FUNCTION allocation_of_child(la text, child text)
    RETURNS TABLE (practice_id text, started_on date, until date) LANGUAGE sql STABLE AS $$
    SELECT a.practice_id, a.started_on, coalesce(a.ended_on, '9999-12-31')
    FROM allocation a
    WHERE a.la_code = la AND a.child_id = child
    ORDER BY a.started_on > coalesce((SELECT sec.today()), CURRENT_DATE),
      abs(a.started_on - coalesce((SELECT sec.today()), CURRENT_DATE)), a.id
    LIMIT 1
  $$`;

const keepAccessOfChildren = `
  CREATE FUNCTION keep_access_of_children(las text[], children text[]) RETURNS void LANGUAGE plpgsql AS $$
  DECLARE
    target text;
  BEGIN
    FOREACH target IN ARRAY ARRAY[${tablesOfChildren.map((table) => `'${table}'`).join(', ')}] LOOP
      EXECUTE format(
        'UPDATE %1$I t
         SET access_practice_id = a.practice_id, access_from = a.started_on, access_until = a.until
         FROM unnest($1, $2) AS c (la_code, child_id)
         LEFT JOIN LATERAL allocation_of_child(c.la_code, c.child_id) a ON true
         WHERE t.la_code = c.la_code AND t.%2$I = c.child_id
           AND (t.access_practice_id, t.access_from, t.access_until)
             IS DISTINCT FROM (a.practice_id, a.started_on, a.until)',
        target, CASE target WHEN 'child' THEN 'id' ELSE 'child_id' END)
      USING las, children;
    END LOOP;
  END $$`;

const keepAccessOfNewRows = `
  CREATE FUNCTION keep_access_of_new_rows() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    EXECUTE format(
      'UPDATE %1$I t
       SET access_practice_id = a.practice_id, access_from = a.started_on, access_until = a.until
       FROM (SELECT DISTINCT la_code, %2$I AS child_id FROM added) c
       CROSS JOIN LATERAL allocation_of_child(c.la_code, c.child_id) a
       WHERE t.la_code = c.la_code AND t.%2$I = c.child_id
         AND (t.access_practice_id, t.access_from, t.access_until)
           IS DISTINCT FROM (a.practice_id, a.started_on, a.until)',
      TG_TABLE_NAME, TG_ARGV[0]);
    RETURN NULL;
  END $$`;

const triggersOnAllocation = `
  CREATE FUNCTION keep_access_of_added() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM keep_access_of_children(array_agg(la_code), array_agg(child_id))
    FROM (SELECT DISTINCT la_code, child_id FROM added) c;
    RETURN NULL;
  END $$;
  CREATE FUNCTION keep_access_of_changed() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM keep_access_of_children(array_agg(la_code), array_agg(child_id))
    FROM (SELECT la_code, child_id FROM added UNION SELECT la_code, child_id FROM removed) c;
    RETURN NULL;
  END $$;
  CREATE FUNCTION keep_access_of_removed() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM keep_access_of_children(array_agg(la_code), array_agg(child_id))
    FROM (SELECT DISTINCT la_code, child_id FROM removed) c;
    RETURN NULL;
  END $$;
  CREATE TRIGGER tr_allocation_added AFTER INSERT ON allocation REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION keep_access_of_added();
  CREATE TRIGGER tr_allocation_changed AFTER UPDATE ON allocation REFERENCING OLD TABLE AS removed NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION keep_access_of_changed();
  CREATE TRIGGER tr_allocation_removed AFTER DELETE ON allocation REFERENCING OLD TABLE AS removed
    FOR EACH STATEMENT EXECUTE FUNCTION keep_access_of_removed();`;
