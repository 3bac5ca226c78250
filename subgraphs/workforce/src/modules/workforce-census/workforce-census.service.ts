import { createHash, randomUUID } from 'node:crypto';
import {
  authorityNumberOf,
  authorityOfNumber,
  censusPeriod,
  censusWorkerOf,
  checkCensus,
  plainNumber,
  readCensus,
  standingOf,
  type CensusFile,
  type CensusRow,
  type CheckedCensus,
} from '@mainstay/cswc';
import { ForbiddenError, type Db } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import type { CensusWorkerRow, WorkforceCensusRow } from './workforce-census.entity.ts';
import {
  addNamelessWorkers,
  applyEmploymentChanges,
  findEmploymentsOnRecord,
  findLatestWords,
  findWorkerIds,
} from './workforce-census.employment-repository.ts';
import { employmentChanges, employmentOfCensus, workerIdsOf } from './workforce-census.employments.ts';
import { canUseCensus } from './workforce-census.policy.ts';
import { findHeldCensuses } from './workforce-census.repository.ts';
import { forgetChecks, holdCensuses, insertCensus, supersedeCensus } from './workforce-census.saving.ts';

/** What came of importing a census. */
export type ImportCensusOutcome =
  | {
      readonly kind: 'LOADED' | 'UNCHANGED' | 'CHECKED' | 'REFUSED';
      readonly census: WorkforceCensusRow;
    }
  | { readonly kind: 'unusable'; readonly message: string };

/** A census file to import: `ImportWorkforceCensusInput` of the graph. */
export interface ImportCensusInput {
  readonly la: string;
  readonly uploadId: string;
  readonly year?: number | null;
  readonly isDryRun?: boolean | null;
}

/**
 * Imports a census from an upload of the viewer's, or only checks it.
 *
 * @throws ForbiddenError for everybody but the authority's analysts and managers.
 */
export async function importCensus(input: ImportCensusInput, context: Context): Promise<ImportCensusOutcome> {
  const { viewer, db, clock, today, touched, fetchUpload, findCaseCounts } = context;
  const { la: laCode, uploadId, year } = input;
  const isDryRun = input.isDryRun === true;
  if (!canUseCensus(viewer, laCode)) {
    throw new ForbiddenError('Only analysts and managers of a local authority import its workforce census.');
  }
  const file = await fetchUpload(viewer, uploadId);
  if (!file) return { kind: 'unusable', message: 'The file is not here any more. Send it again.' };
  const made = { by: viewer.subject, at: clock.now() };
  const findReturnIds = async (of: number): Promise<string[]> => {
    const counts = await findCaseCounts({ laCode }, [censusPeriod(of - 1).to, censusPeriod(of).to, today]);
    return counts.map(({ workerId }) => workerId);
  };
  const outcome = await saveCensus(db, { laCode, file, year: year ?? null, isDryRun, ...made, findReturnIds });
  if (outcome.kind !== 'unusable' && outcome.kind !== 'UNCHANGED') {
    const what = outcome.kind === 'LOADED' ? 'workforce census loaded' : 'workforce census checked';
    touched.change({ what, laCode, ids: [outcome.census.id], childIds: [] });
  }
  return outcome;
}

/** A census file to save, and in whose name. */
export interface CensusToSave {
  readonly laCode: string;
  readonly file: { readonly name: string; readonly bytes: Uint8Array };
  /** The year it must be of; null for any. */
  readonly year: number | null;
  readonly isDryRun: boolean;
  readonly by: string;
  readonly at: Date;
  /**
   * The workers that the return of looked after children names about a census year, as it writes their numbers: workers who
   * have no record yet get one under that. Nobody when left out.
   */
  readonly findReturnIds?: (year: number) => Promise<readonly string[]>;
}

/** Reads, checks and, unless it is only to be checked, loads a census, all within the transaction of `db`. */
export async function saveCensus(db: Db, wanted: CensusToSave): Promise<ImportCensusOutcome> {
  const { laCode, file, isDryRun, at } = wanted;
  const read = readCensus(file.bytes);
  if (read.refusal !== null) return { kind: 'unusable', message: read.refusal };
  const { census } = read;
  const stranger = strangerFault(census, wanted);
  if (stranger !== null) return { kind: 'unusable', message: stranger };
  const checked = checkCensus(census);
  const key = { laCode, year: census.year };
  await holdCensuses(db, laCode);
  const [held] = await findHeldCensuses(db, [key]);
  const digest = digestOf(census);
  if (!isDryRun && held?.digest === digest) return { kind: 'UNCHANGED', census: held };
  const kind = isDryRun ? 'CHECKED' : checked.loadable.length === 0 ? 'REFUSED' : 'LOADED';
  await forgetChecks(db, key);
  if (kind === 'LOADED' && held) await supersedeCensus(db, held, at);
  const row = rowOf(wanted, { census, checked, digest, status: kind === 'LOADED' ? 'HELD' : kind });
  const ids = kind === 'LOADED' ? await workerIdsFor(db, wanted, { census, checked }) : new Map<string, string>();
  await insertCensus(db, row, {
    faults: checked.faults.map((fault, index) => ({ ...fault, laCode, censusId: row.id, position: index + 1 })),
    workers: kind === 'LOADED' ? checked.loadable.map((worker) => workerRow(worker, row, ids)) : [],
  });
  if (kind === 'LOADED') await recordStaff(db, wanted, { year: census.year, workerIds: [...ids.values()] });
  return { kind, census: row };
}

