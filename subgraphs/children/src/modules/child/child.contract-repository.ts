import type { Db } from '@mainstay/subgraph-kit';
import type { ChildScope } from './child.policy.ts';
import { childColumns, inScopeSql, isAfterSql, scopeValues, type ChildRow } from './child.repository.ts';
import type { ContractOnDay, ContractPage } from './child.contract-loader.ts';

/**
 * True for the children allocated under the contract asked about, on the day asked about; both days count. A practice
 * learns of its own allocations only.
 */
const isAllocated = `(child.la_code, child.id) IN (
  SELECT allocation.la_code, allocation.child_id FROM allocation
  WHERE allocation.la_code = ANY ($1::text[]) AND allocation.contract_id = asked.contract_id
    AND ($2::text IS NULL OR allocation.practice_id = $2)
    AND allocation.started_on <= asked.day AND (allocation.ended_on IS NULL OR allocation.ended_on >= asked.day)
)`;

/** The pages asked for, in that order, in one statement. */
export async function findContractChildPages(
  db: Db,
  scope: ChildScope,
  pages: readonly ContractPage[],
): Promise<ChildRow[][]> {
  const rows = await db.query<ChildRow & { page: number }>(
    `SELECT asked.page, listed.*
     FROM unnest($6::text[], $7::date[], $8::text[], $9::int[])
       WITH ORDINALITY AS asked (contract_id, day, after_id, up_to, page)
     CROSS JOIN LATERAL (
       SELECT ${childColumns} FROM child
       WHERE ${inScopeSql(1)} AND ${isAllocated} AND ${isAfterSql('asked.after_id', 1)}
       ORDER BY child.local_id, child.id
       LIMIT asked.up_to
     ) AS listed
     ORDER BY asked.page, listed."localId", listed.id`,
    [
      ...scopeValues(scope),
      pages.map(({ contractId }) => contractId),
      pages.map(({ on }) => on),
      pages.map(({ after }) => after),
      pages.map(({ limit }) => limit),
    ],
  );
  const byPage = Map.groupBy(rows, ({ page }) => Number(page));
  return pages.map((_, index) => byPage.get(index + 1) ?? []);
}

/** How many children each contract has on its day, in the order asked, in one statement. */
export async function countContractChildren(
  db: Db,
  scope: ChildScope,
  contracts: readonly ContractOnDay[],
): Promise<number[]> {
  const rows = await db.query<{ asked: number; total: number }>(
    `SELECT asked.ord AS asked, counted.total
     FROM unnest($6::text[], $7::date[]) WITH ORDINALITY AS asked (contract_id, day, ord)
     CROSS JOIN LATERAL (
       SELECT count(*)::int AS total FROM child WHERE ${inScopeSql(1)} AND ${isAllocated}
     ) AS counted`,
    [...scopeValues(scope), contracts.map(({ contractId }) => contractId), contracts.map(({ on }) => on)],
  );
  const totals = new Map(rows.map(({ asked, total }) => [Number(asked), total]));
  return contracts.map((_, index) => totals.get(index + 1) ?? 0);
}
