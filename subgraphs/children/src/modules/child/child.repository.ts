import type { PlainDate } from '@mainstay/primitives';
import type { Db } from '@mainstay/subgraph-kit';
import { isLookedAfterSql } from '../episode/episode.loader.ts';
import type { ChildEntity } from './child.entity.ts';
import type { ChildScope } from './child.policy.ts';

/** A child, as read for the graph. */
export type ChildRow = Omit<ChildEntity, 'upn' | 'recordedAt'>;

/** A condition on `child` with the values of its parameters, `$1` to `$n`. */
export interface ChildCondition {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** Which children a list holds. */
export interface ChildListFilter {
  readonly scope: ChildScope;
  /** Keeps those of this authority. */
  readonly laCode?: string | null | undefined;
  /** Keeps those allocated to this practice on the scope's day. */
  readonly practiceId?: string | null | undefined;
  /** Keeps those with an episode open on this day. */
  readonly lookedAfterOn?: PlainDate | null | undefined;
  /** Keeps those whose local id begins so. */
  readonly localIdStartsWith?: string | null | undefined;
  /** Keeps those of a further condition. */
  readonly also?: ChildCondition | undefined;
}

/** The columns of a `ChildRow`. */
export const childColumns = `
  child.la_code AS "laCode", child.id, child.local_id AS "localId", child.date_of_birth AS "dateOfBirth", child.sex,
  child.ethnicity, child.is_uasc AS "isUasc", child.access_practice_id AS "accessPracticeId",
  child.access_from AS "accessFrom", child.access_until AS "accessUntil"`;

/**
 * True for the children of a scope, given the placeholders of its three parts: the policy once more, in SQL, so that
 * pages and counts come out right.
 */
export function inScopeSql(laCodes: string, practiceId: string, on: string): string {
  return `child.la_code = ANY (${laCodes}::text[]) AND ${allocatedToSql(practiceId, on)}`;
}

/** True for children later in the list than the one with this id; a list is ordered by local id. */
export function isAfterSql(childId: string): string {
  return `(
    ${childId}::text IS NULL
    OR (child.local_id, child.id) > (
      SELECT mark.local_id, mark.id FROM child AS mark
      WHERE mark.la_code = split_part(${childId}, '.', 1) AND mark.id = ${childId}
    )
  )`;
}

/** The children with these ids that the scope holds. */
export function findChildren(db: Db, scope: ChildScope, ids: readonly string[]): Promise<ChildRow[]> {
  return db.query<ChildRow>(
    `SELECT ${childColumns} FROM child WHERE child.id = ANY ($1::text[]) AND ${inScopeSql('$2', '$3', '$4')}`,
    [ids, scope.laCodes, scope.practiceId, scope.on],
  );
}

/** At most `limit` children of the list, by local id, from the one after `after` on. */
export function findChildPage(
  db: Db,
  filter: ChildListFilter,
  page: { after: string | null; limit: number },
): Promise<ChildRow[]> {
  const { sql, values } = conditionOf(filter);
  const [after, limit] = [`$${values.length + 1}`, `$${values.length + 2}`];
  return db.query<ChildRow>(
    `SELECT ${childColumns} FROM child WHERE ${sql} AND ${isAfterSql(after)}
     ORDER BY child.local_id, child.id LIMIT ${limit}`,
    [...values, page.after, page.limit],
  );
}

/** How many children the list holds. */
export async function countChildren(db: Db, filter: ChildListFilter): Promise<number> {
  const { sql, values } = conditionOf(filter);
  const [row] = await db.query<{ total: number }>(`SELECT count(*)::int AS total FROM child WHERE ${sql}`, values);
  return row?.total ?? 0;
}

function conditionOf(filter: ChildListFilter): ChildCondition {
  const { scope, also } = filter;
  const values = [...(also?.values ?? [])];
  const next = (value: unknown): string => `$${values.push(value ?? null)}`;
  const [laCodes, viewersPractice, on] = [next(scope.laCodes), next(scope.practiceId), next(scope.on)];
  const [la, practice] = [next(filter.laCode), next(filter.practiceId)];
  const [lookedAfterOn, localIdStart] = [next(filter.lookedAfterOn), next(filter.localIdStartsWith)];
  const isLookedAfter = isLookedAfterSql({ laCode: 'child.la_code', childId: 'child.id', day: lookedAfterOn });
  const sql = `${also ? `${also.sql} AND ` : ''}${inScopeSql(laCodes, viewersPractice, on)}
    AND (${la}::text IS NULL OR child.la_code = ${la})
    AND ${allocatedToSql(practice, on)}
    AND (${lookedAfterOn}::date IS NULL OR ${isLookedAfter})
    AND (${localIdStart}::text IS NULL OR starts_with(child.local_id, ${localIdStart}))`;
  return { sql, values };
}

function allocatedToSql(practiceId: string, on: string): string {
  return `(
    ${practiceId}::text IS NULL
    OR (child.access_practice_id = ${practiceId} AND child.access_from <= ${on}::date AND child.access_until >= ${on}::date)
  )`;
}
