import { collectionYearOf, formatBritishDate, isPlainDate, parseBritishDate } from '@mainstay/primitives';
import { isTableName, tableSpec, type TableName } from '@mainstay/ssda903';
import { ForbiddenError, laCodeOfChild, NotFoundError } from '@mainstay/subgraph-kit';
import { LONGEST, numberWithin, RecordFault, textOf } from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import { historyOf, newCells, rowsOf, type ChildLife, type HeldReturnRow } from '../../history/child-life.ts';
import { withChanges, type RowChange } from '../../history/row-change.ts';
import { cellOf, withCells } from '../../history/table-keys.ts';
import { canImport } from '../import-903/import-903.policy.ts';
import { changeHistory, type RecordedHistory } from '../return-change/return-change.service.ts';

/** A row to add, correct or take out: `CorrectReturnRowInput` of the graph. */
export interface CorrectReturnRowInput {
  readonly childId: string;
  readonly basedOn: string;
  readonly key: string;
  readonly year: number;
  readonly table: string;
  readonly rowId?: string | null;
  readonly cells?: readonly { readonly column: string; readonly value: string }[] | null;
  readonly reason: string;
}

/** The first collection year whose rows can be corrected: the first that can be imported. */
const FIRST_YEAR = 2010;
const LONGEST_CELL = 100;

/**
 * Adds, corrects or takes out a row of a child's return.
 *
 * @throws RecordFault, HistoryChanged: see `changeHistory`; ForbiddenError for all but the authority's analysts and
 * managers; NotFoundError when the child is none the viewer may see.
 */
export async function correctReturnRow(input: CorrectReturnRowInput, context: Context): Promise<RecordedHistory> {
  const { viewer, clock, loaders } = context;
  if (!canImport(viewer, viewer.laCodes[0] ?? '')) {
    throw new ForbiddenError('Only analysts and managers of a local authority correct its returns.');
  }
  const child = canImport(viewer, laCodeOfChild(input.childId)) ? await loaders.children.load(input.childId) : null;
  if (!child) throw new NotFoundError('The authority has no such child.');
  const { table } = input;
  if (!isTableName(table)) throw new RecordFault('table', 'Name a table of the return, such as Episodes.');
  const year = numberWithin('year', input.year, { least: FIRST_YEAR, most: collectionYearOf(clock.today()) });
  const reason = textOf('reason', input.reason, { shortest: 3, longest: LONGEST.sentences });
  const patch = patchOf(table, input.cells ?? []);
  const asked = { ...input, child, kind: 'ROW_CORRECTED', part: 'EPISODES' } as const;
  return changeHistory(context, asked, (life) => {
    const before = rowToCorrect(life, { ...input, table });
    if (!before && !input.cells)
      throw new RecordFault('cells', 'Give the cells of the row to add, or name a row to take out.');
    const cells = before?.cells ?? newCells(table, { CHILD: child.localId });
    const change = { year, table, before, after: input.cells ? withCells(table, cells, patch) : null };
    refuseUnfit(life, change);
    return { changes: [change], day: null, reason, fieldOf: fieldsOf(table) };
  });
}

/** The cells to write, by column, as the platform keeps them: trimmed, in capitals, days as `DD/MM/YYYY`. */
function patchOf(table: TableName, cells: NonNullable<CorrectReturnRowInput['cells']>): Record<string, string> {
  return Object.fromEntries(
    cells.map(({ column, value }) => {
      const spec = tableSpec(table).columns.find(({ name }) => name === column);
      if (!spec)
        throw new RecordFault('cells', 'A column is none of the table’s. Use the names of the table’s columns.');
      if (column === 'CHILD')
        throw new RecordFault('cells.CHILD', 'The child’s number stays. Add the row to the other child instead.');
      const cell = textOf(`cells.${column}`, value, { shortest: 0, longest: LONGEST_CELL }).toUpperCase();
      return [column, spec.kind === 'date' ? dayCell(column, cell) : cell];
    }),
  );
}

function dayCell(column: string, cell: string): string {
  if (isPlainDate(cell)) return formatBritishDate(cell);
  if (cell === '' || parseBritishDate(cell)) return cell;
  throw new RecordFault(`cells.${column}`, 'Enter a day that exists, written DD/MM/YYYY.');
}

function rowToCorrect(
  life: ChildLife,
  { rowId, table, year }: { rowId?: string | null; table: TableName; year: number },
): HeldReturnRow | null {
  if (!rowId) return null;
  const row = rowsOf(life, table).find((held) => rowIdOf(held) === rowId && held.year === year);
  if (!row) throw new RecordFault('rowId', 'There is no such row any more. Look at the rows as they are now.');
  return row;
}

/** The id of a row of a return in the graph. */
export function rowIdOf({ importId, ordinal }: Pick<HeldReturnRow, 'importId' | 'ordinal'>): string {
  return `${importId}.${ordinal}`;
}

function refuseUnfit(life: ChildLife, change: RowChange): void {
  const { table, year, before, after } = change;
  const blank = tableSpec(table).columns.find(
    ({ name, need }) => need === 'key' && after && !cellOf(table, after, name),
  );
  if (blank) throw new RecordFault(`cells.${blank.name}`, 'A row cannot be placed without this. Fill it in.');
  const isThere = (cells: readonly string[]): boolean =>
    rowsOf(life, table).some((row) => row.year === year && row.cells.join('\u001f') === cells.join('\u001f'));
  if (after && isThere(after)) {
    throw new RecordFault(
      'cells',
      before ? 'Nothing would change, or there is such a row already.' : 'There is such a row already.',
    );
  }
  if (!historyOf(withChanges(life, [change], new Date(0)))) {
    throw new RecordFault('rowId', 'Without a row of Header with a date of birth there is no child. Keep one.');
  }
}

function fieldsOf(table: TableName): Readonly<Record<string, string>> {
  return Object.fromEntries(tableSpec(table).columns.map(({ name }) => [name, `cells.${name}`]));
}
