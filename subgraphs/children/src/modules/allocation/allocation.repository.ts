import type { Db } from '@mainstay/subgraph-kit';
import type { AllocationEntity } from './allocation.entity.ts';

/** Takes over what contracts says of an allocation. Triggers then keep who may see the child. */
export async function upsertAllocation(db: Db, allocation: AllocationEntity): Promise<void> {
  await db.query(
    `INSERT INTO allocation (la_code, id, child_id, practice_id, contract_id, started_on, ended_on)
     VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (la_code, id) DO UPDATE SET child_id = EXCLUDED.child_id, practice_id = EXCLUDED.practice_id,
       contract_id = EXCLUDED.contract_id, started_on = EXCLUDED.started_on, ended_on = EXCLUDED.ended_on`,
    [
      allocation.laCode,
      allocation.id,
      allocation.childId,
      allocation.practiceId,
      allocation.contractId,
      allocation.startedOn,
      allocation.endedOn,
    ],
  );
}

/** Brings who may see a child up to the present day where an allocation began after the last time it was looked at. */
export async function refreshAccess(db: Db): Promise<void> {
  await db.query(
    `SELECT keep_access_of_children(array_agg(la_code), array_agg(child_id))
     FROM (
       SELECT DISTINCT a.la_code, a.child_id FROM allocation a
       JOIN child c ON c.la_code = a.la_code AND c.id = a.child_id
       WHERE a.started_on <= (SELECT sec.today()) AND a.started_on > c.access_until
         OR a.started_on <= (SELECT sec.today()) AND c.access_from > (SELECT sec.today())
     ) due`,
  );
}
