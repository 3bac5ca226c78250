import { columnIndex, type TableName } from '@mainstay/ssda903';
import type { Db } from '@mainstay/subgraph-kit';
import { deriveChildHistory, TABLES_OF_HISTORY } from '../../history/derive-child-history.ts';
import { replaceHistories } from '../../history/child-history.repository.ts';
import {
  findChildrenWithOpenRecords,
  findHeldRows,
  findReturnTables,
  findRowsOfChildren,
  writeDifference,
} from '../return-903/return-903.repository.ts';
import { differenceOf, type AcceptedRow, type ReturnDifference } from '../return-903/return-903.difference.ts';
import type { CheckedReturn } from './import-903.checking.ts';
import type { ReceivedReturn } from './import-903.reading.ts';

/** Children whose history is worked out at a time: what bounds the memory that a load takes. */
const CHILDREN_PER_CHUNK = 500;

/** Tables of which a newly loaded year can end what an earlier year left open. */
const TABLES_THAT_END: readonly string[] = ['Episodes', 'SWEpisodes'];

/** What is loaded, for whom and by which import. */
export interface Load {
  readonly laCode: string;
  readonly year: number;
  readonly importId: string;
  readonly difference: ReturnDifference;
  /** The present instant. */
  readonly now: Date;
}

/**
 * Waits until no other import of the authority is loading, and keeps all others waiting until the transaction ends.
 * Whoever compares with what is held must hold this first.
 */
export async function holdReturnsOf(db: Db, laCode: string): Promise<void> {
  await db.query("SET LOCAL lock_timeout = '10min'");
  await db.query("SELECT pg_advisory_xact_lock(hashtextextended('import-903 ' || $1, 0))", [laCode]);
}

/** What loading the accepted rows would change of what is held. */
export async function compareWithHeld(
  db: Db,
  { laCode, year }: { laCode: string; year: number },
  { received, checked }: { received: ReceivedReturn; checked: CheckedReturn },
): Promise<ReturnDifference> {
  const accepted = acceptedRows(received, checked.keptOut);
  const held = await findHeldRows(db, { laCode, year }, [...received.tables.keys()]);
  // What is kept out whole empties nothing: only a return of which something is accepted says that there is none.
  const empty = accepted.length === 0 ? [] : [...received.tables].filter(([, rows]) => rows.length === 0);
  return differenceOf(
    accepted,
    held,
    empty.map(([table]) => table),
  );
}

/** True when there is a row to add or to supersede. */
export function changesAnything({ added, removed }: ReturnDifference): boolean {
  return added.length + removed.length > 0;
}

/**
 * Writes a difference and works out again the histories of the children it touches, in the transaction of `db`: either
 * all of it comes to be, or nothing.
 *
 * @param onChildren told how many of the children touched are done, and gives way to other work.
 */
export async function loadReturn(
  db: Db,
  load: Load,
  onChildren: (done: number, total: number) => Promise<void>,
): Promise<void> {
  const { laCode, year, difference, importId } = load;
  const before = await findReturnTables(db, laCode);
  const at = laterThan(
    before.map(({ changedAt }) => changedAt),
    load.now,
  );
  await writeDifference(db, { laCode, year }, { difference, importId, at });

  const touched = new Set([...difference.added, ...difference.removed].map(({ childLocalId }) => childLocalId));
  const isNewlyLoaded = (table: string) =>
    difference.tables.has(table) && !before.some((held) => held.tableName === table && held.collectionYear === year);
  if (TABLES_THAT_END.some(isNewlyLoaded)) {
    for (const localId of await findChildrenWithOpenRecords(db, laCode)) touched.add(localId);
  }
  await rebuildHistories(db, { laCode, localIds: [...touched], at }, onChildren);
}

/** Works out again the histories of some of an authority's children from the returns held. */
async function rebuildHistories(
  db: Db,
  { laCode, localIds, at }: { laCode: string; localIds: readonly string[]; at: Date },
  onChildren: (done: number, total: number) => Promise<void>,
): Promise<void> {
  const loadedYears = Map.groupBy(await findReturnTables(db, laCode), ({ tableName }) => tableName as TableName);
  const years = new Map([...loadedYears].map(([table, held]) => [table, held.map((one) => one.collectionYear)]));
  for (let start = 0; start < localIds.length; start += CHILDREN_PER_CHUNK) {
    const chunk = localIds.slice(start, start + CHILDREN_PER_CHUNK);
    const rowsOf = await findRowsOfChildren(db, laCode, { localIds: chunk, tables: TABLES_OF_HISTORY });
    const histories = chunk.map((localId) => {
      const { rows, recordedAt } = rowsOf.get(localId) ?? { rows: new Map(), recordedAt: at };
      return {
        localId,
        recordedAt,
        history: deriveChildHistory({ laCode, localId, rows, recordedAt, loadedYears: years }),
      };
    });
    await replaceHistories(db, { laCode, histories, at });
    await onChildren(Math.min(start + CHILDREN_PER_CHUNK, localIds.length), localIds.length);
  }
}

function acceptedRows({ tables }: ReceivedReturn, keptOut: ReadonlySet<number>): AcceptedRow[] {
  return [...tables].flatMap(([table, rows]) => {
    const child = columnIndex(table, 'CHILD');
    return rows
      .filter(({ ref }) => !keptOut.has(ref))
      .map(({ cells, file }) => ({ table, cells, file, childLocalId: cells[child] ?? '' }));
  });
}

/** Instants of loads grow from one to the next, so that "as we knew it" never has two answers for one instant. */
function laterThan(instants: readonly Date[], now: Date): Date {
  const last = Math.max(...instants.map((instant) => instant.getTime() + 1), now.getTime());
  return new Date(last);
}
