import type { Db } from '@mainstay/subgraph-kit';
import type { AllocationEntity } from './allocation.entity.ts';

/** Takes over what contracts says of an allocation. Triggers then keep who may see the child. */
export async function upsertAllocation(db: Db, allocation: AllocationEntity): Promise<void> {
  await db.query(
    `INSERT INTO allocation (la_code, id, child_id, practice_id, contract_id, started_on, ended_on, ends_at, functions)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     ON CONFLICT (la_code, id) DO UPDATE SET child_id = EXCLUDED.child_id, practice_id = EXCLUDED.practice_id,
       contract_id = EXCLUDED.contract_id, started_on = EXCLUDED.started_on, ended_on = EXCLUDED.ended_on,
       ends_at = EXCLUDED.ends_at, functions = EXCLUDED.functions`,
    [
      allocation.laCode,
      allocation.id,
      allocation.childId,
      allocation.practiceId,
      allocation.contractId,
      allocation.startedOn,
      allocation.endedOn,
      allocation.endsAt,
      allocation.functions,
    ],
  );
}

/**
 * Brings who may see a child up to the present day, where an allocation that has begun is later than the one that counted
 * when it was last looked at.
 */
export async function refreshAccess(db: Db): Promise<void> {
  await db.query(
    `SELECT keep_access_of_children(array_agg(la_code), array_agg(child_id))
     FROM (
       SELECT DISTINCT a.la_code, a.child_id FROM allocation a
       JOIN child c ON c.la_code = a.la_code AND c.id = a.child_id
       WHERE a.started_on <= (SELECT sec.today())
         AND (a.ends_at IS NULL OR a.ends_at > a.started_on::timestamp AT TIME ZONE 'Europe/London')
         AND (c.access_from IS NULL OR c.access_from > (SELECT sec.now())
           OR a.started_on::timestamp AT TIME ZONE 'Europe/London' > c.access_from)
     ) due`,
  );
}
