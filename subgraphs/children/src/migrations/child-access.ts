import type { QueryRunner } from 'typeorm';
import { guardBy, guardTable } from '@mainstay/subgraph-kit';

/** A table with rows about children, as far as who may see them goes. */
export interface TableOfChildren {
  readonly table: string;
  /** The column with the child's id. */
  readonly key: string;
  /** The function a contract has to delegate before its practice sees these rows; null when any will do. */
  readonly needs: string | null;
  /** SQL condition of the rows about children outside the sample that an inspector reads too; `read` for all. */
  readonly present: string;
}

const BEGUN = 'started_on <= (SELECT sec.today())';
const OPEN_TODAY = `${BEGUN} AND (ended_on IS NULL OR ended_on > (SELECT sec.today()))`;
const OPEN_ON_LAST_DAY = `${BEGUN} AND (ended_on IS NULL OR ended_on >= (SELECT sec.today()))`;

/**
 * The tables with rows about children. The lists an authority gives to inspectors (Ofsted's Annex A) hold every child
 * with what is so at present, and what the newest return says of those who have left care; no history and no reviews.
 */
export const tablesWithAccess: readonly TableOfChildren[] = [
  { table: 'child', key: 'id', needs: null, present: 'read' },
  {
    table: 'episode',
    key: 'child_id',
    needs: 'CARE_PLANNING',
    present: `(superseded_at IS NULL AND ${OPEN_TODAY})`,
  },
  { table: 'period_of_care', key: 'child_id', needs: 'CARE_PLANNING', present: `(${OPEN_TODAY})` },
  { table: 'placement', key: 'child_id', needs: 'PLACEMENT', present: `(${OPEN_TODAY})` },
  { table: 'legal_status_period', key: 'child_id', needs: 'CARE_PLANNING', present: `(${OPEN_TODAY})` },
  {
    table: 'social_worker_episode',
    key: 'child_id',
    needs: 'VISITS_AND_SUPERVISION',
    present: `(${OPEN_ON_LAST_DAY})`,
  },
  { table: 'review', key: 'child_id', needs: 'REVIEW_PREPARATION', present: 'false' },
  {
    table: 'care_leaver',
    key: 'child_id',
    needs: 'LEAVING_CARE',
    // The newest collection year that has ended: the year of the day three months ago.
    present: "(collection_year >= extract(year FROM (SELECT sec.today()) - interval '3 months'))",
  },
];

/** SQL: allocations an inspector sees of children outside the sample. */
export const presentAllocationSql = `(${OPEN_ON_LAST_DAY} AND (ends_at IS NULL OR ends_at > (SELECT sec.now())))`;

/**
 * Guards a table with rows about children: hidden where the child is restricted to others, read by all audiences,
 * written by the authority and, for access, by us.
 */
export function guardTableOfChildren(queryRunner: QueryRunner, of: TableOfChildren): Promise<void> {
  return guardTable(queryRunner, {
    table: of.table,
    child: of.key,
    la: 'write',
    practice: 'read',
    inspector: of.present,
    service: 'write',
    figures: 'la_code = ANY ((SELECT sec.las())::text[])',
  });
}

/** Takes a table out of everybody's sight, so that the columns its policies name can be changed. */
export function unguard(queryRunner: QueryRunner, table: string): Promise<void> {
  return guardBy(queryRunner, table, []);
}

/** SQL: the instant at which a day begins in England. */
export function midnightSql(day: string): string {
  return `((${day})::timestamp AT TIME ZONE 'Europe/London')`;
}

/** SQL: the instant at which an allocation is over; `infinity` while it lasts. */
const untilSql = `coalesce(least(a.ends_at, ${midnightSql('a.ended_on + 1')}), 'infinity'::timestamptz)`;

/**
 * Has triggers keep the access columns of these tables equal to the children's allocations: when allocations change, and
 * when rows are added. A migration that creates another such table calls it with that table as well; the triggers on
 * the tables themselves are made by `keepAccessOfRows`.
 *
 * The allocation that counts is the latest that has begun; where none has, the first that will; never one that was ended
 * before it began. A table's columns are set where the allocation's functions hold the one it needs, and empty elsewhere.
 */
export async function keepAccessOfChildren(
  queryRunner: QueryRunner,
  tables: readonly TableOfChildren[],
): Promise<void> {
  await queryRunner.query(`
    CREATE OR REPLACE FUNCTION keep_access_of_children(las text[], children text[]) RETURNS void
    LANGUAGE plpgsql ${BY_INDEX} AS $$
    DECLARE ${DECLARATIONS}
    BEGIN
      ${allocationsThatCount('unnest(las, children) AS c (la_code, child_id)', 'LEFT JOIN')}
      INTO ${VARIABLES.join(', ')};
      IF of_las IS NULL THEN RETURN; END IF;
      ${tables.map((of) => takeAccess({ ...of, delegated: delegatedSql(of.needs) }, VARIABLES)).join(';\n')};
    END $$`);
}

