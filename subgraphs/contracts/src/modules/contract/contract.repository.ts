import type { PlainDate } from '@mainstay/primitives';
import type { Db } from '@mainstay/subgraph-kit';
import type { ContractRow } from './contract.entity.ts';

const columns = `la_code AS "laCode", id, practice_id AS "practiceId", starts_on::text AS "startsOn",
  ends_on::text AS "endsOn", agreed_children AS "agreedChildren",
  agreed_children_tolerance AS "agreedChildrenTolerance", delegated_functions AS "delegatedFunctions", allocates_at AS "allocatesAt",
  ended_at AS "endedAt"`;

/** The contracts with these ids. */
export function findContractsById(db: Db, ids: readonly string[]): Promise<ContractRow[]> {
  return db.query(`SELECT ${columns} FROM contract WHERE id = ANY ($1)`, [[...ids]]);
}

/** The contracts of these authorities, newest first. */
export function findContractsOfAuthorities(db: Db, laCodes: readonly string[]): Promise<ContractRow[]> {
  return db.query(`SELECT ${columns} FROM contract WHERE la_code = ANY ($1) ORDER BY starts_on DESC, id`, [
    [...laCodes],
  ]);
}

/** The contracts of these practices, newest first. */
export function findContractsOfPractices(db: Db, practiceIds: readonly string[]): Promise<ContractRow[]> {
  return db.query(`SELECT ${columns} FROM contract WHERE practice_id = ANY ($1) ORDER BY starts_on DESC, id`, [
    [...practiceIds],
  ]);
}

/** An end of a contract or of allocations. */
export interface End {
  readonly lastDay: PlainDate;
  /** The present instant when the end takes effect with it; null for an end with the last day. */
  readonly endedAt: Date | null;
  readonly endedBy: string;
  readonly reason: string;
}

/** Ends the contract; its allocations follow by trigger. */
export async function updateContractEnd(
  db: Db,
  { laCode, id }: Pick<ContractRow, 'laCode' | 'id'>,
  end: End,
): Promise<ContractRow | null> {
  const rows = await db.query<ContractRow>(
    `UPDATE contract SET ends_on = $3::date, ended_at = $4::timestamptz, ended_by = $5, end_reason = $6
      WHERE la_code = $1 AND id = $2 RETURNING ${columns}`,
    [laCode, id, end.lastDay, end.endedAt, end.endedBy, end.reason],
  );
  return rows[0] ?? null;
}
