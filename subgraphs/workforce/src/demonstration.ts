import type { PlainDate } from '@mainstay/primitives';
import type { Database } from '@mainstay/subgraph-kit';
import type { DesignationRow } from './modules/designation/designation.entity.ts';
import type { EmployerKind, EmploymentRow } from './modules/employment/employment.entity.ts';
import type { PostRow } from './modules/post/post.entity.ts';
import type { RegistrationStatus } from './modules/registration/registration.entity.ts';
import type { TransferRow } from './modules/transfer/transfer.entity.ts';
import type { StaffRecordRow } from './record/staff-record-row.ts';

/** Who employs, in rows of the demonstration: `practiceId` is null for the authority itself. */
interface OfEmployer {
  readonly laCode: string;
  /** Unique within the authority; its code is put before it where it is not there. */
  readonly id: string;
  readonly employerKind: EmployerKind;
  readonly practiceId: string | null;
}

/** What is told of an employment where it is known. */
type KnownOfEmployment = Pick<
  EmploymentRow,
  | 'engagement'
  | 'postId'
  | 'censusRole'
  | 'startOrigin'
  | 'leaverDestination'
  | 'reasonForLeaving'
  | 'beganByTransfer'
  | 'endedByTransfer'
>;

type FactsOf<Row extends StaffRecordRow> = Readonly<Omit<Row, keyof StaffRecordRow>>;

/** Synthetic workers with their registrations, employments and posts. */
export interface DemonstrationWorkforce {
  readonly workers: readonly { laCode: string; id: string; name: string }[];
  readonly registrations: readonly {
    laCode: string;
    workerId: string;
    status: RegistrationStatus;
    registeredOn: PlainDate;
    expiresOn: PlainDate;
  }[];
  readonly employments: readonly (OfEmployer &
    Pick<EmploymentRow, 'workerId' | 'role' | 'fullTimeEquivalent'> &
    Partial<Readonly<KnownOfEmployment>> & {
      /** Says the engagement where `engagement` is left out. */
      readonly isAgency: boolean;
      readonly startedOn: PlainDate;
      readonly endedOn: PlainDate | null;
    })[];
  readonly posts?: readonly (OfEmployer & FactsOf<PostRow>)[];
  readonly designations?: readonly (OfEmployer & FactsOf<DesignationRow>)[];
  readonly transfers?: readonly (OfEmployer & FactsOf<TransferRow>)[];
}

/** Rows a statement: far from PostgreSQL's limits, few round trips. */
const BATCH = 2_000;

const FULL_ID = `CASE WHEN starts_with(id, "laCode" || '.') THEN id ELSE "laCode" || '.' || id END`;
const STAFF_COLUMNS = `la_code, id, version, recorded_by, recorded_at, is_withdrawn, employer_kind, employer_id`;
const STAFF_VALUES = `"laCode", ${FULL_ID}, 1, 'platform', now(), false, "employerKind",
  CASE "employerKind" WHEN 'practice' THEN "practiceId" ELSE "laCode" END`;
const STAFF_FIELDS = `"laCode" text, id text, "employerKind" text, "practiceId" text`;

const WORKERS = `
  INSERT INTO worker (la_code, id, name)
  SELECT * FROM jsonb_to_recordset($1::jsonb) AS t ("laCode" text, id text, name text)`;

const REGISTRATIONS = `
  INSERT INTO registration (la_code, id, version, recorded_by, recorded_at, is_withdrawn, worker_id, status, registered_on,
                            expires_on)
  SELECT "laCode", "laCode" || '.registration-' || "workerId", 1, 'platform', now(), false, "workerId", status,
         "registeredOn", "expiresOn"
    FROM jsonb_to_recordset($1::jsonb)
      AS t ("laCode" text, "workerId" text, status text, "registeredOn" date, "expiresOn" date)`;

const EMPLOYMENTS = `
  INSERT INTO employment (${STAFF_COLUMNS}, worker_id, role, full_time_equivalent, engagement, post_id, census_role,
                          started_on, ended_on, start_origin, leaver_destination, reason_for_leaving, began_by_transfer,
                          ended_by_transfer, source)
  SELECT ${STAFF_VALUES}, "workerId", role, "fullTimeEquivalent",
         coalesce(engagement, CASE WHEN "isAgency" THEN 'AGENCY' ELSE 'EMPLOYEE' END), "postId", "censusRole", "startedOn",
         "endedOn", "startOrigin", "leaverDestination", "reasonForLeaving", "beganByTransfer", "endedByTransfer", 'RECORDED'
    FROM jsonb_to_recordset($1::jsonb)
      AS t (${STAFF_FIELDS}, "workerId" text, role text, "fullTimeEquivalent" float8, engagement text, "isAgency" boolean,
            "postId" text, "censusRole" text, "startedOn" date, "endedOn" date, "startOrigin" text,
            "leaverDestination" text, "reasonForLeaving" text, "beganByTransfer" text, "endedByTransfer" text)`;

const POSTS = `
  INSERT INTO post (${STAFF_COLUMNS}, role, full_time_equivalent, is_case_holding, starts_on, ends_on, recruitment)
  SELECT ${STAFF_VALUES}, role, "fullTimeEquivalent", "isCaseHolding", "startsOn", "endsOn", recruitment
    FROM jsonb_to_recordset($1::jsonb)
      AS t (${STAFF_FIELDS}, role text, "fullTimeEquivalent" float8, "isCaseHolding" boolean, "startsOn" date,
            "endsOn" date, recruitment text)`;

const DESIGNATIONS = `
  INSERT INTO designation (${STAFF_COLUMNS}, worker_id, purpose, starts_on, ends_on)
  SELECT ${STAFF_VALUES}, "workerId", purpose, "startsOn", "endsOn"
    FROM jsonb_to_recordset($1::jsonb)
      AS t (${STAFF_FIELDS}, "workerId" text, purpose text, "startsOn" date, "endsOn" date)`;

const TRANSFERS = `
  INSERT INTO transfer (${STAFF_COLUMNS}, to_employer_kind, to_employer_id, moved_on, transfer_reason, guarantee,
                        guarantee_until, contract_id, worker_ids)
  SELECT ${STAFF_VALUES}, "toEmployerKind", "toEmployerId", "movedOn", "transferReason", guarantee, "guaranteeUntil",
         "contractId", "workerIds"
    FROM jsonb_to_recordset($1::jsonb)
      AS t (${STAFF_FIELDS}, "toEmployerKind" text, "toEmployerId" text, "movedOn" date, "transferReason" text,
            guarantee text, "guaranteeUntil" date, "contractId" text, "workerIds" text[])`;

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
      [POSTS, rows.posts ?? []],
      [EMPLOYMENTS, rows.employments],
      [DESIGNATIONS, rows.designations ?? []],
      [TRANSFERS, rows.transfers ?? []],
    ] as const) {
      for (let from = 0; from < all.length; from += BATCH) {
        await db.query(statement, [JSON.stringify(all.slice(from, from + BATCH))]);
      }
    }
    return true;
  });
}
