import type { Db } from '@mainstay/subgraph-kit';
import type { CensusFaultRow, CensusWorkerRow, WorkforceCensusRow } from './workforce-census.entity.ts';
import type { CensusKey } from './workforce-census.repository.ts';

/** Rows a statement: far from PostgreSQL's limits, few round trips. */
const BATCH = 2_000;

/** Waits for whoever imports the same authority's census, until the transaction ends. */
export async function holdCensuses(db: Db, laCode: string): Promise<void> {
  await db.query(`SELECT pg_advisory_xact_lock(hashtextextended('workforce-census ' || $1, 0))`, [laCode]);
}

/** Marks the census that is held as superseded. */
export async function supersedeCensus(db: Db, { laCode, id }: WorkforceCensusRow, at: Date): Promise<void> {
  await db.query(
    `UPDATE workforce_census SET status = 'SUPERSEDED', superseded_at = $3 WHERE la_code = $1 AND id = $2`,
    [laCode, id, at],
  );
}

/** Throws away what was only checked of a year: the newest check counts. */
export async function forgetChecks(db: Db, { laCode, year }: CensusKey): Promise<void> {
  await db.query(`DELETE FROM workforce_census WHERE la_code = $1 AND year = $2 AND status IN ('CHECKED', 'REFUSED')`, [
    laCode,
    year,
  ]);
}

/** Adds a census with its faults and the workers that are loaded. */
export async function insertCensus(
  db: Db,
  census: WorkforceCensusRow,
  { faults, workers }: { faults: readonly CensusFaultRow[]; workers: readonly CensusWorkerRow[] },
): Promise<void> {
  await inBatches(db, INSERT_CENSUS, [census]);
  await inBatches(db, INSERT_FAULTS, faults);
  await inBatches(db, INSERT_WORKERS, workers);
}

async function inBatches(db: Db, statement: string, rows: readonly object[]): Promise<void> {
  for (let from = 0; from < rows.length; from += BATCH) {
    await db.query(statement, [JSON.stringify(rows.slice(from, from + BATCH))]);
  }
}

const INSERT_CENSUS = `
  INSERT INTO workforce_census (la_code, id, year, status, file_name, digest, imported_at, imported_by, superseded_at,
    workers_read, workers_loaded, in_post, leavers, agency, fault_count, authority_block, authority, notes)
  SELECT * FROM jsonb_to_recordset($1::jsonb) AS t ("laCode" text, id text, year int, status text, "fileName" text,
    digest text, "importedAt" timestamptz, "importedBy" text, "supersededAt" timestamptz, "workersRead" int,
    "workersLoaded" int, "inPost" int, leavers int, agency int, "faultCount" int, "authorityBlock" text,
    authority jsonb, notes text[])`;

const INSERT_FAULTS = `
  INSERT INTO workforce_census_fault (la_code, census_id, position, rule, worker, line, fields, message, keeps_worker_out)
  SELECT * FROM jsonb_to_recordset($1::jsonb) AS t ("laCode" text, "censusId" text, position int, rule text, worker int,
    line int, fields text[], message text, "keepsWorkerOut" boolean)`;

const INSERT_WORKERS = `
  INSERT INTO workforce_census_worker (la_code, census_id, number, line, worker_id, plain_number, is_agency, fte, fte_before,
    started_on, ended_on, cases, days_lost, cells)
  SELECT * FROM jsonb_to_recordset($1::jsonb) AS t ("laCode" text, "censusId" text, number int, line int, "workerId" text,
    "plainNumber" text, "isAgency" boolean, fte float8, "fteBefore" float8, "startedOn" date, "endedOn" date, cases int,
    "daysLost" float8, cells jsonb)`;
