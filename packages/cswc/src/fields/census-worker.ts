import { isPlainDate, type PlainDate } from '@mainstay/primitives';
import type { CensusCells } from './census-field.ts';
import type { WorkerTag } from './worker-fields.ts';

/** What a census says of one worker, as far as figures are made of it. Null: it does not say, or what it says is no value. */
export interface CensusWorker {
  /** As written. Compare workers by `plainNumber`. */
  readonly sweNo: string;
  readonly isAgency: boolean | null;
  /** 0 to 1. */
  readonly fte: number | null;
  readonly fteBefore: number | null;
  readonly bornOn: PlainDate | null;
  readonly startedOn: PlainDate | null;
  readonly endedOn: PlainDate | null;
  /** True when a last day, a destination or a reason is there. */
  readonly hasLeaverFields: boolean;
  readonly orgRole: string | null;
  readonly cases: number | null;
  readonly daysLost: number | null;
}

/** The values of a worker's cells. */
export function censusWorkerOf(cells: CensusCells<WorkerTag>): CensusWorker {
  const { AgencyWorker: agency } = cells;
  return {
    sweNo: cells.SWENo ?? '',
    isAgency: agency === '1' ? true : agency === '0' ? false : null,
    fte: shareOf(cells.FTE),
    fteBefore: shareOf(cells.FTE30),
    bornOn: dayOf(cells.PersonBirthDate),
    startedOn: dayOf(cells.RoleStartDate),
    endedOn: dayOf(cells.RoleEndDate),
    hasLeaverFields: leaverTags.some((tag) => cells[tag] !== undefined),
    orgRole: cells.OrgRole ?? null,
    cases: numberOf(cells.Cases30),
    daysLost: numberOf(cells.WorkingDaysLost),
  };
}

/** The tags that only those who left have. */
export const leaverTags = ['RoleEndDate', 'LeaverDestination', 'ReasonLeave'] as const satisfies readonly WorkerTag[];

/** The number that a text writes in digits with at most one point; null when it writes none. */
export function numberOf(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,9}(\.\d{1,9})?$/.test(text) ? Number(text) : null;
}

function shareOf(text: string | undefined): number | null {
  const number = numberOf(text);
  return number !== null && number <= 1 ? number : null;
}

function dayOf(text: string | undefined): PlainDate | null {
  return text !== undefined && isPlainDate(text) ? text : null;
}
