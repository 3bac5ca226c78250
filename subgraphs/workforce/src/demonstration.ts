import type { PlainDate } from '@mainstay/primitives';
import type { Database } from '@mainstay/subgraph-kit';
import type { EmployerKind, WorkerRole } from './modules/employment/employment.entity.ts';
import type { RegistrationStatus } from './modules/registration/registration.entity.ts';

/** Synthetic workers with their registrations and posts. */
export interface DemonstrationWorkforce {
  readonly workers: readonly { laCode: string; id: string; name: string }[];
  readonly registrations: readonly {
    laCode: string;
    workerId: string;
    status: RegistrationStatus;
    registeredOn: PlainDate;
    expiresOn: PlainDate;
  }[];
  readonly employments: readonly {
    laCode: string;
    id: string;
    workerId: string;
    employerKind: EmployerKind;
    practiceId: string | null;
    role: WorkerRole;
    fullTimeEquivalent: number;
    isAgency: boolean;
    startedOn: PlainDate;
    endedOn: PlainDate | null;
  }[];
}

/** Rows a statement: far from PostgreSQL's limits, few round trips. */
const BATCH = 2_000;

const WORKERS = `
  INSERT INTO worker (la_code, id, name)
  SELECT * FROM jsonb_to_recordset($1::jsonb) AS t ("laCode" text, id text, name text)`;

const REGISTRATIONS = `
  INSERT INTO registration (la_code, worker_id, status, registered_on, expires_on)
  SELECT * FROM jsonb_to_recordset($1::jsonb)
    AS t ("laCode" text, "workerId" text, status text, "registeredOn" date, "expiresOn" date)`;

const EMPLOYMENTS = `
  INSERT INTO employment (la_code, id, worker_id, employer_kind, employer_id, role, full_time_equivalent, is_agency,
                          started_on, ended_on)
  SELECT "laCode", CASE WHEN starts_with(id, "laCode" || '.') THEN id ELSE "laCode" || '.' || id END, "workerId",
         "employerKind", CASE "employerKind" WHEN 'practice' THEN "practiceId" ELSE "laCode" END, role,
         "fullTimeEquivalent", "isAgency", "startedOn", "endedOn"
    FROM jsonb_to_recordset($1::jsonb)
      AS t ("laCode" text, id text, "workerId" text, "employerKind" text, "practiceId" text, role text,
            "fullTimeEquivalent" float8, "isAgency" boolean, "startedOn" date, "endedOn" date)`;

/**
 * Loads demonstration data when there is no worker yet: all of it, or nothing.
 *
 * @returns whether it was loaded.
 */
export async function loadDemonstration(database: Database, rows: DemonstrationWorkforce): Promise<boolean> {
  return database.owner(async (db) => {
    await db.query(`SELECT pg_advisory_xact_lock(hashtextextended('demonstration', 0))`);
    const [worker] = await db.query('SELECT 1 FROM worker LIMIT 1');
    if (worker) return false;
    for (const [statement, all] of [
      [WORKERS, rows.workers],
      [REGISTRATIONS, rows.registrations],
      [EMPLOYMENTS, rows.employments],
    ] as const) {
      for (let from = 0; from < all.length; from += BATCH) {
        await db.query(statement, [JSON.stringify(all.slice(from, from + BATCH))]);
      }
    }
    return true;
  });
}
