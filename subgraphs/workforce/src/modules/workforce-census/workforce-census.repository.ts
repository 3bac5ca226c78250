import type { Db } from '@mainstay/subgraph-kit';
import type { CensusFaultRow, CensusWorkerRow, WorkforceCensusRow } from './workforce-census.entity.ts';

const censusColumns = `la_code AS "laCode", id, year, status, file_name AS "fileName", digest, imported_at AS "importedAt",
  imported_by AS "importedBy", superseded_at AS "supersededAt", workers_read AS "workersRead",
  workers_loaded AS "workersLoaded", in_post AS "inPost", leavers, agency, fault_count AS "faultCount",
  authority_block AS "authorityBlock", authority, notes`;

const workerColumns = `la_code AS "laCode", census_id AS "censusId", number, line, worker_id AS "workerId",
  plain_number AS "plainNumber", is_agency AS "isAgency", fte, fte_before AS "fteBefore", started_on::text AS "startedOn",
  ended_on::text AS "endedOn", cases, days_lost AS "daysLost", cells`;

const faultColumns = `la_code AS "laCode", census_id AS "censusId", position, rule, worker, line, fields, message,
  keeps_worker_out AS "keepsWorkerOut"`;

/** The most files that are told of an authority. */
const MOST_FILES = 50;

/** An authority and a census year. */
export interface CensusKey {
  readonly laCode: string;
  readonly year: number;
}

/** The censuses that are held of these authorities and years. */
export function findHeldCensuses(db: Db, keys: readonly CensusKey[]): Promise<WorkforceCensusRow[]> {
  return db.query(
    `SELECT ${censusColumns} FROM workforce_census
      WHERE status = 'HELD' AND (la_code, year) IN (SELECT * FROM unnest($1::text[], $2::int[]))`,
    [keys.map(({ laCode }) => laCode), keys.map(({ year }) => year)],
  );
}

/** The files of these authorities, newest first: at most 50 of each. */
export function findCensusesOf(db: Db, laCodes: readonly string[]): Promise<WorkforceCensusRow[]> {
  return db.query(
    `SELECT ${censusColumns} FROM (
       SELECT *, row_number() OVER (PARTITION BY la_code ORDER BY imported_at DESC, id) AS place
         FROM workforce_census WHERE la_code = ANY ($1)
     ) file WHERE place <= ${MOST_FILES} ORDER BY la_code, place`,
    [[...laCodes]],
  );
}

/** A page of what belongs to one census. */
export interface CensusPage {
  readonly laCode: string;
  readonly censusId: string;
  readonly limit: number;
  readonly offset: number;
  /** Of faults: those of this rule only. */
  readonly rule: string | null;
}

/** A row on a page: `page` is the place of the page in the question. */
export type OnPage<Row> = Row & { readonly page: number };

/** The workers of many pages in one statement, in the order of the file. */
export function findCensusWorkers(db: Db, pages: readonly CensusPage[]): Promise<OnPage<CensusWorkerRow>[]> {
  return db.query(
    `SELECT page::int - 1 AS page, found.* FROM ${askedPages}
      CROSS JOIN LATERAL (
        SELECT ${workerColumns} FROM workforce_census_worker
         WHERE la_code = asked_la AND census_id = asked_id ORDER BY number OFFSET skipped LIMIT taken
      ) found ORDER BY page, found.number`,
    pageParameters(pages),
  );
}

/** The faults of many pages in one statement, in the order of the file. */
export function findCensusFaults(db: Db, pages: readonly CensusPage[]): Promise<OnPage<CensusFaultRow>[]> {
  return db.query(
    `SELECT page::int - 1 AS page, found.* FROM ${askedPages}
      CROSS JOIN LATERAL (
        SELECT ${faultColumns} FROM workforce_census_fault
         WHERE la_code = asked_la AND census_id = asked_id AND (asked_rule IS NULL OR rule = asked_rule)
         ORDER BY position OFFSET skipped LIMIT taken
      ) found ORDER BY page, found.position`,
    pageParameters(pages),
  );
}

/** How often each rule was broken in these censuses, most frequent first. */
export function countCensusFaults(
  db: Db,
  ids: readonly string[],
): Promise<{ censusId: string; rule: string; count: number }[]> {
  return db.query(
    `SELECT census_id AS "censusId", rule, count(*)::int AS count FROM workforce_census_fault
      WHERE la_code = ANY ($1) AND census_id = ANY ($2) GROUP BY census_id, rule ORDER BY count(*) DESC, rule`,
    [laCodesOf(ids), [...ids]],
  );
}

/** What the census that is held of a year says of workers, by their numbers as they are compared. */
export function findCensusOfWorkers(
  db: Db,
  { year, plainNumbers, laCodes }: { year: number; plainNumbers: readonly string[]; laCodes: readonly string[] },
): Promise<CensusWorkerRow[]> {
  return db.query(
    `SELECT ${workerColumns} FROM workforce_census_worker
      WHERE la_code = ANY ($1) AND plain_number = ANY ($2)
        AND (la_code, census_id) IN (SELECT la_code, id FROM workforce_census WHERE status = 'HELD' AND year = $3)`,
    [[...laCodes], [...plainNumbers], year],
  );
}

const askedPages = `unnest($1::text[], $2::text[], $3::int[], $4::int[], $5::text[])
  WITH ORDINALITY AS asked (asked_la, asked_id, taken, skipped, asked_rule, page)`;

function pageParameters(pages: readonly CensusPage[]): unknown[] {
  return [
    pages.map(({ laCode }) => laCode),
    pages.map(({ censusId }) => censusId),
    pages.map(({ limit }) => limit),
    pages.map(({ offset }) => offset),
    pages.map(({ rule }) => rule),
  ];
}

function laCodesOf(ids: readonly string[]): string[] {
  return [...new Set(ids.map((id) => id.split('.', 1)[0] ?? ''))];
}
