import { isPlainDate, type PlainDate } from '@mainstay/primitives';
import { laterDay, needed, nothing, RecordFault } from '@mainstay/subgraph-kit/record';
import { socialWorkerRoles } from '../../indicators/staff-indicator.ts';
import type { StaffFactsOf } from '../../record/staff-record-row.ts';
import {
  ownEngagements,
  type CensusRole,
  type Engagement,
  type LeaverDestination,
  type ReasonForLeaving,
  type StartOrigin,
  type WorkerRole,
} from './employment.codes.ts';
import type { EmployerKind, EmploymentRow } from './employment.entity.ts';

/** What is said of an employment when it is recorded. */
export interface EmploymentInput {
  readonly workerId: string;
  readonly role: WorkerRole;
  readonly fullTimeEquivalent: number;
  readonly engagement: Engagement;
  readonly postId?: string | null;
  readonly censusRole?: CensusRole | null;
  readonly startedOn: string;
  readonly startOrigin?: StartOrigin | null;
  readonly endedOn?: string | null;
  readonly leaverDestination?: LeaverDestination | null;
  readonly reasonForLeaving?: ReasonForLeaving | null;
}

/** What an employment is, but for how it came to be. */
export type EmploymentFacts = Omit<StaffFactsOf<EmploymentRow>, 'beganByTransfer' | 'endedByTransfer' | 'source'>;

/**
 * The facts of an employment with an employer of this kind, checked one by one.
 *
 * @throws RecordFault that names the field which is missing, wrong, or does not belong to the others.
 */
export function employmentFacts(input: EmploymentInput, employerKind: EmployerKind): EmploymentFacts {
  const { workerId, role, engagement, postId = null } = input;
  checkTerms(input, employerKind);
  const startedOn = existingDay('startedOn', input.startedOn);
  const endedOn = laterDay('endedOn', input.endedOn, { since: startedOn });
  const isSocialWorker = (socialWorkerRoles as readonly WorkerRole[]).includes(role);
  return {
    workerId,
    role,
    fullTimeEquivalent: shareOfFullTime('fullTimeEquivalent', input.fullTimeEquivalent),
    engagement,
    postId,
    censusRole: isSocialWorker
      ? (input.censusRole ?? null)
      : nothing('censusRole', input.censusRole, 'The workforce census counts social workers only. Leave its role out.'),
    startedOn,
    endedOn,
    startOrigin: ownOnly('startOrigin', input.startOrigin, engagement),
    ...leavingFacts(input, { engagement, endedOn }),
  };
}

/**
 * Where somebody went and why, where somebody left.
 *
 * @throws RecordFault when it is said of somebody who stays, or whom nobody counts as leaving.
 */
export function leavingFacts(
  { leaverDestination, reasonForLeaving }: Pick<EmploymentInput, 'leaverDestination' | 'reasonForLeaving'>,
  { engagement, endedOn }: Pick<EmploymentFacts, 'engagement' | 'endedOn'>,
): Pick<EmploymentFacts, 'leaverDestination' | 'reasonForLeaving'> {
  if (endedOn !== null) {
    return {
      leaverDestination: ownOnly('leaverDestination', leaverDestination, engagement),
      reasonForLeaving: ownOnly('reasonForLeaving', reasonForLeaving, engagement),
    };
  }
  const stays = 'Give the last day as well, or leave this out.';
  return {
    leaverDestination: nothing('leaverDestination', leaverDestination, stays),
    reasonForLeaving: nothing('reasonForLeaving', reasonForLeaving, stays),
  };
}

/** @throws RecordFault when where to and why are not said of an employee or partner who leaves. */
export function requireLeaving(
  { leaverDestination, reasonForLeaving }: Pick<EmploymentInput, 'leaverDestination' | 'reasonForLeaving'>,
  { engagement }: Pick<EmploymentFacts, 'engagement'>,
): void {
  if (!ownEngagements.includes(engagement)) return;
  const reason = needed('reasonForLeaving', reasonForLeaving, 'Say why the worker leaves.');
  if (reason !== 'DECEASED') needed('leaverDestination', leaverDestination, 'Say where the worker goes.');
}

/**
 * A day that may lie in the future.
 *
 * @throws RecordFault when there is no such day.
 */
export function existingDay(field: string, day: string): PlainDate {
  if (!isPlainDate(day)) throw new RecordFault(field, 'Enter a day that exists.');
  return day;
}

/**
 * A whole-time equivalent.
 *
 * @throws RecordFault unless it is above 0 and at most 1.
 */
export function shareOfFullTime(field: string, share: number): number {
  if (share > 0 && share <= 1) return share;
  throw new RecordFault(field, 'Enter the whole-time equivalent: above 0 and at most 1, where 1 is full time.');
}

function checkTerms({ role, engagement }: EmploymentInput, employerKind: EmployerKind): void {
  if ((role === 'STUDENT') !== (engagement === 'STUDENT')) {
    throw new RecordFault('engagement', 'Students are there as students, and nobody else is. Check role and terms.');
  }
  if (engagement === 'PARTNER' && employerKind !== 'practice') {
    throw new RecordFault('engagement', 'An authority has no partners. Choose other terms.');
  }
}

function ownOnly<Value>(field: string, value: Value | null | undefined, engagement: Engagement): Value | null {
  if (ownEngagements.includes(engagement)) return value ?? null;
  return nothing(field, value, 'This is not asked of agency workers and students. Leave it out.');
}
