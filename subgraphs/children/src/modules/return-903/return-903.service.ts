import { writeReturnTable, writeXmlReturn, type TableName, type WrittenXml } from '@mainstay/ssda903';
import { collectionYearOf } from '@mainstay/primitives';
import type { Context } from '../../context.ts';
import { countReturnOut, findReturnOut, type TableOut } from './return-903.out.ts';

/** What a return is read with. */
type Asking = Pick<Context, 'db' | 'viewer' | 'touched' | 'clock'>;

/** Which return. */
interface ReturnOf {
  readonly laCode: string;
  readonly year: number;
}

/**
 * One table of a return as the text of a CSV file. Where it was imported: in the order of the files it came in, what was
 * accepted comes out word for word, normalised as it was read, with what was recorded since. Where it never was: built from
 * what is on record. Children whose records are restricted to others are left out. Null when there is nothing to hold.
 */
export async function return903Csv(asking: Asking, of: ReturnOf, table: TableName): Promise<string | null> {
  const [out] = await tablesOut(asking, of, { name: 'return903Csv', wanted: [table] });
  return out
    ? writeReturnTable(
        table,
        out.rows.map(({ cells }) => cells),
      )
    : null;
}

/**
 * The whole return as the text of an XML file, and what that form has no place for: as `return903Csv`, of all tables.
 * Null when there is nothing to hold.
 */
export async function return903Xml(asking: Asking, of: ReturnOf): Promise<WrittenXml | null> {
  const out = await tablesOut(asking, of, { name: 'return903Xml' });
  if (out.length === 0) return null;
  return writeXmlReturn(new Map(out.map(({ table, rows }) => [table, rows.map(({ cells }) => cells)])));
}

/** Where the tables of a return come from, and how many rows they have, in the order of the return. */
export async function return903Sources(
  { db, viewer, clock }: Asking,
  of: ReturnOf,
): Promise<{ table: TableName; isBuiltFromRecords: boolean; rows: number; rowsRecorded: number }[]> {
  if (of.year > collectionYearOf(clock.today())) return [];
  const sources = await countReturnOut(db, { ...of, hidden: viewer.hiddenChildIds });
  return sources.map(({ isBuilt, ...source }) => ({ ...source, isBuiltFromRecords: isBuilt }));
}

async function tablesOut(
  { db, viewer, touched, clock }: Asking,
  { laCode, year }: ReturnOf,
  { name, wanted }: { name: string; wanted?: readonly TableName[] },
): Promise<TableOut[]> {
  // A return of a year to come would say that all who are in care stay.
  if (year > collectionYearOf(clock.today())) return [];
  const out = await findReturnOut(db, { laCode, year, hidden: viewer.hiddenChildIds }, wanted);
  const rows = out.flatMap((table) => table.rows);
  if (rows.length > 0) {
    touched.list(`LocalAuthority.${name}`, [...new Set(rows.flatMap(({ childId }) => childId || []))], rows.length);
  }
  return out;
}
