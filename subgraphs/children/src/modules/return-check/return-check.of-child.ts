import {
  checkReturn,
  suggestFixes,
  tables as allTables,
  tableSpec,
  type CheckedRow,
  type Suggestion,
} from '@mainstay/ssda903';
import { childId } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { findReturnCheck } from './return-check.repository.ts';
import { checkedFault, withRows } from './return-check.fault.ts';
import { findFaultsThere, type FaultRow } from './return-check.fault-repository.ts';
import { findReference } from './return-check.reference.ts';
import { findTablesHeld, type TablesHeld } from './return-check.rows.ts';
import { childrenToJudge, toCheck } from './return-check.run.ts';
import { inSight, type ReturnNamed } from './return-check.service.ts';

/** A row of a child's return as it is shown. */
export interface ShownRow {
  readonly key: string;
  readonly rowId: string | null;
  readonly cells: readonly string[];
}

/** One table of a child's return, this year's rows beside last year's. */
export interface ShownTable {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: readonly ShownRow[];
  readonly previousRows: readonly ShownRow[];
}

/** A fault in its context. */
export interface ShownFault {
  readonly id: string;
  readonly ruleCode: string;
  readonly table: string;
  readonly rowKey: string;
  readonly fields: readonly string[];
  readonly whatToDo: string;
  readonly isPreviousYear: boolean;
  readonly said: FaultRow | null;
  readonly suggestions: readonly Suggestion[];
}

/** One child's return with its faults. */
export interface ReturnOfChildShown {
  readonly childId: string;
  readonly tables: readonly ShownTable[];
  readonly faults: readonly ShownFault[];
}

/** Faults for which changes are tried; a child with more needs another look than this one. */
const MOST_SUGGESTED_FOR = 40;

/**
 * One child's return of a year, judged now, with what would put each fault right. Null when nothing is held of such a
 * child, or the child is hidden from the viewer.
 */
export async function returnCheckOfChild(
  { la: laCode, year, childLocalId: localId }: ReturnNamed & { readonly childLocalId: string },
  context: Context,
): Promise<ReturnOfChildShown | null> {
  const { db, viewer, touched } = context;
  const id = childId(laCode, localId);
  if (viewer.hiddenChildIds.includes(id)) return null;
  const key = { laCode, year };
  const held = await tablesToJudge(context, key);
  // What lies between children lies between hidden ones too; nothing of another child is answered.
  const judged = await db.asPlatform((platform) => childrenToJudge(platform, { ...key, localIds: [localId] }, held));
  const own = onlyOf(localId, judged);
  if (own.tables.size === 0 && !own.previous) return null;
  const reference = await findReference(db, laCode, [own.tables, own.previous]);
  const input = toCheck(year, { ...own, ...reference, ...(judged.facts ? { facts: judged.facts } : {}) });
  const { faults } = checkReturn(input);
  const known = new Map((await findFaultsThere(db, inSight(key, context))).map((fault) => [fault.id, fault]));
  touched.record(id);
  return {
    childId: id,
    tables: shownTables(own, held.isBuilt),
    faults: withRows(faults, own).map((found, index) => {
      const { fault } = found;
      const faultId = checkedFault(key, found).id;
      return {
        ...fault,
        id: faultId,
        rowKey: String(fault.rowRef),
        said: known.get(faultId) ?? null,
        suggestions:
          index < MOST_SUGGESTED_FOR && !held.isBuilt ? suggestFixes(input, { localId, fault, found: faults }) : [],
      };
    }),
  };
}

/** The tables to judge: of a return that is built, those of the last check, which saw all children. */
async function tablesToJudge({ db }: Context, key: { laCode: string; year: number }): Promise<TablesHeld> {
  const held = await findTablesHeld(db, key);
  if (!held.isBuilt) return held;
  const last = await findReturnCheck(db, key);
  return { ...held, tables: last?.basis.tables ?? [] };
}

type Rows = Awaited<ReturnType<typeof childrenToJudge>>;

function onlyOf(localId: string, rows: Rows): Pick<Rows, 'tables' | 'previous' | 'earlierEpisodes'> {
  const isOwn = (table: string) => {
    const at = allTables.find(({ name }) => name === table)?.columns.findIndex(({ name }) => name === 'CHILD') ?? -1;
    return ({ cells }: CheckedRow) => cells[at] === localId;
  };
  const own = (tables: Rows['tables']) =>
    new Map([...tables].map(([table, all]) => [table, all.filter(isOwn(table))] as const));
  return {
    tables: own(rows.tables),
    previous: rows.previous ? own(rows.previous) : undefined,
    earlierEpisodes: rows.earlierEpisodes.filter(isOwn('Episodes')),
  };
}

function shownTables({ tables, previous }: Pick<Rows, 'tables' | 'previous'>, isBuilt: boolean): ShownTable[] {
  return allTables.flatMap(({ name }) => {
    const rows = tables.get(name) ?? [];
    const previousRows = previous?.get(name) ?? [];
    if (rows.length + previousRows.length === 0) return [];
    return [
      {
        table: name,
        columns: tableSpec(name).columns.map((column) => column.name),
        rows: rows.map((row) => shown(row, isBuilt)),
        previousRows: previousRows.map((row) => shown(row, false)),
      },
    ];
  });
}

function shown({ ref, cells }: CheckedRow, isBuilt: boolean): ShownRow {
  return { key: String(ref), rowId: isBuilt ? null : String(ref), cells };
}
