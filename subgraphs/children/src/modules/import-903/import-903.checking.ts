import {
  checkReturnInSteps,
  rulesFor,
  rulesNotRun,
  tables as allTables,
  type CheckedRow,
  type Fault,
  type ReturnTables,
  type RuleNotRun,
  type TableName,
} from '@mainstay/ssda903';
import type { Db } from '@mainstay/subgraph-kit';
import { identityOf } from '../../history/table-keys.ts';
import { findCells, findReturnTables } from '../return-903/return-903.repository.ts';
import { findEarlierEpisodes, findReference, type ReferenceOfReturn } from '../return-check/return-check.reference.ts';
import type { ReceivedReturn } from './import-903.reading.ts';

/** What checking found. */
export interface CheckedReturn {
  /** Faults of rows that were sent, and of last year's that should have come back; in the order of child, table and row. */
  readonly faults: readonly Fault[];
  readonly rulesNotRun: readonly RuleNotRun[];
  /** `ref`s of the rows that are not to be loaded. */
  readonly keptOut: ReadonlySet<number>;
  /** `ref`s of rows that are loaded with a fault recorded against them. */
  readonly withFault: ReadonlySet<number>;
}

/** What the rules need besides the rows that were sent. */
export interface HeldReturns {
  /** Tables of the same year that were not sent: the rows are judged together with theirs. */
  readonly context: ReturnTables;
  /** Rows of the tables that were sent which were recorded in the platform: they stay, whatever the files hold. */
  readonly recorded: ReturnTables;
  /** The tables of last year's return that rules compare with; undefined when none of them is held. */
  readonly previous: ReturnTables | undefined;
  /** Episodes of returns before last year's. */
  readonly earlierEpisodes: readonly CheckedRow[];
  /** What rules look settings, places and authorities up in. */
  readonly reference: ReferenceOfReturn;
}

/** Fetches what the rules need of the returns held, of all children: an import sees the whole of a return. */
export async function findHeldReturns(
  db: Db,
  { laCode, year, sent }: { laCode: string; year: number; sent: ReturnTables },
): Promise<HeldReturns> {
  const sentTables = new Set(sent.keys());
  // What was recorded of a table that was never imported is some children's, and no return to compare with.
  const loaded = new Set(
    (await findReturnTables(db, laCode)).map(({ collectionYear, tableName }) => `${collectionYear} ${tableName}`),
  );
  const others = allTables
    .map(({ name }) => name)
    .filter((name) => !sentTables.has(name) && loaded.has(`${year} ${name}`));
  const context = await findTables(db, { laCode, year }, others);
  const recorded = await findTables(db, { laCode, year, isRecorded: true }, [...sentTables]);
  const compared = new Set(rulesFor(year).flatMap(({ needsPrevious }) => needsPrevious ?? []));
  const before = [...compared].filter((name) => loaded.has(`${year - 1} ${name}`));
  const previous = await findTables(db, { laCode, year: year - 1 }, before);
  return {
    context,
    recorded,
    previous: previous.size > 0 ? previous : undefined,
    earlierEpisodes: await findEarlierEpisodes(db, { laCode, year }),
    reference: await findReference(db, laCode, [sent, context, recorded, previous]),
  };
}

/**
 * Judges the rows that were sent by every rule of the year, giving way to other work between steps.
 *
 * @param onStep told the share of children checked, 0 to 1.
 */
export async function checkReceived(
  received: ReceivedReturn,
  held: HeldReturns,
  { year, onStep }: { year: number; onStep: (share: number) => Promise<void> },
): Promise<CheckedReturn> {
  const input = {
    year,
    tables: new Map<TableName, readonly CheckedRow[]>([...held.context, ...withRecorded(received, held.recorded)]),
    ...(held.previous ? { previous: held.previous } : {}),
    earlierEpisodes: held.earlierEpisodes,
    ...held.reference,
  };
  const faults: Fault[] = [];
  const keptOut = new Set<number>();
  const faulty = new Set<number>();
  for (const step of checkReturnInSteps(input)) {
    for (const fault of step.faults) {
      // A row of last year's return is pointed at where this year's lacks the row that should have come of it.
      if (fault.isPreviousYear && received.tables.has(fault.table)) faults.push(fault);
      if (fault.isContext || typeof fault.rowRef !== 'number') continue;
      faults.push(fault);
      (fault.keepsRowOut ? keptOut : faulty).add(fault.rowRef);
    }
    await onStep(step.childrenTotal === 0 ? 1 : step.childrenChecked / step.childrenTotal);
  }
  return {
    faults: inOrderOfFaults(faults),
    rulesNotRun: rulesNotRun(input),
    keptOut,
    withFault: faulty.difference(keptOut),
  };
}

const tableOrder = new Map<string, number>(allTables.map(({ name }, index) => [name, index]));

/** Faults in the order of child, table and row. */
export function inOrderOfFaults(faults: readonly Fault[]): Fault[] {
  return faults.toSorted(byChildTableAndRow);
}

function byChildTableAndRow(one: Fault, other: Fault): number {
  if (one.childLocalId !== other.childLocalId) return one.childLocalId < other.childLocalId ? -1 : 1;
  if (one.table !== other.table) return (tableOrder.get(one.table) ?? 0) - (tableOrder.get(other.table) ?? 0);
  return placeOf(one) - placeOf(other);
}

/** Rows of last year's return come before those that were sent. */
function placeOf({ rowRef }: Fault): number {
  return typeof rowRef === 'number' ? rowRef : -1;
}

/** The tables that were sent, with the rows recorded in the platform that the files hold nothing of. */
function withRecorded({ tables }: ReceivedReturn, recorded: ReturnTables): ReturnTables {
  const all = new Map<TableName, readonly CheckedRow[]>(tables);
  for (const [table, rows] of recorded) {
    const sent = all.get(table) ?? [];
    const known = new Set(sent.map(({ cells }) => identityOf(table, cells)));
    all.set(table, [...sent, ...rows.filter(({ cells }) => !known.has(identityOf(table, cells)))]);
  }
  return all;
}

async function findTables(
  db: Db,
  key: { laCode: string; year: number; isRecorded?: true },
  names: readonly TableName[],
): Promise<Map<TableName, CheckedRow[]>> {
  const tables = new Map<TableName, CheckedRow[]>();
  if (names.length === 0) return tables;
  for (const { table, file, cells } of await findCells(db, { ...key, hidden: [] }, names)) {
    const rows = tables.get(table) ?? [];
    tables.set(table, rows);
    rows.push({ ref: `held ${rows.length}`, file, line: 0, cells, isContext: true });
  }
  return tables;
}
