import { randomUUID } from 'node:crypto';
import { setImmediate as giveWay } from 'node:timers/promises';
import type { Clock } from '@mainstay/primitives';
import { ForbiddenError, type Database, type Db, type Viewer } from '@mainstay/subgraph-kit';
import type { ReturnDifference } from '../return-903/return-903.difference.ts';
import { checkReceived, findHeldReturns, type CheckedReturn } from './import-903.checking.ts';
import type { ImportedTable } from './import-903.entity.ts';
import { forWholeReturn, importingAuthority } from './import-903.policy.ts';
import {
  finishImport,
  insertImport,
  updateProgress,
  type ImportKey,
  type ImportOutcome,
} from './import-903.repository.ts';
import { changesAnything, compareWithHeld, loadReturn } from './import-903.loading.ts';
import { holdReturnsOf } from '../../history/hold-returns.ts';
import { startImportRunner } from './import-903.runner.ts';
import { readSentFiles, type ReceivedReturn, type SentFile } from './import-903.reading.ts';
import { insertFaults, type FoundFault } from './import-903.fault-repository.ts';
import { insertTallies } from './import-903.tally-repository.ts';
import { tallyByChild } from './import-903.tally.ts';

/** How long one statement of a load may run. */
const STATEMENT_TIMEOUT_MS = 10 * 60_000;

/** The least time between two notes of how far one stage has come. */
const NOTED_EVERY_MS = 250;

/** The import's place on record, and what it is of. */
export interface ImportOrder {
  readonly importId: string;
  readonly laCode: string;
  readonly year: number;
  readonly isDryRun: boolean;
  /** True to have the files win over what was recorded in the platform. */
  readonly replaceRecorded: boolean;
  /** Whose rights the import has. */
  readonly viewer: Viewer;
  readonly files: AsyncIterable<SentFile> | Iterable<SentFile>;
}

/** What an import runs on. */
export interface ImportMachinery {
  readonly database: Database;
  readonly clock: Clock;
  /** Stops the import at its next step; what it did is rolled back. */
  readonly signal?: AbortSignal;
}

/** An import was stopped because the platform is stopping. Nothing of it was loaded. */
export class ImportStoppedError extends Error {
  override readonly name = 'ImportStoppedError';
}

/**
 * Runs an import that is on record: reads, checks and loads. What it loads it loads in one transaction, so it loads all
 * it accepts or nothing; its progress is written outside that transaction and can be seen meanwhile.
 *
 * @throws whatever stopped it; the caller marks the import.
 */
export async function runImport(machinery: ImportMachinery, asked: ImportOrder): Promise<ImportOutcome> {
  const order = { ...asked, viewer: forWholeReturn(asked.viewer) };
  const tell = teller(machinery, order);
  await tell(0.01, 'Reading the files');
  const received = await readSentFiles(order.files, {
    year: order.year,
    onFile: () => tell(0.05, 'Reading the files'),
  });
  const held = await machinery.database.read(order.viewer, (db) =>
    findHeldReturns(db, { laCode: order.laCode, year: order.year, sent: received.tables }),
  );
  const checked = await checkReceived(received, held, {
    year: order.year,
    onStep: (share) => tell(0.1 + 0.4 * share, 'Checking the rows'),
  });
  await tell(0.5, 'Comparing with what is held');
  return machinery.database.write(order.viewer, (db) => settle(db, { machinery, order, received, checked, tell }), {
    statementTimeoutMs: STATEMENT_TIMEOUT_MS,
  });
}

interface Findings {
  readonly machinery: ImportMachinery;
  readonly order: ImportOrder;
  readonly received: ReceivedReturn;
  readonly checked: CheckedReturn;
  readonly tell: Tell;
}

/** The one transaction that changes anything: compares, loads, and notes the outcome. */
async function settle(db: Db, { machinery, order, received, checked: judged, tell }: Findings): Promise<ImportOutcome> {
  const { laCode, year, importId, isDryRun, replaceRecorded } = order;
  await holdReturnsOf(db, laCode);
  const compared = { laCode, year, replaceRecorded };
  const { difference, checked } = await compareWithHeld(db, compared, { received, checked: judged });
  const outcome = outcomeOf({ received, checked, difference, isDryRun });
  const load = { laCode, year, importId, difference, now: machinery.clock.now() };
  // Statements run one after the other all the same; while those of one run, those of the other are made ready.
  await Promise.all([
    noteFindings(db, { laCode, id: importId }, { received, checked, difference }),
    outcome.status === 'LOADED' &&
      loadReturn(db, load, (done, total) =>
        tell(0.55 + (0.44 * done) / total, 'Working out the histories of the children'),
      ),
  ]);
  await finishImport(db, { laCode, id: importId }, { outcome, at: machinery.clock.now() });
  return outcome;
}

/** Puts on record what the rules found and what became of each child's rows. */
async function noteFindings(
  db: Db,
  key: ImportKey,
  found: { received: ReceivedReturn; checked: CheckedReturn; difference: ReturnDifference },
): Promise<void> {
  await insertFaults(db, key, found.checked.faults.map(foundFault));
  await insertTallies(db, key, tallyByChild(found));
}

