import type { Db } from '@mainstay/subgraph-kit';
import type { CheckKey } from './return-check.repository.ts';

/** What became of a fault: `ReturnCheckFaultState` of the graph. */
export type FaultState = 'OPEN' | 'ACCEPTED' | 'FIXED';

/** A fault, as read for the graph. */
export interface FaultRow {
  readonly id: string;
  readonly childId: string;
  readonly childLocalId: string;
  readonly ruleCode: string;
  readonly tableName: string;
  readonly fields: string[];
  readonly whatToDo: string;
  readonly isPreviousYear: boolean;
  readonly foundAt: Date;
  readonly goneAt: Date | null;
  readonly goneBy: string | null;
  readonly reason: string | null;
  readonly acceptedAt: Date | null;
  readonly acceptedBy: string | null;
}

/** Which return's faults are read, and the children of whom one who reads them does not learn. */
export interface FaultsInSight extends CheckKey {
  readonly hidden: readonly string[];
}

const COLUMNS = `fault.id, fault.child_id AS "childId", fault.child_local_id AS "childLocalId",
  fault.rule_code AS "ruleCode", fault.table_name AS "tableName", fault.fields, fault.what_to_do AS "whatToDo",
  fault.is_previous_year AS "isPreviousYear", fault.found_at AS "foundAt", fault.gone_at AS "goneAt",
  fault.gone_by AS "goneBy", said.reason, said.accepted_at AS "acceptedAt", said.accepted_by AS "acceptedBy"`;

const WITH_ACCEPTANCE = `return_check_fault AS fault LEFT JOIN return_check_acceptance AS said
  ON said.la_code = fault.la_code AND said.collection_year = fault.collection_year AND said.fault_id = fault.id
    AND said.withdrawn_at IS NULL AND fault.gone_at IS NULL`;

const IN_SIGHT = 'fault.la_code = $1 AND fault.collection_year = $2 AND fault.child_id <> ALL ($3::text[])';
const THERE = 'fault.gone_at IS NULL';

/** How many faults there are. */
export interface FaultCounts {
  readonly faults: number;
  readonly accepted: number;
  readonly rows: number;
  readonly children: number;
}

/** How many faults a return has, in how many rows and children. */
export async function countFaults(db: Db, { laCode, year, hidden }: FaultsInSight): Promise<FaultCounts> {
  const [counts] = await db.query<FaultCounts>(
    `SELECT count(*)::integer AS faults, count(said.reason)::integer AS accepted,
       count(DISTINCT (fault.table_name, fault.row_hash))::integer AS rows,
       count(DISTINCT fault.child_local_id)::integer AS children
     FROM ${WITH_ACCEPTANCE} WHERE ${IN_SIGHT} AND ${THERE}`,
    [laCode, year, hidden],
  );
  return counts ?? { faults: 0, accepted: 0, rows: 0, children: 0 };
}

/** How often one rule is broken. */
export interface FaultsOfRule {
  readonly ruleCode: string;
  readonly count: number;
  readonly accepted: number;
  readonly rows: number;
  readonly children: number;
}

/** The faults of a return counted by rule, most frequent first; of one child when it is given. */
export function countByRule(
  db: Db,
  { laCode, year, hidden }: FaultsInSight,
  childLocalId: string | null,
): Promise<FaultsOfRule[]> {
  return db.query(
    `SELECT fault.rule_code AS "ruleCode", count(*)::integer AS count, count(said.reason)::integer AS accepted,
       count(DISTINCT (fault.table_name, fault.row_hash))::integer AS rows,
       count(DISTINCT fault.child_local_id)::integer AS children
     FROM ${WITH_ACCEPTANCE} WHERE ${IN_SIGHT} AND ${THERE} AND ($4::text IS NULL OR fault.child_local_id = $4)
     GROUP BY fault.rule_code ORDER BY count(*) DESC, fault.rule_code`,
    [laCode, year, hidden, childLocalId],
  );
}

/** How many faults one child has. */
export interface FaultsOfChild {
  readonly childId: string;
  readonly childLocalId: string;
  readonly count: number;
  readonly accepted: number;
  readonly rules: string[];
}

/** A page of the faults counted by child, most first, with one more than asked for when there are more. */
export async function countByChild(
  db: Db,
  { laCode, year, hidden }: FaultsInSight,
  wanted: { rule: string | null; search: string | null; first: number; offset: number },
): Promise<{ rows: FaultsOfChild[]; totalCount: number }> {
  const where = `${IN_SIGHT} AND ${THERE} AND ($4::text IS NULL OR fault.rule_code = $4)
    AND ($5::text IS NULL OR starts_with(fault.child_local_id, $5))`;
  const asked = [laCode, year, hidden, wanted.rule, wanted.search];
  const rows = await db.query<FaultsOfChild>(
    `SELECT fault.child_id AS "childId", fault.child_local_id AS "childLocalId", count(*)::integer AS count,
       count(said.reason)::integer AS accepted, array_agg(DISTINCT fault.rule_code ORDER BY fault.rule_code) AS rules
     FROM ${WITH_ACCEPTANCE} WHERE ${where}
     GROUP BY fault.child_id, fault.child_local_id ORDER BY count(*) DESC, fault.child_local_id LIMIT $6 OFFSET $7`,
    [...asked, wanted.first + 1, wanted.offset],
  );
  const [total] = await db.query<{ count: number }>(
    `SELECT count(DISTINCT fault.child_local_id)::integer AS count FROM return_check_fault AS fault WHERE ${where}`,
    asked,
  );
  return { rows, totalCount: total?.count ?? 0 };
}

