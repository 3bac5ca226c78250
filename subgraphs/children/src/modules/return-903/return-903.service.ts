import { isTableName, writeReturnTable, type TableName } from '@mainstay/ssda903';
import { BadInputError, ForbiddenError, type Database, type Db, type Internal } from '@mainstay/subgraph-kit';
import { canImport } from '../import-903/import-903.policy.ts';
import { findCells, type ReturnKey } from './return-903.repository.ts';

/**
 * One table of a return as the text of a CSV file, in the order of the files it came in: what was accepted comes out
 * word for word, normalised as it was read. Null when the table is not held.
 */
export async function return903Csv(db: Db, key: ReturnKey, table: TableName): Promise<string | null> {
  const rows = await findCells(db, key, [table]);
  if (rows.length === 0) return null;
  return writeReturnTable(
    table,
    rows.map(({ cells }) => cells),
  );
}

/**
 * The internal route `export-903`, parameters `la`, `year` and `table`: answers `{ csv }`, null when the table is not
 * held. For the authority's analysts and managers.
 *
 * @throws ForbiddenError for everybody else; BadInputError when there is no such table or year.
 */
export function export903({ database }: { database: Database }): Internal {
  return async ({ caller, params }) => {
    const { la = '', table = '' } = params;
    const year = Number(params['year']);
    if (caller.kind !== 'viewer' || !canImport(caller.viewer, la)) {
      throw new ForbiddenError('Only analysts and managers of a local authority export its return.');
    }
    if (!isTableName(table) || !Number.isInteger(year)) throw new BadInputError('Name a table and a collection year.');
    return { csv: await database.read(caller.viewer, (db) => return903Csv(db, { laCode: la, year }, table)) };
  };
}
