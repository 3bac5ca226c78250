import { columnIndex, type TableName } from '@mainstay/ssda903';
import type { Db } from '@mainstay/subgraph-kit';
import { nextInstant } from '../../history/change-return-rows.ts';
import { deriveChildHistory, TABLES_OF_HISTORY } from '../../history/derive-child-history.ts';
import { replaceHistories } from '../../history/child-history.repository.ts';
import { idsOfChildren } from '../../history/ids-of-children.ts';
import {
  findChildrenWithOpenRecords,
  findReturnTables,
  findRowsOfChildren,
  insertAdded,
  writeDifference,
  type RowsOfChild,
} from '../return-903/return-903.repository.ts';
import {
  differenceOf,
  type AcceptedRow,
  type PlacedRow,
  type ReturnDifference,
} from '../return-903/return-903.difference.ts';
import type { CheckedReturn } from './import-903.checking.ts';
import { reconcile, withConflicts } from './import-903.conflict.ts';
import type { ReceivedReturn } from './import-903.reading.ts';

/** Children whose history is worked out at a time: what bounds the memory that a load takes. */
const CHILDREN_PER_CHUNK = 2_000;

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

/** What loading the accepted rows would change of what is held, and what is accepted of them. */
export interface Compared {
  readonly difference: ReturnDifference;
  /** What the rules found, with the rows kept out because the platform's record stands. */
  readonly checked: CheckedReturn;
}

/**
 * What loading the accepted rows would change of what is held. Whoever asks holds the authority's returns (`holdReturnsOf`):
 * somebody may have recorded something since the rows were checked.
 */
export async function compareWithHeld(
  db: Db,
  { laCode, year, replaceRecorded }: { laCode: string; year: number; replaceRecorded: boolean },
  { received, checked }: { received: ReceivedReturn; checked: CheckedReturn },
): Promise<Compared> {
  const sound = acceptedRows(received, checked.keptOut);
  const tables = [...received.tables.keys()];
  const { held, keptOut } = await reconcile(db, { laCode, year }, { accepted: sound, tables, replaceRecorded });
  const accepted = keptOut.size === 0 ? sound : sound.filter(({ ref }) => ref === undefined || !keptOut.has(ref));
  // What is kept out whole empties nothing: only a return of which something is accepted says that there is none.
  const empty = accepted.length === 0 ? [] : [...received.tables].filter(([, rows]) => rows.length === 0);
  const difference = differenceOf(
    accepted,
    held,
    empty.map(([table]) => table),
  );
  const loaded = new Set(
    (await findReturnTables(db, laCode)).flatMap((of) => (of.collectionYear === year ? of.tableName : [])),
  );
  const newTables = [...difference.tables].flatMap(([table, counts]) =>
    counts.held > 0 && !loaded.has(table) ? table : [],
  );
  return { difference: { ...difference, newTables }, checked: withConflicts(checked, received, keptOut) };
}

/** True when there is a row to add or to supersede, or a table that was not imported before. */
export function changesAnything({ added, removed, newTables = [] }: ReturnDifference): boolean {
  return added.length + removed.length + newTables.length > 0;
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
  // Of a table that this transaction fills for the first time the planner knows nothing, and takes reading all of it for
  // every few children to be cheap. What is asked for here is always found by an index.
  await db.query('SET LOCAL enable_seqscan = off');
  const before = await findReturnTables(db, laCode);
  const at = await nextInstant(db, laCode, load.now);
  await writeDifference(db, { laCode, year }, { difference, importId, at });

  const touched = new Set([...difference.added, ...difference.removed].map(({ childLocalId }) => childLocalId));
  const isNewlyLoaded = (table: string) =>
    difference.tables.has(table) && !before.some((held) => held.tableName === table && held.collectionYear === year);
  if (TABLES_THAT_END.some(isNewlyLoaded)) {
    for (const localId of await findChildrenWithOpenRecords(db, laCode)) touched.add(localId);
  }
  await addRowsAndHistories(db, { ...load, at, localIds: inOrderOfIds(laCode, touched) }, onChildren);
}

