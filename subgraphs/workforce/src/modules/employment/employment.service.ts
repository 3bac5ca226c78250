import { addDays, isSameNumber } from '@mainstay/primitives';
import { NotFoundError } from '@mainstay/subgraph-kit';
import { RecordChanged, RecordFault } from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import { presentStaffRecord, saveStaffRecord, type StaffRecordingInput } from '../../record/save-staff-record.ts';
import type { EmployerInput, Staff } from '../../record/staff-record-row.ts';
import { recordableStaff, requireStaffRecorder } from '../../record/staff-recorder.ts';
import { findPostsById } from '../post/post.repository.ts';
import { isWorkerOnRecord, numberOnRecord } from '../worker/worker.repository.ts';
import type { EmploymentRow } from './employment.entity.ts';
import {
  employmentFacts,
  existingDay,
  leavingFacts,
  requireLeaving,
  type EmploymentFacts,
  type EmploymentInput,
} from './employment.facts.ts';
import { requireAtMostFullTime } from './employment.overlap.ts';
import { findEmploymentsWith, holdStaff } from './employment.repository.ts';
import { employmentStore } from './employment.store.ts';

/** An employment: `RecordEmploymentInput` of the graph. */
export type RecordEmploymentInput = StaffRecordingInput & EmploymentInput;

/** What every change of an employment names. */
interface OfVersion {
  readonly id: string;
  readonly version: number;
}

/** A change of role, hours or post: `ChangeEmploymentInput` of the graph. */
export interface ChangeEmploymentInput
  extends OfVersion, Partial<Pick<EmploymentInput, 'role' | 'fullTimeEquivalent' | 'engagement'>> {
  readonly key: string;
  readonly from: string;
  readonly postId?: string | null;
  readonly censusRole?: EmploymentInput['censusRole'];
}

/** A leaving: `EndEmploymentInput` of the graph. */
export interface EndEmploymentInput extends OfVersion, Pick<EmploymentInput, 'leaverDestination' | 'reasonForLeaving'> {
  readonly endedOn: string;
}

/**
 * Records an employment, or corrects one.
 *
 * @throws RecordFault, RecordChanged: see `orFailure`; ForbiddenError, NotFoundError: see `recordableStaff`.
 */
export async function recordEmployment(input: RecordEmploymentInput, context: Context): Promise<EmploymentRow> {
  const staff = recordableStaff(context.viewer, input.employer);
  await holdStaff(context.db, staff);
  const before = input.correcting ? await presentStaffRecord(context, employmentStore, input.correcting.id) : null;
  if (before && (!isSameNumber(before.workerId, input.workerId) || before.employerId !== staff.employerId)) {
    throw new NotFoundError('There is no such employment of this worker.');
  }
  const given = { laCode: staff.laCode, id: input.workerId };
  const workerId = before?.workerId ?? (await numberOnRecord(context.db, given));
  const facts = employmentFacts({ ...input, workerId }, staff.employerKind);
  await checkWithOthers(context, staff, { facts, replaced: before ? [before.id] : [], key: input.key });
  return saveStaffRecord(context, employmentStore, input, {
    ...facts,
    beganByTransfer: before?.beganByTransfer ?? null,
    endedByTransfer: facts.endedOn === null ? null : (before?.endedByTransfer ?? null),
    source: before?.source ?? 'RECORDED',
  });
}

/**
 * Ends an employment on the day before one and begins the next with the same employer. The same key again changes nothing.
 *
 * @throws as `recordEmployment`.
 */
export async function changeEmployment(input: ChangeEmploymentInput, context: Context): Promise<EmploymentRow> {
  const { db, viewer } = context;
  requireStaffRecorder(viewer);
  const present = await presentStaffRecord(context, employmentStore, input.id);
  const { laCode } = present;
  const again = await employmentStore.findByEntryKey(db, laCode, { by: viewer.subject, entryKey: input.key });
  if (again) return again;
  const staff: Staff = present;
  await holdStaff(db, staff);
  const from = existingDay('from', input.from);
  const { endedOn } = present;
  requireVersion(present, input.version);
  if (from <= present.startedOn) throw new RecordFault('from', 'Give a day after the first of the present one.');
  if (endedOn !== null && from > endedOn)
    throw new RecordFault('from', 'The employment is over by then. Record a new one.');
  const next = employmentFacts(
    { ...present, ...given(input), startedOn: from, startOrigin: null },
    present.employerKind,
  );
  if (isSame(present, next))
    throw new RecordFault('role', 'Nothing changes. Give the role, hours, terms or post from then on.');
  const ended = { ...present, endedOn: addDays(from, -1), leaverDestination: null, reasonForLeaving: null };
  await checkWithOthers(context, staff, { facts: next, replaced: [present.id], alongside: [ended], key: input.key });
  const employer = employerInput(present);
  const correcting = { id: present.id, version: present.version, reason: 'Role, hours, terms or post changed.' };
  await saveStaffRecord(
    context,
    employmentStore,
    { employer, key: '', correcting },
    { ...ended, endedByTransfer: null },
  );
  const made = { beganByTransfer: null, endedByTransfer: present.endedByTransfer, source: 'RECORDED' } as const;
  return saveStaffRecord(context, employmentStore, { employer, key: input.key }, { ...next, ...made });
}

