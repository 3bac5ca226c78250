import { formsOfNumber, type PlainDate } from '@mainstay/primitives';
import type { Db } from '@mainstay/subgraph-kit';
import type { DutyKind } from '../../duties/duty-kind.ts';
import type { ChildScope } from '../child/child.policy.ts';
import { inScopeSql, scopeValues } from '../child/child.repository.ts';
import type { DutyEntity } from './duty.entity.ts';
import { openStates, stateSql, type DutyState } from './duty.state.ts';

/** A duty, as read for the graph, with the child's social worker today. */
export type DutyRow = Omit<DutyEntity, 'supersededAt' | 'rank' | 'needs'> & {
  readonly state: DutyState;
  readonly workerId: string | null;
};

/** Whose duties, and which of them. */
export interface DutyQuestion {
  readonly scope: ChildScope;
  /** The authority; null for all in the scope. */
  readonly laCode: string | null;
  /** The practice the children are with now; null for any and none. */
  readonly practiceId: string | null;
  readonly today: PlainDate;
  /** Null for all kinds. */
  readonly kinds: readonly DutyKind[] | null;
  readonly states: readonly DutyState[];
  readonly workerId: string | null;
  /** Null for any day. */
  readonly dueBefore: PlainDate | null;
  /** Of what is done or has ended, only what was or did on this day or later; null for any day. */
  readonly doneFrom: PlainDate | null;
}

/** The place of a duty in a list: what is listed after it is greater. */
export type DutyPlace = readonly [isNotLate: number, rank: number, wasVisited: number, dueOn: string, id: string];

/** The columns of a duty's row but for its state and the child's worker. */
export const dutyColumns = `
  duty.la_code AS "laCode", duty.child_id AS "childId", duty.id, duty.made_at AS "madeAt", duty.kind, duty.rule,
  duty.rule_version AS "ruleVersion", duty.since, duty.due_on AS "dueOn", duty.met_on AS "metOn",
  duty.met_by AS "metBy", duty.ended_on AS "endedOn", duty.ended_because AS "endedBecause",
  duty.is_first AS "isFirst", duty.is_before_record AS "isBeforeRecord"`;

/** SQL: the social worker today of a child, whose authority and id are these columns; null when there is none. */
export function workerTodaySql(laCode: string, childId: string, today: string): string {
  return `(
    SELECT held.worker_id FROM social_worker_episode held
    WHERE held.la_code = ${laCode} AND held.child_id = ${childId} AND held.started_on <= ${today}
      AND (held.ended_on IS NULL OR held.ended_on >= ${today})
    ORDER BY held.started_on DESC, held.ended_on DESC, held.id DESC LIMIT 1
  )`;
}

/** A page of duties, what hurts a child first; one more than `limit` asks for is for the caller to ask. */
export function findDutyPage(
  db: Db,
  question: DutyQuestion,
  page: { readonly after: DutyPlace | null; readonly limit: number },
): Promise<(DutyRow & { readonly place: DutyPlace })[]> {
  const values = valuesOf(question);
  const [isNotLate, rank, wasVisited, dueOn, id] = [1, 2, 3, 4, 5].map((index) => `$${values.length + index}`);
  return db.query<DutyRow & { readonly place: DutyPlace }>(
    `SELECT *, ${workerTodaySql('listed."laCode"', 'listed."childId"', TODAY)} AS "workerId",
       jsonb_build_array(is_not_late, rank, was_visited, "dueOn", id) AS place
     FROM (
       SELECT ${dutyColumns}, duty.rank, standing.state, CASE WHEN standing.state = 'LATE' THEN 0 ELSE 1 END AS is_not_late,
         CASE WHEN duty.kind = 'VISIT' AND duty.is_first THEN 0 ELSE 1 END AS was_visited
       ${fromDuties(question)}
     ) listed
     WHERE ${id}::text IS NULL
       OR (is_not_late, rank, was_visited, "dueOn", id) > (${isNotLate}::int, ${rank}::int, ${wasVisited}::int, ${dueOn}::date, ${id})
     ORDER BY is_not_late, rank, was_visited, "dueOn", id LIMIT $${values.length + 6}`,
    [...values, ...(page.after ?? [null, null, null, null, null]), page.limit],
  );
}

