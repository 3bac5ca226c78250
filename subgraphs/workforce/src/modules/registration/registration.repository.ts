import type { Db } from '@mainstay/subgraph-kit';
import type { RegistrationRow } from './registration.entity.ts';

/** The registrations of these workers, as far as row-level security lets them be seen; the longest-lasting last. */
export function findRegistrationsOfWorkers(db: Db, workerIds: readonly string[]): Promise<RegistrationRow[]> {
  return db.query(
    `SELECT la_code AS "laCode", worker_id AS "workerId", status, registered_on::text AS "registeredOn",
            expires_on::text AS "expiresOn"
       FROM registration WHERE worker_id = ANY ($1) ORDER BY expires_on, la_code`,
    [[...workerIds]],
  );
}
