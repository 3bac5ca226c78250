import type { PlainDate, DelegatedFunction } from '@mainstay/primitives';
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
  /** Keeps those allocated to this practice at the scope's instant. */
  readonly practiceId?: string | null | undefined;
  /** Keeps those with an episode open on this day. */
  readonly lookedAfterOn?: PlainDate | null | undefined;
  /** Keeps those whose local id begins so. */
  readonly localIdStartsWith?: string | null | undefined;
  /** Keeps those whose lead professional on a day is this worker. */
  readonly led?: { readonly by: string; readonly on: PlainDate } | null | undefined;
  /** Keeps, where the scope is a practice's, those for whom it has these functions: the list tells what they are about. */
  readonly functions?: readonly DelegatedFunction[] | undefined;
  /** Keeps those of a further condition. */
  readonly also?: ChildCondition | undefined;
}

/** The columns of a `ChildRow`. */
export const childColumns = `
  child.la_code AS "laCode", child.id, child.local_id AS "localId", child.date_of_birth AS "dateOfBirth", child.sex,
  child.ethnicity, child.history_version AS "historyVersion", child.is_uasc AS "isUasc", child.access_practice_id AS "accessPracticeId",
  child.access_from AS "accessFrom", child.access_until AS "accessUntil", child.access_functions AS "accessFunctions"`;

/** The values that `inScopeSql` takes. */
export function scopeValues({ laCodes, practiceId, at, named, hidden }: ChildScope): unknown[] {
  return [laCodes, practiceId, at, named, hidden];
}

/**
 * True for the children of a scope, whose `scopeValues` are the parameters from number `first` on: the policy once more,
 * in SQL, so that pages and counts come out right.
 */
export function inScopeSql(first: number, child = 'child'): string {
  const [laCodes, practiceId, at, named, hidden] = [0, 1, 2, 3, 4].map((index) => `$${first + index}`);
  return `${child}.la_code = ANY (${laCodes}::text[]) AND ${allocatedToSql(`${practiceId}`, `${at}`, child)}
    AND (${named}::text[] IS NULL OR ${child}.id = ANY (${named})) AND ${child}.id <> ALL (${hidden}::text[])`;
}

/**
 * True for children later in the list than the one with this id; a list is ordered by local id. Nothing is later than a
 * child out of scope, whose place in the list nobody learns. The scope's values are parameters from `first` on.
 */
export function isAfterSql(childId: string, first: number): string {
  return `(
    ${childId}::text IS NULL
    OR (child.local_id, child.id) > (
      SELECT mark.local_id, mark.id FROM child AS mark
      WHERE mark.la_code = split_part(${childId}, '.', 1) AND mark.id = ${childId} AND ${inScopeSql(first, 'mark')}
    )
  )`;
}

/** The children with these ids that the scope holds. */
export function findChildren(db: Db, scope: ChildScope, ids: readonly string[]): Promise<ChildRow[]> {
  return db.query<ChildRow>(
    `SELECT ${childColumns} FROM child WHERE child.id = ANY ($1::text[]) AND ${inScopeSql(2)}`,
    [ids, ...scopeValues(scope)],
  );
}

/** At most `limit` children of the list, by local id, from the one after `after` on. */
export function findChildPage(
  db: Db,
  filter: ChildListFilter,
  page: { after: string | null; limit: number },
): Promise<ChildRow[]> {
  const { sql, values, scope } = conditionOf(filter);
  const [after, limit] = [`$${values.length + 1}`, `$${values.length + 2}`];
  return db.query<ChildRow>(
    `SELECT ${childColumns} FROM child WHERE ${sql} AND ${isAfterSql(after, scope)}
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

/** The condition, and the number of the first parameter of its scope. */
function conditionOf(filter: ChildListFilter): ChildCondition & { readonly scope: number } {
  const { also } = filter;
  const values = [...(also?.values ?? [])];
  const next = (value: unknown): string => `$${values.push(value ?? null)}`;
  const scope = values.push(...scopeValues(filter.scope)) - 4;
  const [la, practice, at] = [next(filter.laCode), next(filter.practiceId), next(filter.scope.at)];
  const functions = next(filter.scope.practiceId === null ? [] : (filter.functions ?? []));
  const [lookedAfterOn, localIdStart] = [next(filter.lookedAfterOn), next(filter.localIdStartsWith)];
  const [leader, ledOn] = [next(filter.led?.by), next(filter.led?.on)];
  const isLookedAfter = isLookedAfterSql({ laCode: 'child.la_code', childId: 'child.id', day: lookedAfterOn });
  const sql = `${also ? `${also.sql} AND ` : ''}${inScopeSql(scope)}
    AND (${la}::text IS NULL OR child.la_code = ${la})
    AND ${allocatedToSql(practice, at)}
    AND (${functions}::text[] = '{}' OR child.access_functions @> ${functions})
    AND (${lookedAfterOn}::date IS NULL OR ${isLookedAfter})
    AND (${localIdStart}::text IS NULL OR starts_with(child.local_id, ${localIdStart}))
    AND (${leader}::text IS NULL OR ${isLedSql(leader, ledOn)})`;
  return { sql, values, scope };
}

/** The latest worker of a day leads; one of several who began together, the one that stays longest. */
function isLedSql(worker: string, day: string): string {
  return `${worker} = (
    SELECT led.worker_id FROM social_worker_episode led
    WHERE led.la_code = child.la_code AND led.child_id = child.id AND led.started_on <= ${day}::date
      AND (led.ended_on IS NULL OR led.ended_on >= ${day}::date)
    ORDER BY led.started_on DESC, led.ended_on DESC, led.id DESC LIMIT 1)`;
}

function allocatedToSql(practiceId: string, at: string, child = 'child'): string {
  return `(
    ${practiceId}::text IS NULL
    OR (${child}.access_practice_id = ${practiceId} AND ${child}.access_from <= ${at}::timestamptz
      AND ${child}.access_until > ${at}::timestamptz)
  )`;
}
