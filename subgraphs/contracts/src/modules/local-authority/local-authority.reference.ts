import { readFileSync } from 'node:fs';
import type { Db } from '@mainstay/subgraph-kit';
import type { LocalAuthorityRow } from './local-authority.entity.ts';

const file = new URL('../../../reference/local-authorities.tsv', import.meta.url);

/** The authorities of the committed reference file. @see reference/SOURCES.md */
export function readLocalAuthorities(): LocalAuthorityRow[] {
  const [, ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
  return lines.map((line) => {
    const [
      laCode = '',
      dfeCode = '',
      name = '',
      kind = '',
      regionCode = '',
      regionName = '',
      former = '',
      neighbours = '',
    ] = line.split('\t');
    const formerCodes = former === '' ? [] : former.split(' ');
    return {
      laCode,
      dfeCode,
      name,
      kind,
      regionCode,
      regionName,
      formerCodes,
      statisticalNeighbours: neighbours.split(' '),
    };
  });
}

/**
 * Brings the table up to the reference file: adds what is missing and changes what differs, in one statement. Nothing is
 * removed, because contracts may name it. Safe to repeat, and from several processes at once.
 */
export async function loadLocalAuthorities(db: Db): Promise<void> {
  await db.query(
    `INSERT INTO local_authority AS known
       (la_code, dfe_code, name, kind, region_code, region_name, former_codes, statistical_neighbours)
     SELECT * FROM jsonb_to_recordset($1::jsonb)
       AS t ("laCode" text, "dfeCode" text, name text, kind text, "regionCode" text, "regionName" text,
             "formerCodes" text[], "statisticalNeighbours" text[])
      ORDER BY "laCode"
     ON CONFLICT (la_code) DO UPDATE SET
       dfe_code = excluded.dfe_code, name = excluded.name, kind = excluded.kind, region_code = excluded.region_code,
       region_name = excluded.region_name, former_codes = excluded.former_codes,
       statistical_neighbours = excluded.statistical_neighbours
     WHERE (known.dfe_code, known.name, known.kind, known.region_code, known.region_name, known.former_codes,
            known.statistical_neighbours)
        IS DISTINCT FROM (excluded.dfe_code, excluded.name, excluded.kind, excluded.region_code, excluded.region_name,
            excluded.former_codes, excluded.statistical_neighbours)`,
    [JSON.stringify(readLocalAuthorities())],
  );
}
