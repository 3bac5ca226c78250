import {
  censusPeriod,
  censusWorkerOf,
  plainNumber,
  standingOf,
  type CensusCells,
  type WorkerTag,
} from '@mainstay/cswc';
import type { PlainDate } from '@mainstay/primitives';
import {
  censusRoles,
  leaverDestinations,
  reasonsForLeaving,
  startOrigins,
  type CensusRole,
  type LeaverDestination,
  type ReasonForLeaving,
  type StartOrigin,
  type WorkerRole,
} from '../employment/employment.codes.ts';

/** What censuses that are held say of one worker: the newest that names the worker, and when the worker was first named. */
export interface LatestWord {
  readonly workerId: string;
  readonly year: number;
  /** The first of the years whose census names the worker. */
  readonly firstYear: number;
  /** The newest year of which a census is held. */
  readonly lastYear: number;
  readonly cells: CensusCells<WorkerTag>;
  /** The full-time equivalent in the census before; null when it does not name the worker. */
  readonly fteBefore: number | null;
}

/** An employment with the authority, as censuses tell it. */
export interface EmploymentOfCensus {
  readonly workerId: string;
  readonly role: WorkerRole;
  readonly fullTimeEquivalent: number;
  readonly engagement: 'EMPLOYEE' | 'AGENCY';
  readonly censusRole: CensusRole | null;
  readonly startedOn: PlainDate;
  readonly endedOn: PlainDate | null;
  readonly startOrigin: StartOrigin | null;
  readonly leaverDestination: LeaverDestination | null;
  readonly reasonForLeaving: ReasonForLeaving | null;
}

/**
 * The employment that a census tells of; null where it tells of none: no full-time equivalent, or days that cannot be.
 *
 * Where the census does not say when it began, as of agency workers, it began on the reference date of the first census
 * that names the worker. An agency worker whom the newest census does not name was there until the reference date of the
 * last that did.
 */
export function employmentOfCensus(word: LatestWord): EmploymentOfCensus | null {
  const { cells, year, workerId } = word;
  const worker = censusWorkerOf(cells);
  const standing = standingOf(worker, censusPeriod(year));
  if (standing.kind === 'other') return null;
  const fullTimeEquivalent = standing.kind === 'leaver' ? worker.fteBefore || word.fteBefore : standing.fte;
  if (!fullTimeEquivalent) return null;
  const startedOn = worker.startedOn ?? censusPeriod(word.firstYear).to;
  const isAgency = standing.kind === 'agency';
  const endedOn =
    standing.kind === 'leaver'
      ? (worker.endedOn ?? censusPeriod(year).to)
      : isAgency && year < word.lastYear
        ? censusPeriod(year).to
        : null;
  if (endedOn !== null && endedOn < startedOn) return null;
  const isLeaver = standing.kind === 'leaver';
  return {
    workerId,
    role: roleOf(worker.orgRole),
    fullTimeEquivalent,
    engagement: isAgency ? 'AGENCY' : 'EMPLOYEE',
    censusRole: nth(censusRoles, cells.OrgRole),
    startedOn,
    endedOn,
    startOrigin: isAgency ? null : nth(startOrigins, cells.StartOrigin),
    leaverDestination: isLeaver ? nth(leaverDestinations, cells.LeaverDestination) : null,
    reasonForLeaving: isLeaver ? nth(reasonsForLeaving, cells.ReasonLeave) : null,
  };
}

/** An employment that is on record, as far as it is compared. */
export interface EmploymentOnRecord extends EmploymentOfCensus {
  readonly id: string;
  readonly version: number;
  readonly isWithdrawn: boolean;
  /** True when a census told it and nobody corrected it since. */
  readonly isCensusWord: boolean;
}

/** What is to be done so that the record says what the censuses say. */
export interface EmploymentChanges {
  readonly added: readonly EmploymentOfCensus[];
  readonly corrected: readonly { readonly before: EmploymentOnRecord; readonly facts: EmploymentOfCensus }[];
  readonly withdrawn: readonly EmploymentOnRecord[];
}

/**
 * Compares what censuses tell with what is on record. What people recorded or corrected stays as it is, and a worker of
 * whom they recorded an employment gets none of a census.
 */
export function employmentChanges(
  told: readonly EmploymentOfCensus[],
  onRecord: readonly EmploymentOnRecord[],
): EmploymentChanges {
  const peoples = new Set(onRecord.filter(({ isCensusWord }) => !isCensusWord).map(({ workerId }) => workerId));
  const ours = onRecord.filter(({ isCensusWord }) => isCensusWord);
  const wanted = new Map(told.filter(({ workerId }) => !peoples.has(workerId)).map((one) => [one.workerId, one]));
  const known = new Set(ours.map(({ workerId }) => workerId));
  return {
    added: [...wanted.values()].filter(({ workerId }) => !known.has(workerId)),
    corrected: ours.flatMap((before) => {
      const facts = wanted.get(before.workerId);
      return facts && (before.isWithdrawn || wordsOf(before) !== wordsOf(facts)) ? [{ before, facts }] : [];
    }),
    withdrawn: ours.filter(({ workerId, isWithdrawn }) => !isWithdrawn && !wanted.has(workerId)),
  };
}

/**
 * The records that workers of a census have with an authority, by the number as it is compared: those that are there
 * already (of two ways to write one number the last counts), and for others the number as the census writes it, in capital letters.
 */
export function workerIdsOf(sweNos: readonly string[], existing: readonly string[]): Map<string, string> {
  const known = new Map(existing.map((id) => [plainNumber(id), id]));
  return new Map(sweNos.map((sweNo) => [plainNumber(sweNo), known.get(plainNumber(sweNo)) ?? sweNo.toUpperCase()]));
}

function roleOf(orgRole: string | null): WorkerRole {
  if (orgRole === '1' || orgRole === '2' || orgRole === '3') return 'PRACTICE_MANAGER';
  return orgRole === '4' ? 'SENIOR_SOCIAL_WORKER' : 'SOCIAL_WORKER';
}

/** Code sets of the census are numbered from 1, in the order of the enum. */
function nth<Value>(values: readonly Value[], code: string | undefined): Value | null {
  return code === undefined ? null : (values[Number(code) - 1] ?? null);
}

function wordsOf(employment: EmploymentOfCensus): string {
  const { role, fullTimeEquivalent, engagement, censusRole, startedOn, endedOn } = employment;
  const { startOrigin, leaverDestination, reasonForLeaving } = employment;
  const movement = [startedOn, endedOn, startOrigin, leaverDestination, reasonForLeaving];
  return JSON.stringify([role, fullTimeEquivalent, engagement, censusRole, ...movement]);
}
