import { writeReturnTable, type TableName } from '@mainstay/ssda903';
import type { Context } from '../../context.ts';
import { findCells } from './return-903.repository.ts';

/**
 * One table of a return as the text of a CSV file, in the order of the files it came in: what was accepted comes out
 * word for word, normalised as it was read, but for children whose records are restricted to others. Null when nothing
 * of the table is held.
 */
export async function return903Csv(
  { db, viewer, touched }: Pick<Context, 'db' | 'viewer' | 'touched'>,
  { laCode, year }: { laCode: string; year: number },
  table: TableName,
): Promise<string | null> {
  const rows = await findCells(db, { laCode, year, hidden: viewer.hiddenChildIds }, [table]);
  if (rows.length === 0) return null;
  touched.list('LocalAuthority.return903Csv', [...new Set(rows.flatMap(({ childId }) => childId || []))], rows.length);
  return writeReturnTable(
    table,
    rows.map(({ cells }) => cells),
  );
}