/** Why the file is not the authority's, or not of the year; null when it is. */
function strangerFault({ header, year }: CensusFile, wanted: CensusToSave): string | null {
  if (wanted.year !== null && wanted.year !== year) {
    return `The file is the census of ${year}, not of ${wanted.year}: Year in its header says so. Send the file of the year, or name the other year.`;
  }
  const own = authorityNumberOf(wanted.laCode);
  if (own === null || header.LEA === own) return null;
  const other = authorityOfNumber(header.LEA ?? '');
  const whose = other ? `It is the number of ${other.name} (${other.code}). ` : '';
  return `LEA in the header is not ${own}, the number of this authority. ${whose}Send the authority’s own census, or correct LEA.`;
}

/** Of all that the file says, whatever its lines and spaces: kept out or not. */
function digestOf({ header, authorityBlock, authority, workers }: CensusFile): string {
  const { DateTime: _made, SoftwareCode: _by, ...said } = header;
  const cells = workers.map((worker) => sorted(worker.cells));
  return createHash('sha256')
    .update(JSON.stringify([sorted(said), authorityBlock, sorted(authority), cells]))
    .digest('hex');
}

function sorted(cells: Readonly<Record<string, string>>): [string, string][] {
  return Object.entries(cells).toSorted(([one], [other]) => (one < other ? -1 : 1));
}

function rowOf(
  { laCode, file, by, at }: CensusToSave,
  of: { census: CensusFile; checked: CheckedCensus; digest: string; status: 'HELD' | 'CHECKED' | 'REFUSED' },
): WorkforceCensusRow {
  const { census, checked, digest, status } = of;
  const period = censusPeriod(census.year);
  const standings = checked.loadable.map(({ cells }) => standingOf(censusWorkerOf(cells), period).kind);
  const count = (kind: string) => standings.filter((standing) => standing === kind).length;
  return {
    laCode,
    id: `${laCode}.workforce-census-${randomUUID()}`,
    year: census.year,
    status,
    fileName: file.name,
    digest,
    importedAt: at,
    importedBy: by,
    supersededAt: null,
    workersRead: census.workers.length,
    workersLoaded: checked.loadable.length,
    inPost: count('in-post'),
    leavers: count('leaver'),
    agency: count('agency'),
    faultCount: checked.faults.length,
    authorityBlock: census.authorityBlock,
    authority: census.authority,
    notes: census.notes,
  };
}

function workerRow(
  { number, line, cells }: CensusRow,
  { laCode, id }: WorkforceCensusRow,
  ids: ReadonlyMap<string, string>,
): CensusWorkerRow {
  const { sweNo, isAgency, fte, fteBefore, startedOn, endedOn, cases, daysLost } = censusWorkerOf(cells);
  const plain = plainNumber(sweNo);
  const facts = { fte, fteBefore, startedOn, endedOn, cases, daysLost };
  const workerId = ids.get(plain) ?? plain;
  return {
    laCode,
    censusId: id,
    number,
    line,
    workerId,
    plainNumber: plain,
    isAgency: isAgency === true,
    ...facts,
    cells,
  };
}

async function workerIdsFor(
  db: Db,
  { laCode, findReturnIds }: CensusToSave,
  { census, checked }: { census: CensusFile; checked: CheckedCensus },
): Promise<Map<string, string>> {
  const sweNos = checked.loadable.map(({ cells }) => cells.SWENo ?? '');
  const inReturn = (await findReturnIds?.(census.year)) ?? [];
  // The last of two that are written differently counts: a worker who is on record gets no second record.
  return workerIdsOf(sweNos, [...inReturn, ...(await findWorkerIds(db, laCode))]);
}

/** Puts the workers on record and, where people recorded none, what the censuses tell of their employments. */
async function recordStaff(
  db: Db,
  { laCode, by, at }: CensusToSave,
  { year, workerIds }: { year: number; workerIds: readonly string[] },
): Promise<void> {
  const words = await findLatestWords(db, laCode);
  const told = words.flatMap((word) => employmentOfCensus(word) ?? []);
  // Managers record staff and analysts import censuses: what a census says of staff, the platform records.
  await db.asPlatform(async (platform) => {
    await addNamelessWorkers(platform, { laCode, ids: workerIds, by, at });
    const changes = employmentChanges(told, await findEmploymentsOnRecord(platform, laCode));
    await applyEmploymentChanges(platform, changes, { laCode, by, at, year });
  });
}
