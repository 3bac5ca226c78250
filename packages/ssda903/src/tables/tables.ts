import { childTables } from './child-tables.ts';
import { careTables } from './care-tables.ts';
import type { TableSpec } from './table-spec.ts';

const specs = { ...childTables, ...careTables } as const;

/** The twelve tables, by the names the published rules use. */
export type TableName = keyof typeof specs;

/** The columns of one table. */
export type ColumnOf<T extends TableName> = (typeof specs)[T]['columns'][number]['name'];

/** A table together with its own name's type. */
export type NamedTableSpec = TableSpec & { readonly name: TableName };

const order = [
  'Header',
  'Episodes',
  'Reviews',
  'UASC',
  'OC2',
  'OC3',
  'AD1',
  'PlacedAdoption',
  'PrevPerm',
  'Missing',
  'SWEpisodes',
  'DoLo',
] as const satisfies readonly TableName[];

/** The tables in the order of the return. */
export const tables: readonly NamedTableSpec[] = order.map((name) => specs[name]);

/** The table called `name`. */
export function tableSpec(name: TableName): NamedTableSpec {
  return specs[name];
}

/** True when `name` is a table of the return. */
export function isTableName(name: string): name is TableName {
  return Object.hasOwn(specs, name);
}

/** True when the return of `year` holds the table. */
export function isCollectedIn(name: TableName, year: number): boolean {
  const { collectedSince } = tableSpec(name);
  return collectedSince === null || year >= collectedSince;
}

const positions = new Map<TableName, ReadonlyMap<string, number>>(
  tables.map((table) => [table.name, new Map(table.columns.map((column, index) => [column.name, index]))]),
);

const nowhere: ReadonlyMap<string, number> = new Map();

/** Where each column stands in the cells of a row of `table`. */
export function columnPositions(table: TableName): ReadonlyMap<string, number> {
  return positions.get(table) ?? nowhere;
}

/** Where `column` stands in the cells of a row of `table`. */
export function columnIndex<T extends TableName>(table: T, column: ColumnOf<T>): number {
  return columnPositions(table).get(column) ?? -1;
}
