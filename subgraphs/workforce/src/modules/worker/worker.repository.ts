import type { PlainDate } from '@mainstay/primitives';
import type { Db } from '@mainstay/subgraph-kit';
import type { EmployerKey } from '../employment/employment.entity.ts';
import type { WorkerRow } from './worker.entity.ts';

/** The records of these workers, as far as row-level security lets them be seen; one authority's after another's. */
export function findWorkersById(db: Db, ids: readonly string[]): Promise<WorkerRow[]> {
  return db.query(`SELECT la_code AS "laCode", id, name FROM worker WHERE id = ANY ($1) ORDER BY la_code`, [[...ids]]);
}

/** A page of the workers in post with one employer on a day. */
export interface StaffPage extends EmployerKey {
  readonly on: PlainDate;
  readonly limit: number;
  readonly offset: number;
}

/** A worker on a page: `page` is the place of the page in the question, `place` counts from 1 over all pages. */
export type WorkerOnPage = WorkerRow & { readonly page: number; readonly place: number; readonly total: number };

/**
 * The workers of many pages in one statement, by name. The first worker of all is answered for every page, so that the
 * total is known for a page beyond the last.
 */
export function findStaff(
  db: Db,
  pages: readonly StaffPage[],
  laCodes: readonly string[] | null,
): Promise<WorkerOnPage[]> {
  return db.query(
    `WITH asked AS (
       SELECT * FROM unnest($1::text[], $2::text[], $3::date[], $4::int[], $5::int[])
         WITH ORDINALITY AS asked (employer_kind, employer_id, on_day, skipped, taken, page)
     ), staff AS (
       SELECT asked.page, asked.skipped, asked.taken, worker.id, min(worker.name) AS name, min(worker.la_code) AS la_code
         FROM asked
         JOIN employment USING (employer_kind, employer_id)
         JOIN worker ON worker.la_code = employment.la_code AND worker.id = employment.worker_id
        WHERE employment.started_on <= asked.on_day
          AND (employment.ended_on IS NULL OR employment.ended_on >= asked.on_day)
          AND ($6::text[] IS NULL OR employment.la_code = ANY ($6))
        GROUP BY asked.page, asked.skipped, asked.taken, worker.id
     ), placed AS (
       SELECT *, row_number() OVER (PARTITION BY page ORDER BY name, id)::int AS place,
              count(*) OVER (PARTITION BY page)::int AS total
         FROM staff
     )
     SELECT (page - 1)::int AS page, place, total, la_code AS "laCode", id, name
       FROM placed
      WHERE place = 1 OR (place > skipped AND place <= skipped + taken)
      ORDER BY page, place`,
    [
      pages.map((page) => page.employerKind),
      pages.map((page) => page.employerId),
      pages.map((page) => page.on),
      pages.map((page) => page.offset),
      pages.map((page) => page.limit),
      laCodes,
    ],
  );
}
