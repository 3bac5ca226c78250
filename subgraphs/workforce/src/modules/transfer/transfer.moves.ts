import { addDays, type PlainDate } from '@mainstay/primitives';
import { RecordFault } from '@mainstay/subgraph-kit/record';
import type { Staff } from '../../record/staff-record-row.ts';
import { ownEngagements } from '../employment/employment.codes.ts';
import type { EmploymentRow } from '../employment/employment.entity.ts';
import { isHeldOn } from '../employment/employment.held-on.ts';
import { requireAtMostFullTime } from '../employment/employment.overlap.ts';

/**
 * Of the employments of workers with one employer, those that a move ends: in which they are employed, or partners, on the
 * day before.
 *
 * @throws RecordFault that names the place of the first worker who has none.
 */
export function movableOf(
  employments: readonly EmploymentRow[],
  { laCode, workerIds, lastDay }: { laCode: string; workerIds: readonly string[]; lastDay: PlainDate },
): EmploymentRow[] {
  const moving = employments.filter(
    (row) => row.laCode === laCode && ownEngagements.includes(row.engagement) && isHeldOn(row, lastDay),
  );
  const those = new Set(moving.map(({ workerId }) => workerId));
  const missing = workerIds.findIndex((id) => !those.has(id));
  if (missing === -1) return moving;
  throw new RecordFault(
    `workerIds.${missing}`,
    'This worker is not in the employer’s own employment on the day before. Leave the worker out, or check the day.',
  );
}

/** @throws RecordFault that names the place of the first worker who would work more than full time for the new employer. */
export function requireRoom(
  there: readonly EmploymentRow[],
  added: readonly EmploymentRow[],
  workerIds: readonly string[],
): void {
  const shares = Map.groupBy([...there, ...added], ({ workerId }) => workerId);
  for (const [index, workerId] of workerIds.entries()) {
    requireAtMostFullTime(`workerIds.${index}`, shares.get(workerId) ?? []);
  }
}

/** What a move makes of employments. */
export interface Move {
  readonly to: Staff;
  readonly transferId: string;
  /** The last day with the old employer. */
  readonly lastDay: PlainDate;
  readonly by: string;
  readonly at: Date;
  /** Makes up the id of a new employment, but for what is before it. */
  readonly newId: () => string;
}

/**
 * The versions that end the employments, and the employments that begin by a move: the same role and hours, in no post yet.
 * Partners of a practice become employees. An end that was planned stays planned.
 */
export function moved(
  moving: readonly EmploymentRow[],
  { to, transferId, lastDay, by, at, newId }: Move,
): { superseding: EmploymentRow[]; added: EmploymentRow[] } {
  const recorded = { recordedBy: by, recordedAt: at, supersededAt: null, isWithdrawn: false, entryKey: null };
  const goesToAuthority = to.employerKind === 'local-authority';
  const superseding = moving.map((row): EmploymentRow => ({
    ...row,
    ...recorded,
    version: row.version + 1,
    reason: 'Moved to another employer.',
    endedOn: lastDay,
    leaverDestination: goesToAuthority ? 'OTHER_AUTHORITY' : 'OTHER_SOCIAL_WORK',
    reasonForLeaving: 'OTHER',
    endedByTransfer: transferId,
  }));
  const added = moving
    // What ends on that very day goes no further.
    .filter(({ endedOn }) => endedOn === null || endedOn > lastDay)
    .map((row): EmploymentRow => ({
      ...row,
      ...recorded,
      id: `${row.laCode}.employment-${newId()}`,
      version: 1,
      reason: null,
      employerKind: to.employerKind,
      employerId: to.employerId,
      engagement: 'EMPLOYEE',
      postId: null,
      startedOn: addDays(lastDay, 1),
      startOrigin: row.employerKind === 'local-authority' ? 'OTHER_AUTHORITY' : 'OTHER_SOCIAL_WORK',
      beganByTransfer: transferId,
      source: 'RECORDED',
    }));
  return { superseding, added };
}