/** Which faults are wanted; all that are not narrowed down. */
export interface FaultsWanted {
  readonly rule: string | null;
  readonly childLocalId: string | null;
  readonly state: FaultState | null;
}

/** A page of faults by child, with one more than asked for when there are more. */
export async function findFaultPage(
  db: Db,
  { laCode, year, hidden }: FaultsInSight,
  wanted: FaultsWanted & { first: number; after: readonly [string, string] },
): Promise<{ rows: FaultRow[]; totalCount: number }> {
  const where = `${IN_SIGHT} AND ${ofState(wanted.state)} AND ($4::text IS NULL OR fault.rule_code = $4)
    AND ($5::text IS NULL OR fault.child_local_id = $5)`;
  const asked = [laCode, year, hidden, wanted.rule, wanted.childLocalId];
  const rows = await db.query<FaultRow>(
    `SELECT ${COLUMNS} FROM ${WITH_ACCEPTANCE}
     WHERE ${where} AND (fault.child_local_id, fault.id) > ($6, $7)
     ORDER BY fault.child_local_id, fault.id LIMIT $8`,
    [...asked, ...wanted.after, wanted.first + 1],
  );
  const [total] = await db.query<{ count: number }>(
    `SELECT count(*)::integer AS count FROM ${WITH_ACCEPTANCE} WHERE ${where}`,
    asked,
  );
  return { rows, totalCount: total?.count ?? 0 };
}

function ofState(state: FaultState | null): string {
  if (state === 'FIXED') return 'fault.gone_at IS NOT NULL';
  if (state === null) return THERE;
  return `${THERE} AND said.reason IS ${state === 'ACCEPTED' ? 'NOT NULL' : 'NULL'}`;
}

/** Faults that are there, of some ids or of all, by child. */
export function findFaultsThere(
  db: Db,
  { laCode, year, hidden }: FaultsInSight,
  ids: readonly string[] | null = null,
): Promise<FaultRow[]> {
  return db.query(
    `SELECT ${COLUMNS} FROM ${WITH_ACCEPTANCE}
     WHERE ${IN_SIGHT} AND ${THERE} ${ids ? 'AND fault.id = ANY ($4::text[])' : ''}
     ORDER BY fault.child_local_id, fault.rule_code, fault.id`,
    [laCode, year, hidden, ...(ids ? [ids] : [])],
  );
}

/** Faults that a check found gone, of some ids. */
export function findFaultsGone(
  db: Db,
  { laCode, year, hidden }: FaultsInSight,
  { ids, at }: { ids: readonly string[]; at: Date },
): Promise<FaultRow[]> {
  return db.query(
    `SELECT ${COLUMNS} FROM ${WITH_ACCEPTANCE}
     WHERE ${IN_SIGHT} AND fault.gone_at = $4 AND fault.id = ANY ($5::text[])
     ORDER BY fault.child_local_id, fault.rule_code, fault.id`,
    [laCode, year, hidden, at, ids],
  );
}

/** Accepts faults that are there; one that was accepted before is accepted anew. */
export async function insertAcceptances(
  db: Db,
  { laCode, year }: CheckKey,
  { faults, reason, at, by }: { faults: readonly FaultRow[]; reason: string; at: Date; by: string },
): Promise<void> {
  const ids = faults.map(({ id }) => id);
  await withdrawAcceptances(db, { laCode, year }, { ids, at, by });
  await db.query(
    `INSERT INTO return_check_acceptance (la_code, collection_year, child_id, fault_id, accepted_at, accepted_by, reason)
     SELECT $1, $2, fault.child_id, fault.id, $3, $4, $5
     FROM unnest($6::text[], $7::text[]) AS fault (child_id, id)`,
    [laCode, year, at, by, reason, faults.map(({ childId }) => childId), ids],
  );
}

/** Withdraws what was said of faults. */
export async function withdrawAcceptances(
  db: Db,
  { laCode, year }: CheckKey,
  { ids, at, by }: { ids: readonly string[]; at: Date; by: string },
): Promise<void> {
  await db.query(
    `UPDATE return_check_acceptance SET withdrawn_at = $3, withdrawn_by = $4
     WHERE la_code = $1 AND collection_year = $2 AND withdrawn_at IS NULL AND fault_id = ANY ($5::text[])`,
    [laCode, year, at, by, ids],
  );
}
