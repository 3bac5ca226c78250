import { randomUUID } from 'node:crypto';
import type { Db } from '@mainstay/subgraph-kit';
import type {
  EmploymentOfCensus,
  EmploymentOnRecord,
  EmploymentChanges,
  LatestWord,
} from './workforce-census.employments.ts';

/** How versions that a census made say so. */
const REASON = 'Workforce census';

/** The workers on record with an authority. */
export async function findWorkerIds(db: Db, laCode: string): Promise<string[]> {
  return (await db.query<{ id: string }>('SELECT id FROM worker WHERE la_code = $1', [laCode])).map(({ id }) => id);
}

/** Puts workers on record without a name. Those who are there already stay as they are. */
export async function addNamelessWorkers(
  db: Db,
  { laCode, ids, by, at }: { laCode: string; ids: readonly string[]; by: string; at: Date },
): Promise<void> {
  await db.query(
    `INSERT INTO worker (la_code, id, recorded_by, recorded_at)
     SELECT $1, id, $3, $4 FROM unnest($2::text[]) AS t (id) ON CONFLICT ON CONSTRAINT pk_worker DO NOTHING`,
    [laCode, [...ids], by, at],
  );
}

/** The newest word of the held censuses of an authority on each worker. */
export function findLatestWords(db: Db, laCode: string): Promise<LatestWord[]> {
  return db.query(
    `WITH held AS (SELECT la_code, id, year FROM workforce_census WHERE la_code = $1 AND status = 'HELD'),
     named AS (
       SELECT w.plain_number, w.worker_id, w.cells, held.year,
              min(held.year) OVER worker AS first_year,
              lag(CASE WHEN NOT w.is_agency THEN w.fte END) OVER (worker ORDER BY held.year) AS fte_before
         FROM workforce_census_worker w JOIN held ON held.la_code = w.la_code AND held.id = w.census_id
       WINDOW worker AS (PARTITION BY w.plain_number)
     )
     SELECT DISTINCT ON (plain_number) worker_id AS "workerId", year, first_year AS "firstYear",
            (SELECT max(year) FROM held) AS "lastYear", cells, fte_before AS "fteBefore"
       FROM named ORDER BY plain_number, year DESC`,
    [laCode],
  );
}

/** The employments on record with an authority or a practice that serves it, those taken back among them. */
export function findEmploymentsOnRecord(db: Db, laCode: string): Promise<EmploymentOnRecord[]> {
  return db.query(
    `SELECT id, version, is_withdrawn AS "isWithdrawn", worker_id AS "workerId", role,
            full_time_equivalent AS "fullTimeEquivalent", engagement, census_role AS "censusRole",
            started_on::text AS "startedOn", ended_on::text AS "endedOn", start_origin AS "startOrigin",
            leaver_destination AS "leaverDestination", reason_for_leaving AS "reasonForLeaving",
            source = 'CENSUS' AND (reason IS NULL OR starts_with(reason, $2)) AS "isCensusWord"
       FROM employment WHERE la_code = $1 AND superseded_at IS NULL
        AND NOT (is_withdrawn AND source = 'RECORDED')`,
    [laCode, REASON],
  );
}

/** Makes the record say what the censuses say, in the name of whoever imported the census of `year`. */
export async function applyEmploymentChanges(
  db: Db,
  changes: EmploymentChanges,
  { laCode, by, at, year }: { laCode: string; by: string; at: Date; year: number },
): Promise<void> {
  const made = { laCode, by, at, reason: null };
  const reason = `${REASON} of ${year}.`;
  const later = ({ id, version }: EmploymentOnRecord) => ({ laCode, id, version: version + 1, by, at, reason });
  const replaced = [...changes.corrected.map(({ before }) => before), ...changes.withdrawn];
  await db.query(
    `UPDATE employment SET superseded_at = $3 WHERE la_code = $1 AND id = ANY ($2) AND superseded_at IS NULL`,
    [laCode, replaced.map(({ id }) => id), at],
  );
  const rows = [
    ...changes.added.map((facts) => ({
      ...made,
      id: `${laCode}.employment-${randomUUID()}`,
      version: 1,
      isWithdrawn: false,
      ...factsOf(facts),
    })),
    ...changes.corrected.map(({ before, facts }) => ({ ...later(before), isWithdrawn: false, ...factsOf(facts) })),
    ...changes.withdrawn.map((before) => ({ ...later(before), isWithdrawn: true, ...factsOf(before) })),
  ];
  await db.query(INSERT, [JSON.stringify(rows)]);
}

function factsOf(facts: EmploymentOfCensus): EmploymentOfCensus {
  const { workerId, role, fullTimeEquivalent, engagement, censusRole, startedOn, endedOn } = facts;
  const { startOrigin, leaverDestination, reasonForLeaving } = facts;
  const terms = { workerId, role, fullTimeEquivalent, engagement, censusRole };
  return { ...terms, startedOn, endedOn, startOrigin, leaverDestination, reasonForLeaving };
}

const INSERT = `
  INSERT INTO employment (la_code, id, version, recorded_by, recorded_at, reason, is_withdrawn, employer_kind, employer_id,
    worker_id, role, full_time_equivalent, engagement, census_role, started_on, ended_on, start_origin, leaver_destination,
    reason_for_leaving, source)
  SELECT "laCode", id, version, by, at, reason, "isWithdrawn", 'local-authority', "laCode", "workerId", role,
         "fullTimeEquivalent", engagement, "censusRole", "startedOn", "endedOn", "startOrigin", "leaverDestination",
         "reasonForLeaving", 'CENSUS'
    FROM jsonb_to_recordset($1::jsonb) AS t ("laCode" text, id text, version int, by text, at timestamptz, reason text,
      "isWithdrawn" boolean, "workerId" text, role text, "fullTimeEquivalent" float8, engagement text, "censusRole" text,
      "startedOn" date, "endedOn" date, "startOrigin" text, "leaverDestination" text, "reasonForLeaving" text)`;
