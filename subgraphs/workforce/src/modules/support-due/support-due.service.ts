import type { PlainDate } from '@mainstay/primitives';
import type { Context } from '../../context.ts';
import { isHeldOn } from '../employment/employment.held-on.ts';
import type { StaffSupport } from './support-due.loader.ts';

/** How many of an employer's workers stand where: `SupportDueCounts` of the graph. */
export interface SupportDueCounts {
  readonly on: PlainDate;
  readonly workers: number;
  readonly supervisionDone: number;
  readonly supervisionDue: number;
  readonly supervisionOverdue: number;
  readonly supervisionPaused: number;
  readonly learners: number;
  readonly learningMet: number;
  readonly learningBehind: number;
}

/**
 * How a worker is supported on a day, with the employer of the newest employment that lasts on it; null when there is none
 * that the viewer may see.
 */
export async function supportOfWorker(
  { loaders }: Context,
  workerId: string,
  on: PlainDate,
): Promise<StaffSupport | null> {
  const employments = await loaders.employmentsOfWorker.load(workerId);
  const held = employments.find((employment) => isHeldOn(employment, on));
  if (!held) return null;
  const { employerKind, employerId } = held;
  const staff = await loaders.support.load({ employerKind, employerId, on });
  return staff.find((support) => support.workerId === workerId) ?? null;
}

/** Those of whom something is due, the longest overdue first; then those whose learning is behind, the furthest first. */
export function dueOf(staff: readonly StaffSupport[]): StaffSupport[] {
  return staff
    .filter(({ supervision, learning }) => supervision?.state === 'OVERDUE' || learning?.state === 'BEHIND')
    .toSorted(
      (one, other) =>
        (other.supervision?.daysOverdue ?? 0) - (one.supervision?.daysOverdue ?? 0) ||
        missingOf(other) - missingOf(one) ||
        (one.workerId < other.workerId ? -1 : 1),
    );
}

/** How many stand where. */
export function supportCounts(staff: readonly StaffSupport[], on: PlainDate): SupportDueCounts {
  const supervised = (state: string): number => staff.filter(({ supervision }) => supervision?.state === state).length;
  const learning = (state: string): number => staff.filter((support) => support.learning?.state === state).length;
  return {
    on,
    workers: staff.filter(({ supervision }) => supervision !== null).length,
    supervisionDone: supervised('DONE'),
    supervisionDue: supervised('DUE'),
    supervisionOverdue: supervised('OVERDUE'),
    supervisionPaused: supervised('PAUSED'),
    learners: staff.filter((support) => support.learning !== null).length,
    learningMet: learning('MET'),
    learningBehind: learning('BEHIND'),
  };
}

/** How many pieces of learning are missing. */
function missingOf({ learning, expected }: StaffSupport): number {
  return learning ? Math.max(0, expected.learningPieces - learning.pieces) : 0;
}
