import { formsOfNumber, type PlainDate } from '@mainstay/primitives';
import type { Db } from '@mainstay/subgraph-kit';
import type { EmployerKey } from '../employment/employment.entity.ts';
import type { WorkerRow } from './worker.entity.ts';

const columns = `la_code AS "laCode", id, name, version, recorded_by AS "recordedBy", recorded_at AS "recordedAt", reason,
  entry_key AS "entryKey"`;

/** The records of these workers, as far as row-level security lets them be seen; one authority's after another's. */
export function findWorkersById(db: Db, ids: readonly string[]): Promise<WorkerRow[]> {
  return db.query(`SELECT ${columns} FROM worker WHERE id = ANY ($1) ORDER BY la_code`, [[...ids]]);
}

/** The record of a worker that was made under this key by the same person; null when there is none. */
export async function findWorkerByEntryKey(
  db: Db,
  laCode: string,
  { by, key }: { readonly by: string; readonly key: string },
): Promise<WorkerRow | null> {
  const [worker] = await db.query<WorkerRow>(
    `SELECT ${columns} FROM worker WHERE la_code = $1 AND entry_key = $2 AND recorded_by = $3`,
    [laCode, key, by],
  );
  return worker ?? null;
}

/** True when the authority has a record of the worker that the viewer may see. */
export async function isWorkerOnRecord(db: Db, { laCode, id }: Pick<WorkerRow, 'laCode' | 'id'>): Promise<boolean> {
  const found = await db.query('SELECT 1 FROM worker WHERE la_code = $1 AND id = $2', [laCode, id]);
  return found.length > 0;
}

/**
 * The number as the authority's record of the worker writes it, under which everything about the worker is recorded; the one
 * given when there is no record.
 */
export async function numberOnRecord(db: Db, { laCode, id }: Pick<WorkerRow, 'laCode' | 'id'>): Promise<string> {
  const [found] = await db.query<{ id: string }>(
    `SELECT id FROM worker WHERE la_code = $1 AND id = ANY ($2) ORDER BY id = $3 DESC, id LIMIT 1`,
    [laCode, formsOfNumber(id), id],
  );
  return found?.id ?? id;
}

/** Adds a worker to an authority's record; null when there is one of this number already. */
export async function addWorker(db: Db, worker: WorkerRow): Promise<WorkerRow | null> {
  const { laCode, id, name, version, recordedBy, recordedAt, entryKey } = worker;
  const added = await db.query(
    `INSERT INTO worker (la_code, id, name, version, recorded_by, recorded_at, entry_key)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT ON CONSTRAINT pk_worker DO NOTHING RETURNING id`,
    [laCode, id, name, version, recordedBy, recordedAt, entryKey],
  );
  return added.length > 0 ? worker : null;
}

/** Puts a name in the place of the one of a version; null, and nothing changed, when that is not the present one. */
export async function renameWorker(
  db: Db,
  worker: Pick<WorkerRow, 'laCode' | 'id' | 'name' | 'version' | 'recordedBy' | 'recordedAt' | 'reason'>,
): Promise<WorkerRow | null> {
  const { laCode, id, name, version, recordedBy, recordedAt, reason } = worker;
  const [renamed] = await db.query<WorkerRow>(
    `UPDATE worker SET name = $4, version = version + 1, recorded_by = $5, recorded_at = $6, reason = $7
      WHERE la_code = $1 AND id = $2 AND version = $3 RETURNING ${columns}`,
    [laCode, id, version, name, recordedBy, recordedAt, reason],
  );
  return renamed ?? null;
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
       SELECT DISTINCT ON (asked.page, worker.id) asked.page, asked.skipped, asked.taken, worker.*
         FROM asked
         JOIN present_employment AS employment USING (employer_kind, employer_id)
         JOIN worker ON worker.la_code = employment.la_code AND worker.id = employment.worker_id
        WHERE employment.started_on <= asked.on_day
          AND (employment.ended_on IS NULL OR employment.ended_on >= asked.on_day)
          AND ($6::text[] IS NULL OR employment.la_code = ANY ($6))
        ORDER BY asked.page, worker.id, worker.la_code
     ), placed AS (
       SELECT *, row_number() OVER (PARTITION BY page ORDER BY name, id)::int AS place,
              count(*) OVER (PARTITION BY page)::int AS total
         FROM staff
     )
     SELECT (page - 1)::int AS page, place, total, ${columns}
       FROM placed
      WHERE place = 1 OR (place > skipped AND place <= skipped + taken)
      ORDER BY placed.page, placed.place`,
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
