import { laterDay, RecordFault } from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import { saveStaffRecord, type StaffRecordingInput } from '../../record/save-staff-record.ts';
import { recordableStaff } from '../../record/staff-recorder.ts';
import type { WorkerRole } from '../employment/employment.codes.ts';
import { existingDay, shareOfFullTime } from '../employment/employment.facts.ts';
import type { PostRow, Recruitment } from './post.entity.ts';
import { postStore } from './post.store.ts';

/** A post: `RecordPostInput` of the graph. */
export interface RecordPostInput extends StaffRecordingInput {
  readonly role: WorkerRole;
  readonly fullTimeEquivalent: number;
  readonly isCaseHolding: boolean;
  readonly from: string;
  readonly until?: string | null;
  readonly recruitment: Recruitment;
}

/** Those who can hold children's cases. */
const caseHolders: readonly WorkerRole[] = [
  'SOCIAL_WORKER',
  'SENIOR_SOCIAL_WORKER',
  'PRACTICE_MANAGER',
  'PERSONAL_ADVISER',
];

/**
 * Records a post of an employer's establishment, or corrects one.
 *
 * @throws RecordFault, RecordChanged: see `orFailure`; ForbiddenError, NotFoundError: see `recordableStaff`.
 */
export async function recordPost(input: RecordPostInput, context: Context): Promise<PostRow> {
  const { role, isCaseHolding, recruitment } = input;
  recordableStaff(context.viewer, input.employer);
  if (role === 'STUDENT') throw new RecordFault('role', 'Students hold no post. Record their placement alone.');
  if (isCaseHolding && !caseHolders.includes(role)) {
    throw new RecordFault('isCaseHolding', 'Whoever does this holds no children’s cases. Check the role.');
  }
  const startsOn = existingDay('from', input.from);
  return saveStaffRecord(context, postStore, input, {
    role,
    fullTimeEquivalent: shareOfFullTime('fullTimeEquivalent', input.fullTimeEquivalent),
    isCaseHolding,
    startsOn,
    endsOn: laterDay('until', input.until, { since: startsOn }),
    recruitment,
  });
}
