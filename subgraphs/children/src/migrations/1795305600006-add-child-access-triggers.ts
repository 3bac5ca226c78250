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
 * SQL: the allocations that count on the day `today`, of the children in the relation `c`, as arrays into `las` and so
 * on; every child when `join` is a LEFT JOIN. One sort for all children, and the day asked for once: asking who and when
 * it is takes a tenth of a millisecond each time.
 */
const allocationsThatCount = (children: string, join: 'JOIN' | 'LEFT JOIN') => `
    SELECT array_agg(la_code), array_agg(child_id), array_agg(practice_id), array_agg(started_on), array_agg(until)
    FROM (
      SELECT DISTINCT ON (c.la_code, c.child_id) c.la_code, c.child_id, a.practice_id, a.started_on,
        CASE WHEN a.id IS NOT NULL THEN coalesce(a.ended_on, '9999-12-31') END AS until
      FROM ${children} ${join} allocation a ON a.la_code = c.la_code AND a.child_id = c.child_id
      ORDER BY c.la_code, c.child_id, a.started_on > today, abs(a.started_on - today), a.id
    ) counting`;

const takeAccess = (table: string, key: string, [las, children, practices, begins, ends]: readonly string[]) => `
  UPDATE ${table} t SET access_practice_id = a.practice_id, access_from = a.started_on, access_until = a.until
  FROM unnest(${las}, ${children}, ${practices}, ${begins}, ${ends})
    AS a (la_code, child_id, practice_id, started_on, until)
  WHERE t.la_code = a.la_code AND t.${key} = a.child_id
    AND (t.access_practice_id, t.access_from, t.access_until) IS DISTINCT FROM (a.practice_id, a.started_on, a.until)`;

const DECLARATIONS = `
    today date := coalesce(sec.today(), CURRENT_DATE);
    of_las text[]; of_children text[]; practices text[]; begins date[]; ends date[];`;
const VARIABLES = ['of_las', 'of_children', 'practices', 'begins', 'ends'];

// A table that has just been filled for the first time has no statistics, and the planner then thinks that reading all
// of it for every child is cheap. The keys are indexed: it is always right to use them.
const BY_INDEX = 'SET enable_seqscan = off';

const keepAccessOfChildren = `
  CREATE FUNCTION keep_access_of_children(las text[], children text[]) RETURNS void LANGUAGE plpgsql ${BY_INDEX} AS $$
  DECLARE ${DECLARATIONS}
  BEGIN
    ${allocationsThatCount('unnest(las, children) AS c (la_code, child_id)', 'LEFT JOIN')}
    INTO of_las, of_children, practices, begins, ends;
    IF of_las IS NULL THEN RETURN; END IF;
    ${tablesOfChildren.map((table) => takeAccess(table, keyOf(table), VARIABLES)).join(';\n')};
  END $$`;

const keepAccessOfNewRows = `
  CREATE FUNCTION keep_access_of_new_rows() RETURNS trigger LANGUAGE plpgsql ${BY_INDEX} AS $$
  DECLARE ${DECLARATIONS}
  BEGIN
    EXECUTE format('SELECT array_agg(DISTINCT la_code), array_agg(DISTINCT %I) FROM added', TG_ARGV[0])
    INTO of_las, of_children;
    ${allocationsThatCount('(SELECT la, child FROM unnest(of_las) la, unnest(of_children) child) AS c (la_code, child_id)', 'JOIN')}
    INTO of_las, of_children, practices, begins, ends;
    IF of_las IS NULL THEN RETURN NULL; END IF;
    EXECUTE format('${takeAccess('%1$I', '%2$I', ['$1', '$2', '$3', '$4', '$5'])}', TG_TABLE_NAME, TG_ARGV[0])
    USING of_las, of_children, practices, begins, ends;
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
