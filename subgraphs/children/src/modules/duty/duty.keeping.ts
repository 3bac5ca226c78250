import type { Db } from '@mainstay/subgraph-kit';
import { dutyKinds } from '../../duties/duty-kind.ts';
import type { MadeDuty } from '../../duties/made-duty.ts';

/** The duties of one child, as they were worked out. */
export interface DutiesMade {
  readonly childId: string;
  readonly duties: readonly MadeDuty[];
}

/** Whose duties are kept. */
export interface KeptFor {
  readonly laCodes: readonly string[];
  readonly childIds: readonly string[];
}

/** The columns of a duty besides those that say whose it is and when it was made. */
const TYPES = {
  kind: 'text',
  rule: 'text',
  rule_version: 'integer',
  since: 'date',
  due_on: 'date',
  met_on: 'date',
  met_by: 'text',
  ended_on: 'date',
  ended_because: 'text',
  is_first: 'boolean',
  is_before_record: 'boolean',
  rank: 'integer',
  needs: 'text',
} as const;

const COLUMNS = Object.keys(TYPES);
const of = (row: string): string => COLUMNS.map((column) => `${row}.${column}`).join(', ');

/** A day that another version of the same rule set stays: a rule that changes does not rewrite what was due. */
const STAYS = ['rule_version', 'due_on'];

/** SQL: the duties wanted, from `$1`: those made, but that a day once set stays. */
const WANTED = `wanted AS (
  SELECT split_part(made.child_id, '.', 1) AS la_code, made.child_id, made.id, ${COLUMNS.map((column) =>
    STAYS.includes(column)
      ? `CASE WHEN held.rule_version <> made.rule_version THEN held.${column} ELSE made.${column} END AS ${column}`
      : `made.${column}`,
  ).join(', ')}
  FROM jsonb_to_recordset($1::jsonb) AS made (child_id text, id text, ${Object.entries(TYPES)
    .map(([name, type]) => `${name} ${type}`)
    .join(', ')})
  LEFT JOIN duty held ON held.la_code = split_part(made.child_id, '.', 1) AND held.child_id = made.child_id
    AND held.id = made.id AND held.superseded_at IS NULL
)`;

/** What is not as it is wanted: superseded from `$4` on, or forgotten when nobody can have known it for an instant. */
const SUPERSEDE = `
  WITH ${WANTED}, changed AS (
    SELECT held.la_code, held.child_id, held.id, held.made_at FROM duty held
    LEFT JOIN wanted ON wanted.la_code = held.la_code AND wanted.child_id = held.child_id AND wanted.id = held.id
      AND (${of('wanted')}) IS NOT DISTINCT FROM (${of('held')})
    WHERE held.la_code = ANY ($2::text[]) AND held.child_id = ANY ($3::text[]) AND held.superseded_at IS NULL
      AND wanted.id IS NULL
  ), forgotten AS (
    DELETE FROM duty USING changed
    WHERE (duty.la_code, duty.child_id, duty.id, duty.made_at)
      = (changed.la_code, changed.child_id, changed.id, changed.made_at) AND duty.made_at >= $4::timestamptz
  )
  UPDATE duty SET superseded_at = $4::timestamptz FROM changed
  WHERE (duty.la_code, duty.child_id, duty.id, duty.made_at)
    = (changed.la_code, changed.child_id, changed.id, changed.made_at) AND duty.made_at < $4::timestamptz`;

const ADD = `
  WITH made AS (
    SELECT split_part(child_id, '.', 1) AS la_code, * FROM jsonb_to_recordset($1::jsonb)
      AS told (child_id text, id text, ${Object.entries(TYPES)
        .map(([name, type]) => `${name} ${type}`)
        .join(', ')})
  )
  INSERT INTO duty (la_code, child_id, id, made_at, ${COLUMNS.join(', ')})
  SELECT made.la_code, made.child_id, made.id, $2::timestamptz, ${COLUMNS.map((column) =>
    STAYS.includes(column) ? `coalesce(before.${column}, made.${column})` : `made.${column}`,
  ).join(', ')}
  FROM made
  LEFT JOIN LATERAL (
    SELECT ${STAYS.join(', ')} FROM duty before
    WHERE before.la_code = made.la_code AND before.child_id = made.child_id AND before.id = made.id
      AND before.superseded_at = $2 AND before.rule_version <> made.rule_version
  ) before ON true
  WHERE NOT EXISTS (
    SELECT FROM duty held WHERE held.la_code = made.la_code AND held.child_id = made.child_id AND held.id = made.id
      AND held.superseded_at IS NULL)`;

/**
 * Makes others who work out the duties of these children wait until the transaction ends, so that of two at a time the
 * second counts what the first recorded.
 */
export async function holdDuties(db: Db, childIds: readonly string[]): Promise<void> {
  await db.query(
    `SELECT pg_advisory_xact_lock(hashtextextended('duty ' || held.id, 0))
     FROM (SELECT DISTINCT id FROM unnest($1::text[]) AS asked (id) ORDER BY id) AS held`,
    [childIds],
  );
}

/**
 * Makes the duties of these children those made, from the instant `at` on, and takes the children for up to date. What is as
 * it was stays as it is; what is no longer so is superseded; three statements, however many the children are.
 */
export async function keepDuties(
  db: Db,
  { laCodes, childIds }: KeptFor,
  { made, at }: { readonly made: readonly DutiesMade[]; readonly at: Date },
): Promise<void> {
  const rows = JSON.stringify(made.flatMap(({ childId, duties }) => duties.map((duty) => rowOf(childId, duty))));
  await db.query(SUPERSEDE, [rows, laCodes, childIds, at]);
  await db.query(ADD, [rows, at]);
  await db.query('DELETE FROM duty_stale WHERE la_code = ANY ($1::text[]) AND child_id = ANY ($2::text[])', [
    laCodes,
    childIds,
  ]);
}

function rowOf(childId: string, { key, kind, ...duty }: MadeDuty): Record<string, unknown> {
  const { rank, needs } = dutyKinds[kind];
  return {
    child_id: childId,
    id: `${childId}.duty-${key}`,
    kind,
    rule: duty.rule,
    rule_version: duty.ruleVersion,
    since: duty.since,
    due_on: duty.dueOn,
    met_on: duty.metOn,
    met_by: duty.metBy,
    ended_on: duty.endedOn,
    ended_because: duty.endedBecause,
    is_first: duty.isFirst,
    is_before_record: duty.isBeforeRecord,
    rank,
    needs,
  };
}
