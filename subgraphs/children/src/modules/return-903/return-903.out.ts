import { isCollectedIn, tables as allTables, type TableName } from '@mainstay/ssda903';
import { childId, type Db } from '@mainstay/subgraph-kit';
import { findLives } from '../../history/child-life.repository.ts';
import { returnOfChild, type RecordedElsewhere } from '../../history/return-of-child.ts';
import { findOutcomeFacts } from '../recorded-outcome/recorded-outcome.repository.ts';
import { outcomeRows } from '../recorded-outcome/recorded-outcome.rows.ts';
import { countCells, findCells, findReturnTables, type ReturnKey } from './return-903.repository.ts';

/** One table of an authority's return as it goes out. */
export interface TableOut {
  readonly table: TableName;
  /** True when no file was ever imported for it and it is built from what is on record. */
  readonly isBuilt: boolean;
  readonly rows: readonly RowOut[];
}

/** A row as it goes out; `childId` is empty text where it names no child. */
export interface RowOut {
  readonly childId: string;
  readonly cells: readonly string[];
  readonly isRecorded: boolean;
}

/** Which return, without which children. */
export type ReturnWanted = ReturnKey & { readonly hidden: readonly string[] };

/** Children whose part of a return is built at a time: what bounds the memory that it takes. */
const CHILDREN_PER_CHUNK = 500;

/**
 * The tables of an authority's return for a year, in their order: a table that was imported as it is held, with what was
 * recorded since; one that never was, built from what is on record. Tables without a row are left out.
 *
 * @param wanted the tables to answer; all when left out.
 */
export async function findReturnOut(
  db: Db,
  { laCode, year, hidden }: ReturnWanted,
  wanted: readonly TableName[] = allTables.map(({ name }) => name),
): Promise<TableOut[]> {
  const isLoaded = await loadedIn(db, { laCode, year });
  const loaded = wanted.filter(isLoaded);
  const imported = Map.groupBy(await findCells(db, { laCode, year, hidden }, loaded), ({ table }) => table);
  const unloaded = wanted.filter((table) => !isLoaded(table) && isCollectedIn(table, year));
  const built = await buildTables(db, { laCode, year, hidden }, unloaded);
  return wanted.flatMap((table) => {
    const isBuilt = !isLoaded(table);
    const rows: readonly RowOut[] = (isBuilt ? built : imported).get(table) ?? [];
    return rows.length > 0 ? [{ table, isBuilt, rows }] : [];
  });
}

/** Where one table of a return comes from, and how many rows it has. */
export interface TableSource {
  readonly table: TableName;
  readonly isBuilt: boolean;
  readonly rows: number;
  readonly rowsRecorded: number;
}

/** The tables of `findReturnOut`, counted: of tables that were imported no row is read. */
export async function countReturnOut(db: Db, wanted: ReturnWanted): Promise<TableSource[]> {
  const isLoaded = await loadedIn(db, wanted);
  const names = allTables.map(({ name }) => name);
  const imported = await countCells(db, wanted, names.filter(isLoaded));
  const built = await findReturnOut(
    db,
    wanted,
    names.filter((name) => !isLoaded(name)),
  );
  return names.flatMap((table): TableSource[] => {
    const counted = imported.get(table);
    if (counted) return [{ table, isBuilt: false, ...counted }];
    const rows = built.find((out) => out.table === table)?.rows.length ?? 0;
    return rows > 0 ? [{ table, isBuilt: true, rows, rowsRecorded: rows }] : [];
  });
}

async function loadedIn(db: Db, { laCode, year }: ReturnKey): Promise<(table: TableName) => boolean> {
  const held = await findReturnTables(db, laCode);
  const loaded = new Set(held.flatMap(({ collectionYear, tableName }) => (collectionYear === year ? tableName : [])));
  return (table) => loaded.has(table);
}

async function buildTables(
  db: Db,
  { laCode, year, hidden }: ReturnWanted,
  wanted: readonly TableName[],
): Promise<Map<TableName, RowOut[]>> {
  const built = new Map<TableName, RowOut[]>();
  if (wanted.length === 0 || !(await isWithinRecords(db, laCode, year))) return built;
  const localIds = await findLocalIds(db, laCode, hidden);
  for (let start = 0; start < localIds.length; start += CHILDREN_PER_CHUNK) {
    const chunk = { laCode, localIds: localIds.slice(start, start + CHILDREN_PER_CHUNK) };
    const lives = await findLives(db, chunk);
    const outcomes = await findOutcomeFacts(db, chunk);
    for (const life of lives) {
      const child = childId(laCode, life.localId);
      const facts = outcomes.get(life.localId);
      const elsewhere: RecordedElsewhere = (table, of) => (facts ? outcomeRows(table, facts, of) : []);
      for (const { table, isBuilt, rows } of returnOfChild(life, year, elsewhere)) {
        if (!isBuilt || !wanted.includes(table)) continue;
        const all = built.get(table) ?? [];
        built.set(table, all);
        for (const { cells } of rows) all.push({ childId: child, cells, isRecorded: true });
      }
    }
  }
  return built;
}

/** False for a year before anything held: what was before that is known in part, and makes no return. */
async function isWithinRecords(db: Db, laCode: string, year: number): Promise<boolean> {
  const [first] = await db.query<{ year: number | null }>(
    'SELECT min(collection_year) AS year FROM return_row WHERE la_code = $1 AND superseded_at IS NULL',
    [laCode],
  );
  return first?.year !== null && first !== undefined && year >= first.year;
}

/** The authority's own numbers of the children of whom anything is held, in their order. */
async function findLocalIds(db: Db, laCode: string, hidden: readonly string[]): Promise<string[]> {
  const rows = await db.query<{ localId: string }>(
    'SELECT local_id AS "localId" FROM child WHERE la_code = $1 AND id <> ALL ($2::text[]) ORDER BY local_id',
    [laCode, hidden],
  );
  return rows.map(({ localId }) => localId);
}
