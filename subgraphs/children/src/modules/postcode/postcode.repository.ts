import { normalPostcode, postcodeDirectoryOf, type PostcodeDirectory, type PostcodePlace } from '@mainstay/ssda903';
import type { Db } from '@mainstay/subgraph-kit';
import { distanceMilesSql } from './postcode.distance.ts';
import type { PostcodeEntity } from './postcode.entity.ts';

/** Adds postcodes to the directory and corrects those it holds. */
export async function upsertPostcodes(db: Db, postcodes: readonly PostcodeEntity[]): Promise<void> {
  // A statement cannot correct one row twice: of a postcode that comes twice the last counts.
  const rows = [...new Map(postcodes.map((row) => [row.postcode, row])).values()];
  await db.query(
    `INSERT INTO postcode (postcode, easting, northing, la_code)
     SELECT * FROM unnest($1::text[], $2::integer[], $3::integer[], $4::text[])
     ON CONFLICT (postcode) DO UPDATE
       SET easting = EXCLUDED.easting, northing = EXCLUDED.northing, la_code = EXCLUDED.la_code
       WHERE (postcode.easting, postcode.northing, postcode.la_code)
         IS DISTINCT FROM (EXCLUDED.easting, EXCLUDED.northing, EXCLUDED.la_code)`,
    [
      rows.map((row) => row.postcode),
      rows.map((row) => row.easting),
      rows.map((row) => row.northing),
      rows.map((row) => row.laCode),
    ],
  );
}

/** Works out again, for all authorities, where placements lie. Run it as the platform itself when postcodes change. */
export async function relocatePlacements(db: Db): Promise<void> {
  await db.query(
    `UPDATE placement SET distance_from_home_miles = found.miles, is_inside_authority = found.is_inside
     FROM (
       SELECT p.la_code, p.child_id, p.id, ${distanceMilesSql('home', 'place')} AS miles,
         place.la_code = p.la_code AS is_inside
       FROM placement p
       LEFT JOIN postcode home ON home.postcode = p.home_postcode
       LEFT JOIN postcode place ON place.postcode = p.placement_postcode
     ) found
     WHERE placement.la_code = found.la_code AND placement.child_id = found.child_id AND placement.id = found.id
       AND (placement.distance_from_home_miles, placement.is_inside_authority)
         IS DISTINCT FROM (found.miles, found.is_inside)`,
  );
}

/** Where some postcodes lie, written without spaces; undefined while no directory is loaded. */
export async function findPostcodeDirectory(
  db: Db,
  postcodes: Iterable<string>,
): Promise<PostcodeDirectory | undefined> {
  const [directory] = await db.query<{ isLoaded: boolean }>('SELECT EXISTS (SELECT FROM postcode) AS "isLoaded"');
  if (!directory?.isLoaded) return undefined;
  const wanted = new Set(Array.from(postcodes, normalPostcode));
  const places = await db.query<PostcodePlace & { postcode: string }>(
    'SELECT postcode, easting, northing, la_code AS "laCode" FROM postcode WHERE postcode = ANY ($1::text[])',
    [[...wanted]],
  );
  return postcodeDirectoryOf(places);
}
