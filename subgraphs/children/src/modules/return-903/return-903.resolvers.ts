import { isTableName } from '@mainstay/ssda903';
import type { Context } from '../../context.ts';
import type { ChildRow } from '../child/child.repository.ts';
import { canImport } from '../import-903/import-903.policy.ts';
import type { ReturnTableEntity } from './return-903.entity.ts';
import { findReturnTablesInSight } from './return-903.repository.ts';
import { tableSpec } from '@mainstay/ssda903';
import { orHistoryFailure } from '../return-change/return-change.failure.ts';
import { correctReturnRow, rowIdOf, type CorrectReturnRowInput } from './return-903.correction.ts';
import type { ReturnRowOfChild } from './return-903.loader.ts';
import { return903Csv, return903Sources, return903Xml } from './return-903.service.ts';

/** The returns held, between the graph and the domain. */
export const return903Resolvers = {
  LocalAuthority: {
    returns903: async ({ id }: { id: string }, _: unknown, { db, viewer }: Context) =>
      canImport(viewer, id) ? returnsOf(await findReturnTablesInSight(db, id, viewer.hiddenChildIds)) : [],
    return903Csv: ({ id }: { id: string }, { year, table }: { year: number; table: string }, context: Context) =>
      canImport(context.viewer, id) && isTableName(table) ? return903Csv(context, { laCode: id, year }, table) : null,
    return903Xml: ({ id }: { id: string }, { year }: { year: number }, context: Context) =>
      canImport(context.viewer, id) ? return903Xml(context, { laCode: id, year }) : null,
    return903Sources: ({ id }: { id: string }, { year }: { year: number }, context: Context) =>
      canImport(context.viewer, id) ? return903Sources(context, { laCode: id, year }) : [],
  },
  Child: {
    returnRows: async (child: ChildRow, { year }: { year?: number | null }, { loaders }: Context) =>
      (await loaders.returnRows.load(child)).filter((row) => !year || row.year === year),
  },
  ReturnRow: {
    id: rowIdOf,
    collectionYear: ({ year }: ReturnRowOfChild) => year,
    cells: ({ table, cells }: ReturnRowOfChild) =>
      tableSpec(table).columns.map(({ name }, index) => ({ column: name, value: cells[index] ?? '' })),
  },
  Mutation: {
    correctReturnRow: (_root: unknown, { input }: { input: CorrectReturnRowInput }, context: Context) =>
      orHistoryFailure(context, () => correctReturnRow(input, context)),
  },
};

/** Groups an authority's tables, which come newest year first, into its returns. */
function returnsOf(tables: readonly ReturnTableEntity[]): object[] {
  return [...Map.groupBy(tables, ({ collectionYear }) => collectionYear)].map(([collectionYear, held]) => ({
    collectionYear,
    tables: held.map(({ tableName, rowCount }) => ({ table: tableName, rows: rowCount })),
    changedAt: held.reduce((last, { changedAt }) => (changedAt > last ? changedAt : last), new Date(0)),
  }));
}