/** Makes, or makes anew, the functions behind the triggers of `keepAccessOfRows`. */
export async function keepAccessOfNewRows(queryRunner: QueryRunner): Promise<void> {
  const ofNewRows = (update: string): string => `
    LANGUAGE plpgsql ${BY_INDEX} AS $$
    DECLARE ${DECLARATIONS}
    BEGIN
      EXECUTE format('SELECT array_agg(DISTINCT la_code), array_agg(DISTINCT %I) FROM added', TG_ARGV[0])
      INTO of_las, of_children;
      ${allocationsThatCount('(SELECT la, child FROM unnest(of_las) la, unnest(of_children) child) AS c (la_code, child_id)', 'JOIN')}
      INTO ${VARIABLES.join(', ')};
      IF of_las IS NULL THEN RETURN NULL; END IF;
      ${update};
      RETURN NULL;
    END $$`;
  const child = { table: 'child', key: 'id', delegated: delegatedSql(null) };
  const other = { table: '%1$I', key: '%2$I', delegated: '%3$L = ANY (functions)' };
  await queryRunner.query(
    `CREATE OR REPLACE FUNCTION keep_access_of_new_children() RETURNS trigger ${ofNewRows(takeAccess(child, VARIABLES))}`,
  );
  await queryRunner.query(
    `CREATE OR REPLACE FUNCTION keep_access_of_new_rows() RETURNS trigger ${ofNewRows(`
      EXECUTE format($update$${takeAccess(other, ['$1', '$2', '$3', '$4', '$5', '$6'])}$update$,
        TG_TABLE_NAME, TG_ARGV[0], TG_ARGV[1])
      USING ${VARIABLES.join(', ')}`)}`,
  );
}

/** Has a trigger keep the access columns of rows added to a table; one that was there before is replaced. */
export async function keepAccessOfRows(
  queryRunner: QueryRunner,
  { table, key, needs }: TableOfChildren,
): Promise<void> {
  const keeps =
    needs === null ? `keep_access_of_new_children('${key}')` : `keep_access_of_new_rows('${key}', '${needs}')`;
  await queryRunner.query(`
    DROP TRIGGER IF EXISTS tr_${table}_access ON ${table};
    CREATE TRIGGER tr_${table}_access AFTER INSERT ON ${table} REFERENCING NEW TABLE AS added
      FOR EACH STATEMENT EXECUTE FUNCTION ${keeps}`);
}

const DECLARATIONS = `
    today date := coalesce(sec.today(), CURRENT_DATE);
    of_las text[]; of_children text[]; practices text[]; begins timestamptz[]; ends timestamptz[]; delegated text[];`;
const VARIABLES = ['of_las', 'of_children', 'practices', 'begins', 'ends', 'delegated'];

// A table that has just been filled for the first time has no statistics, and the planner then thinks that reading all
// of it for every child is cheap. The keys are indexed: it is always right to use them.
const BY_INDEX = 'SET enable_seqscan = off';

/**
 * SQL: the allocations that count today, of the children in the relation `c`, as arrays; every child when `join` is a
 * LEFT JOIN. One sort for all children, and the day asked for once: asking who and when it is takes a tenth of a
 * millisecond each time. Functions travel as text, for arrays of arrays must all be of one length.
 */
function allocationsThatCount(children: string, join: 'JOIN' | 'LEFT JOIN'): string {
  return `
    SELECT array_agg(la_code), array_agg(child_id), array_agg(practice_id), array_agg(began), array_agg(until),
      array_agg(functions)
    FROM (
      SELECT DISTINCT ON (c.la_code, c.child_id) c.la_code, c.child_id, a.practice_id,
        ${midnightSql('a.started_on')} AS began, CASE WHEN a.id IS NOT NULL THEN ${untilSql} END AS until,
        array_to_string(a.functions, ',') AS functions
      FROM ${children} ${join} allocation a ON a.la_code = c.la_code AND a.child_id = c.child_id
        AND (a.ends_at IS NULL OR a.ends_at > ${midnightSql('a.started_on')})
      ORDER BY c.la_code, c.child_id, a.started_on > today, abs(a.started_on - today), ${untilSql} DESC, a.id
    ) counting`;
}

function delegatedSql(needs: string | null): string {
  return needs === null ? "functions <> '{}'" : `'${needs}' = ANY (functions)`;
}

interface Taking {
  readonly table: string;
  readonly key: string;
  /** SQL condition on `functions`. */
  readonly delegated: string;
}

/** The child's own row keeps the functions too: they say which parts of the record its practice sees. */
function takeAccess({ table, key, delegated }: Taking, variables: readonly string[]): string {
  const columns = [
    ['access_practice_id', 'practice_id'],
    ['access_from', 'began'],
    ['access_until', 'until'],
    ...(table === 'child' ? [['access_functions', 'functions']] : []),
  ] as const;
  return `
  UPDATE ${table} t SET ${columns.map(([column, value]) => `${column} = a.${value}`).join(', ')}
  FROM (
    SELECT la_code, child_id, CASE WHEN ${delegated} THEN practice_id END AS practice_id,
      CASE WHEN ${delegated} THEN began END AS began, CASE WHEN ${delegated} THEN until END AS until, functions
    FROM (
      SELECT la_code, child_id, practice_id, began, until, string_to_array(functions, ',') AS functions
      FROM unnest(${variables.join(', ')}) AS c (la_code, child_id, practice_id, began, until, functions)
    ) told
  ) a
  WHERE t.la_code = a.la_code AND t.${key} = a.child_id
    AND (${columns.map(([column]) => `t.${column}`).join(', ')})
      IS DISTINCT FROM (${columns.map(([, value]) => `a.${value}`).join(', ')})`;
}
