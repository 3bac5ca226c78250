import { tables, writeReturnTable, writeXmlReturn, type TableName, type WrittenXml } from '@mainstay/ssda903';
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

/**
 * The whole return as the text of an XML file, and what that form has no place for: as `return903Csv`, of all tables.
 * Null when nothing of the return is held.
 */
export async function return903Xml(
  { db, viewer, touched }: Pick<Context, 'db' | 'viewer' | 'touched'>,
  { laCode, year }: { laCode: string; year: number },
): Promise<WrittenXml | null> {
  const names = tables.map(({ name }) => name);
  const rows = await findCells(db, { laCode, year, hidden: viewer.hiddenChildIds }, names);
  if (rows.length === 0) return null;
  touched.list('LocalAuthority.return903Xml', [...new Set(rows.flatMap(({ childId }) => childId || []))], rows.length);
  const byTable = Map.groupBy(rows, ({ table }) => table);
  return writeXmlReturn(new Map([...byTable].map(([table, held]) => [table, held.map(({ cells }) => cells)])));
}
