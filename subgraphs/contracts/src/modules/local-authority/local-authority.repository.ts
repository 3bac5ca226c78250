import type { Db } from '@mainstay/subgraph-kit';
import type { LocalAuthorityRow } from './local-authority.entity.ts';

const columns = `la_code AS "laCode", dfe_code AS "dfeCode", name, kind, region_code AS "regionCode",
  region_name AS "regionName", former_codes AS "formerCodes", statistical_neighbours AS "statisticalNeighbours"`;

/** The authorities that have or had one of these ONS codes. */
export function findLocalAuthoritiesByCode(db: Db, codes: readonly string[]): Promise<LocalAuthorityRow[]> {
  return db.query(`SELECT ${columns} FROM local_authority WHERE la_code = ANY ($1) OR former_codes && $1`, [
    [...codes],
  ]);
}

/** A page of the authorities whose name contains `search`, by name, and how many there are on all pages. */
export async function findLocalAuthoritiesByName(
  db: Db,
  page: { search: string; limit: number; offset: number },
): Promise<{ rows: LocalAuthorityRow[]; total: number }> {
  const found = await db.query<{ rows: LocalAuthorityRow[]; total: number }>(
    `WITH found AS (SELECT ${columns} FROM local_authority WHERE strpos(lower(name), lower($1)) > 0),
          page AS (SELECT * FROM found ORDER BY name, "laCode" LIMIT $2 OFFSET $3)
     SELECT (SELECT count(*)::int FROM found) AS total,
            (SELECT coalesce(json_agg(page ORDER BY name, "laCode"), '[]') FROM page) AS rows`,
    [page.search, page.limit, page.offset],
  );
  return found[0] ?? { rows: [], total: 0 };
}
