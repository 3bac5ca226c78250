import {
  columnIndex,
  normalPostcode,
  normalUrn,
  type CheckedRow,
  type ReturnTables,
  type ReturnToCheck,
} from '@mainstay/ssda903';
import type { Db } from '@mainstay/subgraph-kit';
import { findPostcodeDirectory } from '../postcode/postcode.repository.ts';
import { findProviders } from '../provider-list/provider-list.repository.ts';

/** What rules look things up in, besides returns. */
export type ReferenceOfReturn = Pick<ReturnToCheck, 'laCode' | 'providers' | 'postcodes'> & {
  readonly laCode: string;
  /** Which list of providers; null when none is loaded. */
  readonly providerListId: string | null;
};

const [HOME, PLACE, URN] = [
  columnIndex('Episodes', 'HOME_POST'),
  columnIndex('Episodes', 'PL_POST'),
  columnIndex('Episodes', 'URN'),
];

/** What is loaded of Ofsted's list and of the directory of postcodes that the episodes of some returns name: four statements. */
export async function findReference(
  db: Db,
  laCode: string,
  returns: readonly (ReturnTables | undefined)[],
): Promise<ReferenceOfReturn> {
  const episodes = returns.flatMap((tables) => tables?.get('Episodes') ?? []);
  const postcodes = distinct(episodes, [HOME, PLACE]);
  const found = await findPostcodeDirectory(db, postcodes);
  const wanted = {
    urns: Array.from(distinct(episodes, [URN]), normalUrn),
    postcodes: Array.from(distinct(episodes, [PLACE]), normalPostcode),
  };
  const providers = await findProviders(db, laCode, wanted);
  return {
    laCode,
    providerListId: providers?.id ?? null,
    ...(found ? { postcodes: found } : {}),
    ...(providers ? { providers: providers.list } : {}),
  };
}

function distinct(rows: readonly CheckedRow[], columns: readonly number[]): Set<string> {
  const values = new Set<string>();
  for (const { cells } of rows) {
    for (const column of columns) {
      const cell = cells[column];
      if (cell) values.add(cell);
    }
  }
  return values;
}

/** The episodes of an authority's returns before last year's, of some children or of all, oldest first. */
export async function findEarlierEpisodes(
  db: Db,
  { laCode, year, localIds }: { laCode: string; year: number; localIds?: readonly string[] },
): Promise<CheckedRow[]> {
  const rows = await db.query<{ file: string; cells: string }>(
    `SELECT file_name AS file, array_to_string(cells, E'\\x1f') AS cells FROM return_row
     WHERE la_code = $1 AND collection_year < $2 AND table_name = 'Episodes' AND superseded_at IS NULL
     ${localIds ? 'AND child_local_id = ANY ($3::text[])' : ''}
     ORDER BY collection_year, position`,
    [laCode, year - 1, ...(localIds ? [localIds] : [])],
  );
  return rows.map(({ file, cells }, index) => ({
    ref: `earlier ${index}`,
    file,
    line: 0,
    cells: cells.split('\u001f'),
    isContext: true,
  }));
}