/** The order of the indexes that the children's histories go into: rows that come in it are the quickest to add. */
function inOrderOfIds(laCode: string, localIds: ReadonlySet<string>): string[] {
  const idOf = idsOfChildren(laCode);
  const withId = [...localIds].map((localId) => ({ localId, id: idOf(localId) }));
  return withId.toSorted((one, other) => (one.id < other.id ? -1 : 1)).map(({ localId }) => localId);
}

/**
 * Adds the new rows of some of an authority's children and works out their histories again from the returns held, some
 * children at a time. What was held of a child is read before its new rows are added, so that those need not be read back.
 */
async function addRowsAndHistories(
  db: Db,
  { at, localIds, ...load }: Load & { readonly localIds: readonly string[]; readonly at: Date },
  onChildren: (done: number, total: number) => Promise<void>,
): Promise<void> {
  const { laCode, year, importId } = load;
  const loadedYears = Map.groupBy(await findReturnTables(db, laCode), ({ tableName }) => tableName as TableName);
  const years = new Map([...loadedYears].map(([table, held]) => [table, held.map((one) => one.collectionYear)]));
  const addedOf = Map.groupBy(load.difference.added, ({ childLocalId }) => childLocalId);
  let ordinal = 0;
  let replaced: Promise<void> = Promise.resolve();
  for (let start = 0; start < localIds.length; start += CHILDREN_PER_CHUNK) {
    const chunk = localIds.slice(start, start + CHILDREN_PER_CHUNK);
    const heldBefore = await findRowsOfChildren(db, laCode, { localIds: chunk, tables: TABLES_OF_HISTORY });
    const rows = chunk.flatMap((localId) => addedOf.get(localId) ?? []).map((row) => ({ ...row, ordinal: ordinal++ }));
    await replaced;
    // The database works on what was asked of it while the next is made ready, which reads nothing of it.
    const inserted = insertAdded(db, { laCode, year }, { rows, importId, at });
    inserted.catch(() => undefined);
    const histories = chunk.map((localId) => {
      const own = withAdded(heldBefore.get(localId), { year, added: addedOf.get(localId) ?? [], at });
      return {
        localId,
        recordedAt: own.recordedAt,
        history: deriveChildHistory({ laCode, localId, ...own, loadedYears: years }),
      };
    });
    await inserted;
    replaced = replaceHistories(db, { laCode, histories, at });
    replaced.catch(() => undefined);
    await onChildren(Math.min(start + CHILDREN_PER_CHUNK, localIds.length), localIds.length);
  }
  await replaced;
}

/** One child's rows with those that a load adds, each table's in the order of year and place. */
function withAdded(
  before: RowsOfChild | undefined,
  { year, added, at }: { year: number; added: readonly PlacedRow[]; at: Date },
): RowsOfChild {
  if (added.length === 0) return before ?? { rows: new Map(), recordedAt: at };
  const rows = new Map(before?.rows);
  for (const [table, own] of Map.groupBy(added, (row) => row.table)) {
    if (!TABLES_OF_HISTORY.some((name) => name === table)) continue;
    const all = [
      ...(rows.get(table as TableName) ?? []),
      ...own.map(({ position, cells }) => ({ year, position, cells })),
    ];
    rows.set(
      table as TableName,
      all.toSorted((one, other) => one.year - other.year || one.position - other.position),
    );
  }
  return { rows, recordedAt: at };
}

function acceptedRows({ tables }: ReceivedReturn, keptOut: ReadonlySet<number>): AcceptedRow[] {
  return [...tables].flatMap(([table, rows]) => {
    const child = columnIndex(table, 'CHILD');
    return rows
      .filter(({ ref }) => !keptOut.has(ref))
      .map(({ cells, file, ref }) => ({ table, cells, file, ref, childLocalId: cells[child] ?? '' }));
  });
}