/**
 * Ends an employment: the worker leaves.
 *
 * @throws as `recordEmployment`.
 */
export async function endEmployment(input: EndEmploymentInput, context: Context): Promise<EmploymentRow> {
  requireStaffRecorder(context.viewer);
  const present = await presentStaffRecord(context, employmentStore, input.id);
  await holdStaff(context.db, present);
  requireVersion(present, input.version);
  const endedOn = existingDay('endedOn', input.endedOn);
  if (endedOn < present.startedOn) throw new RecordFault('endedOn', 'The day is before the first. Check both days.');
  if (present.endedOn !== null && present.endedOn < endedOn) {
    throw new RecordFault('endedOn', 'The employment is over already. Correct it if its last day is wrong.');
  }
  requireLeaving(input, present);
  const facts = { ...present, endedOn, endedByTransfer: null, ...leavingFacts(input, { ...present, endedOn }) };
  const correcting = { id: present.id, version: present.version, reason: 'The worker leaves.' };
  return saveStaffRecord(context, employmentStore, { employer: employerInput(present), key: '', correcting }, facts);
}

/** The employer of an employment as it is sent. */
export function employerInput({ laCode, employerKind, employerId }: Staff): EmployerInput {
  return { la: laCode, practice: employerKind === 'practice' ? employerId : null };
}

function requireVersion(present: EmploymentRow, version: number): void {
  if (present.version !== version) throw new RecordChanged(present);
}

/** What was given of a change: what is left out stays, and null takes a post or a census role away. */
function given({ role, fullTimeEquivalent, engagement, postId, censusRole }: ChangeEmploymentInput) {
  return {
    ...(role ? { role } : {}),
    ...(typeof fullTimeEquivalent === 'number' ? { fullTimeEquivalent } : {}),
    ...(engagement ? { engagement } : {}),
    ...(postId === undefined ? {} : { postId }),
    ...(censusRole === undefined ? {} : { censusRole }),
  };
}

function isSame(one: EmploymentFacts, other: EmploymentFacts): boolean {
  return (['role', 'fullTimeEquivalent', 'engagement', 'postId', 'censusRole'] as const).every(
    (fact) => one[fact] === other[fact],
  );
}

/** @throws RecordFault when the worker is not on record, works too much, or the post is not the employer's. */
async function checkWithOthers(
  { db, viewer }: Context,
  staff: Staff,
  checked: {
    readonly facts: EmploymentFacts;
    /** The employments whose place is taken. */
    readonly replaced: readonly string[];
    /** What takes their place besides. */
    readonly alongside?: readonly EmploymentFacts[];
    readonly key: string;
  },
): Promise<void> {
  const { facts, replaced, alongside = [], key } = checked;
  if (!(await isWorkerOnRecord(db, { laCode: staff.laCode, id: facts.workerId }))) {
    throw new RecordFault('workerId', 'There is no record of this worker. Record the worker first.');
  }
  if (facts.postId !== null) {
    const [post] = await findPostsById(db, [facts.postId]);
    if (!post || post.laCode !== staff.laCode || post.employerId !== staff.employerId) {
      throw new RecordFault('postId', 'This is no post of the employer’s. Choose one of its posts.');
    }
    if (facts.startedOn < post.startsOn || (post.endsOn !== null && facts.startedOn > post.endsOn)) {
      throw new RecordFault('postId', 'The post is not there on the first day. Choose another post, or check the day.');
    }
  }
  const others = await findEmploymentsWith(db, staff, [facts.workerId]);
  // What was sent twice is there already, and is not counted twice.
  const isAgain = (row: EmploymentRow): boolean =>
    row.entryKey === key && row.recordedBy === viewer.subject && key !== '';
  const counted = others.filter((row) => !replaced.includes(row.id) && !isAgain(row));
  requireAtMostFullTime('fullTimeEquivalent', [...counted, ...alongside, facts]);
}
