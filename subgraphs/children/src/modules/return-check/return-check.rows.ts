import {
  isCollectedIn,
  isTableName,
  rulesFor,
  tables as allTables,
  type CheckedRow,
  type ReturnTables,
  type TableName,
} from '@mainstay/ssda903';
import type { Db } from '@mainstay/subgraph-kit';
import { findLives } from '../../history/child-life.repository.ts';
import { rowsOf, type ChildLife } from '../../history/child-life.ts';
import { returnOfChild, type RecordedElsewhere } from '../../history/return-of-child.ts';
import { findOutcomeFacts } from '../recorded-outcome/recorded-outcome.repository.ts';
import { outcomeRows } from '../recorded-outcome/recorded-outcome.rows.ts';
import { rowIdOf } from '../return-903/return-903.correction.ts';
import { findReturnOut } from '../return-903/return-903.out.ts';
import { findCells, findReturnTables } from '../return-903/return-903.repository.ts';
import type { CheckBasis } from './return-check.entity.ts';

/** Which tables there are to judge. */
export type TablesHeld = Pick<CheckBasis, 'tables' | 'previous' | 'isBuilt'>;

/**
 * The tables of a year and of the year before that are held. Without episodes of the year the return is built from the
 * records, and which tables that gives is known when it is built: `tables` is empty then.
 */
export async function findTablesHeld(db: Db, { laCode, year }: { laCode: string; year: number }): Promise<TablesHeld> {
  const held = await findReturnTables(db, laCode);
  const ofYear = (wanted: number) =>
    allTables.flatMap(({ name }) =>
      held.some(({ collectionYear, tableName }) => collectionYear === wanted && tableName === name) ? [name] : [],
    );
  const compared = new Set(rulesFor(year).flatMap(({ needsPrevious }) => needsPrevious ?? []));
  const tables = ofYear(year);
  const isBuilt = !tables.includes('Episodes');
  return { tables: isBuilt ? [] : tables, isBuilt, previous: ofYear(year - 1).filter((name) => compared.has(name)) };
}

/** The rows of a return and of the one before, with the rows that faults name. */
export interface RowsToJudge {
  readonly tables: ReturnTables;
  /** Undefined when no table of last year's return is held. */
  readonly previous: ReturnTables | undefined;
}

/** Every row of a return as it is held, or as it would be built. */
export async function findWholeReturn(
  db: Db,
  { laCode, year }: { laCode: string; year: number },
  held: TablesHeld,
): Promise<RowsToJudge> {
  const previous = await findRows(db, { laCode, year: year - 1 }, held.previous);
  if (!held.isBuilt) return { tables: await findRows(db, { laCode, year }, held.tables), previous: orNone(previous) };
  const tables = new Map<TableName, CheckedRow[]>();
  for (const { table, rows } of await findReturnOut(db, { laCode, year, hidden: [] })) {
    tables.set(
      table,
      rows.map(({ cells }, index) => rowOf(table, cells, `${table} ${index}`)),
    );
  }
  return { tables, previous: orNone(previous) };
}

async function findRows(
  db: Db,
  key: { laCode: string; year: number },
  names: readonly string[],
): Promise<Map<TableName, CheckedRow[]>> {
  const tables = new Map(names.filter(isTableName).map((name): [TableName, CheckedRow[]] => [name, []]));
  for (const { table, cells } of await findCells(db, { ...key, hidden: [] }, [...tables.keys()])) {
    const rows = tables.get(table);
    rows?.push(rowOf(table, cells, `${key.year} ${table} ${rows.length}`));
  }
  return tables;
}

/**
 * The rows of some children only, with every table that is judged, and the children's episodes of returns before last
 * year's. Rows that are held are named by their ids.
 */
export async function findRowsOfSome(
  db: Db,
  { laCode, year, localIds }: { laCode: string; year: number; localIds: readonly string[] },
  held: TablesHeld,
): Promise<RowsToJudge & { readonly earlierEpisodes: readonly CheckedRow[] }> {
  const lives = await findLives(db, { laCode, localIds });
  const outcomes = held.isBuilt ? await findOutcomeFacts(db, { laCode, localIds }) : new Map<string, never>();
  const tables = emptyTables(held.tables.filter((name) => isTableName(name) && isCollectedIn(name, year)));
  const previous = emptyTables(held.previous);
  const earlierEpisodes: CheckedRow[] = [];
  for (const life of lives) {
    addHeld(previous, life, year - 1);
    for (const row of rowsOf(life, 'Episodes')) {
      if (row.year < year - 1) earlierEpisodes.push(rowOf('Episodes', row.cells, `earlier ${rowIdOf(row)}`));
    }
    if (!held.isBuilt) {
      addHeld(tables, life, year);
      continue;
    }
    const facts = outcomes.get(life.localId);
    const elsewhere: RecordedElsewhere = (table, of) => (facts ? outcomeRows(table, facts, of) : []);
    for (const { table, rows } of returnOfChild(life, year, elsewhere)) {
      const all = tables.get(table) ?? [];
      tables.set(table, all);
      for (const { cells } of rows) all.push(rowOf(table, cells, `${table} ${life.localId} ${all.length}`));
    }
  }
  return { tables, previous: orNone(previous), earlierEpisodes };
}

function addHeld(tables: Map<TableName, CheckedRow[]>, life: ChildLife, year: number): void {
  for (const [table, rows] of tables) {
    for (const row of rowsOf(life, table)) if (row.year === year) rows.push(rowOf(table, row.cells, rowIdOf(row)));
  }
}

function emptyTables(names: readonly string[]): Map<TableName, CheckedRow[]> {
  return new Map(names.filter(isTableName).map((name) => [name, []]));
}

function rowOf(table: TableName, cells: readonly string[], ref: string): CheckedRow {
  return { ref, file: table, line: 0, cells };
}

function orNone(tables: ReturnTables): ReturnTables | undefined {
  return tables.size > 0 ? tables : undefined;
}
