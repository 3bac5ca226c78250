import type { PlainDate } from '@mainstay/primitives';
import type { Db } from '@mainstay/subgraph-kit';
import type { ContractRow } from '../contract/contract.entity.ts';
import type { End } from '../contract/contract.repository.ts';
import type { AllocationEndReason } from './allocation.end-reason.ts';
import type { AllocationRequestRow, AllocationRow } from './allocation.entity.ts';

const columns = `la_code AS "laCode", id, child_id AS "childId", contract_id AS "contractId", practice_id AS "practiceId",
  started_on::text AS "startedOn", ended_on::text AS "endedOn", nullif(last_day, 'infinity')::text AS "lastDay",
  access_from AS "accessFrom", nullif(access_until, 'infinity') AS "accessUntil",
  end_code AS "endCode"`;

/** The authority's code at the start of a child's or an allocation's id: what the tables are keyed by. */
function laCodesOf(ids: readonly string[]): string[] {
  return [...new Set(ids.map((id) => id.split('.', 1)[0] ?? ''))];
}

/** The allocations with these ids. */
export function findAllocationsById(db: Db, ids: readonly string[]): Promise<AllocationRow[]> {
  return db.query(`SELECT ${columns} FROM allocation WHERE la_code = ANY ($1) AND id = ANY ($2)`, [
    laCodesOf(ids),
    [...ids],
  ]);
}

/** The allocations of these children, newest first. */
export function findAllocationsOfChildren(db: Db, childIds: readonly string[]): Promise<AllocationRow[]> {
  return db.query(
    `SELECT ${columns} FROM allocation WHERE la_code = ANY ($1) AND child_id = ANY ($2) ORDER BY started_on DESC, id`,
    [laCodesOf(childIds), [...childIds]],
  );
}

/**
 * Makes every other change of the authority's allocations wait until this transaction ends, so that what was checked still
 * holds when it is written. The exclusion constraint stands behind it.
 */
export async function holdAllocationsOf(db: Db, laCode: string): Promise<void> {
  await db.query(`SELECT pg_advisory_xact_lock(hashtextextended('allocation:' || $1, 0))`, [laCode]);
}

/** Allocates each child under the contract from `startedOn`; in no particular order. */
export function insertAllocations(
  db: Db,
  asked: { contract: ContractRow; childIds: readonly string[]; startedOn: PlainDate; recordedBy: string },
): Promise<AllocationRow[]> {
  const { contract, childIds, startedOn, recordedBy } = asked;
  return db.query(
    `INSERT INTO allocation (la_code, id, child_id, contract_id, started_on, recorded_by)
     SELECT $1, child_id || '.' || $2 || '.' || $3, child_id, $2, $3::date, $5 FROM unnest($4::text[]) AS asked (child_id)
     RETURNING ${columns}`,
    [contract.laCode, contract.id, startedOn, [...childIds], recordedBy],
  );
}

/** The allocations under a contract that row-level security lets be seen. */
export function findAllocationsOfContract(
  db: Db,
  { laCode, id }: Pick<ContractRow, 'laCode' | 'id'>,
): Promise<AllocationRow[]> {
  return db.query(`SELECT ${columns} FROM allocation WHERE la_code = $1 AND contract_id = $2`, [laCode, id]);
}

/** The allocations of an authority that hold at an instant and are to be seen, soonest last day first. */
export function findAllocationsHolding(db: Db, laCode: string, at: Date): Promise<AllocationRow[]> {
  return db.query(
    `SELECT ${columns} FROM allocation
      WHERE la_code = $1 AND access_from <= $2::timestamptz AND access_until > $2::timestamptz ORDER BY last_day, id`,
    [laCode, at],
  );
}

/** Ends these allocations; in no particular order. */
export function updateAllocationEnds(
  db: Db,
  asked: { laCode: string; ids: readonly string[] },
  end: End & { readonly code: AllocationEndReason },
): Promise<AllocationRow[]> {
  return db.query(
    `UPDATE allocation SET ended_on = $3::date, ended_at = $4::timestamptz, ended_by = $5, end_reason = $6, end_code = $7
      WHERE la_code = $1 AND id = ANY ($2) RETURNING ${columns}`,
    [asked.laCode, [...asked.ids], end.lastDay, end.endedAt, end.endedBy, end.reason, end.code],
  );
}

/** The request that was carried out under this key, or null. */
export async function findAllocationRequest(
  db: Db,
  key: { laCode: string; idempotencyKey: string },
): Promise<AllocationRequestRow | null> {
  const rows = await db.query<AllocationRequestRow>(
    `SELECT la_code AS "laCode", idempotency_key AS "idempotencyKey", request_hash AS "requestHash",
            allocation_ids AS "allocationIds", more_than_agreed_because AS "moreThanAgreedBecause"
       FROM allocation_request WHERE la_code = $1 AND idempotency_key = $2`,
    [key.laCode, key.idempotencyKey],
  );
  return rows[0] ?? null;
}

/** Remembers that a request was carried out. */
export async function insertAllocationRequest(
  db: Db,
  request: AllocationRequestRow,
  recordedBy: string,
): Promise<void> {
  await db.query(
    `INSERT INTO allocation_request (la_code, idempotency_key, request_hash, allocation_ids, recorded_by,
                                     more_than_agreed_because)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [
      request.laCode,
      request.idempotencyKey,
      request.requestHash,
      [...request.allocationIds],
      recordedBy,
      request.moreThanAgreedBecause,
    ],
  );
}
