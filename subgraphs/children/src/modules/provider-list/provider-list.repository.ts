import { providerListOf, type Provider, type ProviderList } from '@mainstay/ssda903';
import type { Db } from '@mainstay/subgraph-kit';
import type { ProviderListEntity } from './provider-list.entity.ts';

/** How many lists are shown. */
const MOST_LISTS = 20;

const listColumns = `la_code AS "laCode", id, file_name AS "fileName", as_at AS "asAt", setting_count AS "settingCount",
  loaded_at AS "loadedAt", loaded_by AS "loadedBy", superseded_at AS "supersededAt"`;

/** The lists an authority has loaded, newest first. */
export function findProviderLists(db: Db, laCode: string): Promise<ProviderListEntity[]> {
  return db.query(
    `SELECT ${listColumns} FROM provider_list WHERE la_code = $1 ORDER BY loaded_at DESC, id LIMIT ${MOST_LISTS}`,
    [laCode],
  );
}

/** Puts a list in the place of the one before. */
export async function insertProviderList(
  db: Db,
  list: Omit<ProviderListEntity, 'settingCount' | 'supersededAt'>,
  providers: readonly Provider[],
): Promise<void> {
  const { laCode, id, fileName, asAt, loadedAt, loadedBy } = list;
  await db.query('UPDATE provider_list SET superseded_at = $2 WHERE la_code = $1 AND superseded_at IS NULL', [
    laCode,
    loadedAt,
  ]);
  await db.query(
    `INSERT INTO provider_list (la_code, id, file_name, as_at, setting_count, loaded_at, loaded_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [laCode, id, fileName, asAt, providers.length, loadedAt, loadedBy],
  );
  await db.query(
    `INSERT INTO provider_list_setting (la_code, list_id, urn, postcode, area_code, area_name, placement_codes,
       provider_codes, registered_on, registration_ended_on)
     SELECT $1, $2, urn, postcode, area_code, area_name, string_to_array(placement_codes, ' '),
       string_to_array(provider_codes, ' '), registered_on, registration_ended_on
     FROM unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::date[], $10::date[])
       AS setting (urn, postcode, area_code, area_name, placement_codes, provider_codes, registered_on,
         registration_ended_on)`,
    [
      laCode,
      id,
      providers.map(({ urn }) => urn),
      providers.map(({ postcode }) => postcode),
      providers.map((provider) => provider.laCode),
      providers.map(({ laName }) => laName),
      providers.map(({ placementCodes }) => placementCodes.join(' ')),
      providers.map(({ providerCodes }) => providerCodes.join(' ')),
      providers.map(({ registeredOn }) => registeredOn),
      providers.map(({ registrationEndedOn }) => registrationEndedOn),
    ],
  );
}

/** Which settings of the list are wanted: those of these numbers, and those at these postcodes, without spaces. */
export interface SettingsWanted {
  readonly urns: readonly string[];
  readonly postcodes: readonly string[];
}

/** The list in use, with its id. */
export interface ProvidersInUse {
  readonly id: string;
  readonly list: ProviderList;
}

/** The list in use, or the settings of it that are wanted; null when the authority has loaded none. */
export async function findProviders(db: Db, laCode: string, wanted?: SettingsWanted): Promise<ProvidersInUse | null> {
  const [inUse] = await db.query<ProviderListEntity>(
    `SELECT ${listColumns} FROM provider_list WHERE la_code = $1 AND superseded_at IS NULL`,
    [laCode],
  );
  if (!inUse) return null;
  const settings = await db.query<Provider>(
    `SELECT urn, postcode, area_code AS "laCode", area_name AS "laName", placement_codes AS "placementCodes",
       provider_codes AS "providerCodes", registered_on AS "registeredOn",
       registration_ended_on AS "registrationEndedOn"
     FROM provider_list_setting WHERE la_code = $1 AND list_id = $2
     ${wanted ? `AND (urn = ANY ($3::text[]) OR replace(postcode, ' ', '') = ANY ($4::text[]))` : ''}`,
    wanted ? [laCode, inUse.id, wanted.urns, wanted.postcodes] : [laCode, inUse.id],
  );
  return { id: inUse.id, list: providerListOf(settings, inUse.asAt) };
}
