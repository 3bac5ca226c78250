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
    `);
  }
}

function keyOf(table: (typeof tablesOfChildren)[number]): string {
  return table === 'child' ? 'id' : 'child_id';
}

/**
 * SQL: the allocation that counts on the day $1, of each child in the relation `children`, which calls itself c. One sort for all
 * children, and the day asked for once: asking who and when it is takes a tenth of a millisecond each time.
 */
const allocationsThatCount = (children: string) => `
  SELECT DISTINCT ON (a.la_code, a.child_id) a.la_code, a.child_id, a.practice_id, a.started_on,
    coalesce(a.ended_on, ''9999-12-31'') AS until
  FROM ${children} JOIN allocation a ON a.la_code = c.la_code AND a.child_id = c.child_id
  ORDER BY a.la_code, a.child_id, a.started_on > $1, abs(a.started_on - $1), a.id`;

const keepAccessOfChildren = `
  CREATE FUNCTION keep_access_of_children(las text[], children text[]) RETURNS void LANGUAGE plpgsql AS $$
  DECLARE
    today date := coalesce(sec.today(), CURRENT_DATE);
    target text;
  BEGIN
    FOREACH target IN ARRAY ARRAY[${tablesOfChildren.map((table) => `'${table}'`).join(', ')}] LOOP
      EXECUTE format(
        'UPDATE %1$I t
         SET access_practice_id = a.practice_id, access_from = a.started_on, access_until = a.until
         FROM unnest($2, $3) AS k (la_code, child_id)
         LEFT JOIN (${allocationsThatCount('unnest($2, $3) AS c (la_code, child_id)')}) a
           ON a.la_code = k.la_code AND a.child_id = k.child_id
         WHERE t.la_code = k.la_code AND t.%2$I = k.child_id
           AND (t.access_practice_id, t.access_from, t.access_until)
             IS DISTINCT FROM (a.practice_id, a.started_on, a.until)',
        target, CASE target WHEN 'child' THEN 'id' ELSE 'child_id' END)
      USING today, las, children;
    END LOOP;
  END $$`;

const keepAccessOfNewRows = `
  CREATE FUNCTION keep_access_of_new_rows() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    EXECUTE format(
      'UPDATE %1$I t
       SET access_practice_id = a.practice_id, access_from = a.started_on, access_until = a.until
       FROM (${allocationsThatCount('(SELECT DISTINCT la_code, %2$I AS child_id FROM added) c')}) a
       WHERE t.la_code = a.la_code AND t.%2$I = a.child_id
         AND (t.access_practice_id, t.access_from, t.access_until)
           IS DISTINCT FROM (a.practice_id, a.started_on, a.until)',
      TG_TABLE_NAME, TG_ARGV[0])
    USING coalesce(sec.today(), CURRENT_DATE);
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
