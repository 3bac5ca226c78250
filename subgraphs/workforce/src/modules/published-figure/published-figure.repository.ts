import type { Db } from '@mainstay/subgraph-kit';
import type { PublishedFigureRow } from './published-figure.entity.ts';

const columns = `held.year, held.code, held.geography, held.name, held.region_code AS "regionCode",
  held.dfe_code AS "dfeCode", held.returned_with AS "returnedWith", held.figures, held.edition`;

/** A row, and which of the codes asked for it answers. */
export interface AskedRow extends PublishedFigureRow {
  readonly asked: string;
}

/**
 * The rows of authorities, regions and England with these ONS codes, oldest first. An authority whose code has changed is
 * found by any of its codes, for the Department for Education's number stays.
 */
export function findPublishedByCode(db: Db, codes: readonly string[]): Promise<AskedRow[]> {
  return db.query(
    `WITH wanted AS (
       SELECT asked, number.dfe_code
         FROM unnest($1::text[]) AS asked
         LEFT JOIN LATERAL (
           SELECT dfe_code FROM published_figure WHERE code = asked AND dfe_code IS NOT NULL ORDER BY year DESC LIMIT 1
         ) AS number ON true
     )
     SELECT wanted.asked, ${columns}
       FROM wanted JOIN published_figure AS held
         ON held.code = wanted.asked OR held.dfe_code = wanted.dfe_code
      ORDER BY held.year`,
    [[...codes]],
  );
}

/** The rows held of these years, of whatever place. */
export function findPublishedOfYears(db: Db, years: readonly number[]): Promise<PublishedFigureRow[]> {
  return db.query(`SELECT ${columns} FROM published_figure AS held WHERE year = ANY ($1)`, [[...years]]);
}

/** Keeps other loads waiting until this one has ended. */
export async function lockPublished(db: Db): Promise<void> {
  await db.query(`SELECT pg_advisory_xact_lock(hashtextextended('published_figure', 0))`);
}

/** Puts rows in the place of those held of the same place and year. */
export async function savePublished(db: Db, rows: readonly PublishedFigureRow[]): Promise<void> {
  const changes = JSON.stringify(rows);
  // The same authority under another code of the same year.
  await db.query(
    `DELETE FROM published_figure AS held USING jsonb_to_recordset($1::jsonb) AS t (year int, code text, "dfeCode" text)
      WHERE held.year = t.year AND held.dfe_code = t."dfeCode" AND held.code <> t.code`,
    [changes],
  );
  await db.query(
    `INSERT INTO published_figure (year, code, geography, name, region_code, dfe_code, returned_with, figures, edition)
     SELECT year, code, geography, name, "regionCode", "dfeCode", "returnedWith", figures, edition
       FROM jsonb_to_recordset($1::jsonb) AS t (year int, code text, geography text, name text, "regionCode" text,
         "dfeCode" text, "returnedWith" text[], figures jsonb, edition int)
     ON CONFLICT (year, code) DO UPDATE SET
       geography = excluded.geography, name = excluded.name, region_code = excluded.region_code,
       dfe_code = excluded.dfe_code, returned_with = excluded.returned_with, figures = excluded.figures,
       edition = excluded.edition, loaded_at = now()`,
    [changes],
  );
}