type Tell = (progress: number, stage: string) => Promise<void>;

/**
 * Notes the progress in a transaction of its own, lets other work go first, and notices when it is to stop. Steps of one
 * stage that follow one another closely are noted a few times a second: nobody looks more often.
 */
function teller({ database, clock, signal }: ImportMachinery, { viewer, laCode, importId }: ImportOrder): Tell {
  let last = { stage: '', at: 0 };
  return async (progress, stage) => {
    if (signal?.aborted) throw new ImportStoppedError('The platform is stopping.');
    await giveWay();
    const at = clock.now().getTime();
    if (last.stage === stage && at - last.at < NOTED_EVERY_MS) return;
    last = { stage, at };
    await database.write(viewer, (db) =>
      updateProgress(db, { laCode, id: importId }, { status: 'RUNNING', progress, stage }),
    );
  };
}

function outcomeOf(found: {
  received: ReceivedReturn;
  checked: CheckedReturn;
  difference: ReturnDifference;
  isDryRun: boolean;
}): ImportOutcome {
  const { received, checked, difference, isDryRun } = found;
  const tables = [...received.tables].map(([table, rows]): ImportedTable => {
    const counts = difference.tables.get(table);
    return {
      table,
      rowsRead: rows.length,
      rowsAdded: counts?.added ?? 0,
      rowsRemoved: counts?.removed ?? 0,
      rowsUnchanged: counts?.unchanged ?? 0,
      rowsKeptOut: rows.filter(({ ref }) => checked.keptOut.has(ref)).length,
      rowsWithFault: rows.filter(({ ref }) => checked.withFault.has(ref)).length,
    };
  });
  // Of a table that an XML return has nothing of there is something to tell only where rows were held.
  const told = tables.filter(({ rowsRead, rowsRemoved }) => rowsRead + rowsRemoved > 0);
  return {
    ...statusOf(difference, isDryRun),
    files: [...received.files],
    tables: told,
    rulesNotRun: checked.rulesNotRun.map(({ rule, reason }) => ({ rule, reason })),
    faultCount: checked.faults.length,
  };
}

function statusOf(difference: ReturnDifference, isDryRun: boolean): Pick<ImportOutcome, 'status' | 'stage'> {
  if (isDryRun) return { status: 'CHECKED', stage: 'Checked. Nothing was loaded, as asked.' };
  if (difference.tables.size === 0) {
    return { status: 'REFUSED', stage: 'No row could be accepted. Nothing changed.' };
  }
  if (changesAnything(difference)) return { status: 'LOADED', stage: 'Loaded.' };
  return { status: 'UNCHANGED', stage: 'Everything accepted was loaded already. Nothing changed.' };
}

function foundFault(fault: CheckedReturn['faults'][number]): FoundFault {
  return {
    fileName: fault.file,
    rowNumber: fault.isPreviousYear ? null : fault.line,
    tableName: fault.table,
    fields: [...fault.fields],
    ruleCode: fault.ruleCode,
    message: fault.message,
    whatToDo: fault.whatToDo,
    childLocalId: fault.childLocalId || null,
    keepsRowOut: fault.keepsRowOut,
  };
}

/** A return to import at once, without uploads. */
export interface ReturnToImport {
  /** An analyst or manager of the authority whose return it is. */
  readonly viewer: Viewer;
  /** The collection year. */
  readonly year: number;
  readonly files: AsyncIterable<SentFile> | Iterable<SentFile>;
  readonly isDryRun?: boolean;
  /** True to have the files win over what was recorded in the platform. */
  readonly replaceRecorded?: boolean;
}

/** How an import at once ended. */
export type ImportedReturn = ImportOutcome & { readonly id: string };

/**
 * Imports a return at once: what an import from the graph does, without uploads and in the foreground. For the
 * demonstration, tests and measurements.
 *
 * @throws ForbiddenError when the viewer may not import; whatever else stopped the import, of which nothing is loaded.
 */
export async function importReturn(
  machinery: ImportMachinery,
  { viewer, year, files, isDryRun = false, replaceRecorded = false }: ReturnToImport,
): Promise<ImportedReturn> {
  const laCode = importingAuthority(viewer);
  if (!laCode) throw new ForbiddenError('Only analysts and managers of a local authority import its return.');
  const { database, clock } = machinery;
  const importId = `${laCode}.${randomUUID()}`;
  const runner = await startImportRunner({ database, clock });
  try {
    const startedBy = viewer.subject;
    const asked = { laCode, id: importId, collectionYear: year, isDryRun, startedBy, startedAt: clock.now() };
    await database.write(viewer, (db) => insertImport(db, { ...asked, runner: runner.key }));
    const order = { importId, laCode, year, isDryRun, replaceRecorded, viewer, files };
    return { id: importId, ...(await runImport(machinery, order)) };
  } finally {
    await runner.close();
  }
}
