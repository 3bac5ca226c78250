import { isSameNumber, type PlainDate } from '@mainstay/primitives';
import { isPlainDate } from '@mainstay/primitives';
import { NotFoundError } from '@mainstay/subgraph-kit';
import { RecordFault } from '@mainstay/subgraph-kit/record';
import type { Context } from '../context.ts';
import type { EmploymentRow } from '../modules/employment/employment.entity.ts';
import { isHeldOn } from '../modules/employment/employment.held-on.ts';
import { presentStaffRecord, type StaffRecordingInput } from './save-staff-record.ts';
import type { WorkerRecordRow } from './records-of-worker.ts';
import { recordableStaff } from './staff-recorder.ts';
import type { Staff } from './staff-record-row.ts';
import type { StaffStore } from './staff-store.ts';

/** What every input to record something about one worker has. */
export interface WorkerRecordingInput extends StaffRecordingInput {
  readonly workerId: string;
}

/**
 * A day of something that has happened.
 *
 * @throws RecordFault when it is no day, or lies in the future.
 */
export function dayUpToToday(field: string, day: string, today: PlainDate): PlainDate {
  if (!isPlainDate(day)) throw new RecordFault(field, 'Enter a day that exists.');
  if (day > today) throw new RecordFault(field, 'The day is in the future. Enter a day up to today.');
  return day;
}

/** The posts a worker held, holds or will hold with an employer that serve its authority. */
export async function postsWith(context: Context, staff: Staff, workerId: string): Promise<readonly EmploymentRow[]> {
  const posts = await context.loaders.employmentsOfWorker.load(workerId);
  return posts.filter(
    ({ laCode, employerKind, employerId }) =>
      laCode === staff.laCode && employerKind === staff.employerKind && employerId === staff.employerId,
  );
}

/**
 * The employer whose worker's record the viewer may write in, given the day of what is recorded, and the number under which
 * the worker's post is. A correction stays with the
 * worker and the employer it was first recorded of.
 *
 * @throws RecordFault when the worker was not in post with the employer on any of the days; NotFoundError when the entry to
 * correct is about somebody else; what `recordableStaff` and `presentStaffRecord` throw.
 */
export async function recordableWorker<Row extends WorkerRecordRow>(
  context: Context,
  store: StaffStore<Row>,
  input: WorkerRecordingInput,
  days: readonly PlainDate[],
): Promise<{ readonly staff: Staff; readonly workerId: string }> {
  const staff = recordableStaff(context.viewer, input.employer);
  if (input.correcting) {
    const present = await presentStaffRecord(context, store, input.correcting.id);
    const isSame = present.laCode === staff.laCode && present.employerId === staff.employerId;
    if (!isSame || !isSameNumber(present.workerId, input.workerId)) {
      throw new NotFoundError('There is no such entry about this worker.');
    }
  }
  const posts = await postsWith(context, staff, input.workerId);
  const held = posts.find((post) => days.some((day) => isHeldOn(post, day)));
  if (!held) {
    throw new RecordFault('workerId', 'The worker held no post with the employer on that day. Check worker and day.');
  }
  return { staff, workerId: held.workerId };
}