/** How many duties the list holds. */
export async function countDuties(db: Db, question: DutyQuestion): Promise<number> {
  const [row] = await db.query<{ total: number }>(
    `SELECT count(*)::int AS total ${fromDuties(question)}`,
    valuesOf(question),
  );
  return row?.total ?? 0;
}

/** How many duties are in a state, of a kind or of a worker. */
export interface DutyCount {
  readonly kind: DutyKind | null;
  readonly workerId: string | null;
  readonly isByWorker: boolean;
  readonly state: DutyState;
  readonly count: number;
}

/** How many duties stand where, by kind and by worker, in one statement. */
export function countDutiesByStanding(db: Db, question: DutyQuestion): Promise<DutyCount[]> {
  return db.query<DutyCount>(
    `SELECT kind, worker_id AS "workerId", grouping(kind) = 1 AS "isByWorker", state, count(*)::int AS count
     FROM (
       SELECT duty.kind, standing.state, own.worker_id
       ${fromDuties(question, OWN_WORKERS)}
     ) counted
     GROUP BY GROUPING SETS ((kind, state), (worker_id, state))
     ORDER BY kind, worker_id, state`,
    valuesOf(question),
  );
}

const TODAY = '$1::date';

const OWN_WORKER = workerTodaySql('duty.la_code', 'duty.child_id', TODAY);

/**
 * SQL: the duties of a question, whose `valuesOf` are the first parameters. A practice is told of a duty when the function
 * it needs is delegated: row-level security once more.
 */
function fromDuties({ states, workerId }: DutyQuestion, join = ''): string {
  const isOpenOnly = states.every((state) => openStates.includes(state));
  return `
  FROM duty
  JOIN child ON child.la_code = duty.la_code AND child.id = duty.child_id
  CROSS JOIN LATERAL (SELECT ${stateSql('duty', TODAY)} AS state OFFSET 0) standing ${join}
  WHERE duty.superseded_at IS NULL ${isOpenOnly ? 'AND duty.met_on IS NULL' : ''} AND duty.since <= ${TODAY}
    AND duty.la_code = ANY ($9::text[]) AND ($2::text IS NULL OR duty.la_code = $2)
    AND ($3::text IS NULL OR (child.access_practice_id = $3 AND child.access_from <= $11::timestamptz
      AND child.access_until > $11::timestamptz))
    AND ($10::text IS NULL OR duty.needs = ANY (child.access_functions))
    AND ($4::text[] IS NULL OR duty.kind = ANY ($4))
    AND standing.state = ANY ($5::text[])
    AND ($6::date IS NULL OR duty.due_on < $6)
    AND ($8::date IS NULL OR coalesce(duty.met_on, duty.ended_on, $8) >= $8)
    AND ${workerId === null ? '$7::text[] IS NULL' : `${OF_WORKER} AND ${OWN_WORKER} = ANY ($7::text[])`}
    AND ${inScopeSql(9)}`;
}

/** The social workers today of all children of the authorities at once: for counts, which ask for every child's. */
const OWN_WORKERS = `LEFT JOIN (
    SELECT DISTINCT ON (held.la_code, held.child_id) held.la_code, held.child_id, held.worker_id
    FROM social_worker_episode held
    WHERE held.la_code = ANY ($9::text[]) AND held.started_on <= ${TODAY}
      AND (held.ended_on IS NULL OR held.ended_on >= ${TODAY})
    ORDER BY held.la_code, held.child_id, held.started_on DESC, held.ended_on DESC, held.id DESC
  ) own ON own.la_code = duty.la_code AND own.child_id = duty.child_id`;

/** Narrows the list by an index before each child's worker is looked up. */
const OF_WORKER = `duty.child_id IN (
  SELECT had.child_id FROM social_worker_episode had WHERE had.la_code = ANY ($9) AND had.worker_id = ANY ($7::text[]))`;

function valuesOf(question: DutyQuestion): unknown[] {
  const { today, laCode, practiceId, kinds, states, dueBefore, workerId, doneFrom, scope } = question;
  const ofWorker = workerId === null ? null : formsOfNumber(workerId);
  return [today, laCode, practiceId, kinds, states, dueBefore, ofWorker, doneFrom, ...scopeValues(scope)];
}
