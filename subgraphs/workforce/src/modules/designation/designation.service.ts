import { laterDay, RecordFault } from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import { saveStaffRecord, type StaffRecordingInput } from '../../record/save-staff-record.ts';
import { recordableStaff } from '../../record/staff-recorder.ts';
import { existingDay } from '../employment/employment.facts.ts';
import { isHeldOn } from '../employment/employment.held-on.ts';
import { findEmploymentsWith, holdStaff } from '../employment/employment.repository.ts';
import { numberOnRecord } from '../worker/worker.repository.ts';
import type { DesignationPurpose, DesignationRow } from './designation.entity.ts';
import { findDesignations } from './designation.repository.ts';
import { designationStore } from './designation.store.ts';

/** A designation: `RecordDesignationInput` of the graph. */
export interface RecordDesignationInput extends StaffRecordingInput {
  readonly workerId: string;
  readonly purpose: DesignationPurpose;
  readonly from: string;
  readonly until?: string | null;
}

/**
 * Records whom an employer names for a purpose, or corrects it.
 *
 * @throws RecordFault, RecordChanged: see `orFailure`; ForbiddenError, NotFoundError: see `recordableStaff`.
 */
export async function recordDesignation(input: RecordDesignationInput, context: Context): Promise<DesignationRow> {
  const { db, viewer } = context;
  const { purpose } = input;
  const staff = recordableStaff(viewer, input.employer);
  const workerId = await numberOnRecord(db, { laCode: staff.laCode, id: input.workerId });
  const startsOn = existingDay('from', input.from);
  const endsOn = laterDay('until', input.until, { since: startsOn });
  await holdStaff(db, staff);
  const employments = await findEmploymentsWith(db, staff, [workerId]);
  if (!employments.some((employment) => employment.laCode === staff.laCode && isHeldOn(employment, startsOn))) {
    throw new RecordFault(
      'workerId',
      'The worker does not work for the employer on the first day. Check worker and day.',
    );
  }
  const others = (await findDesignations(db, [staff], [staff.laCode])).filter(
    (row) =>
      row.purpose === purpose &&
      row.id !== input.correcting?.id &&
      !(row.entryKey === input.key && row.recordedBy === viewer.subject),
  );
  const overlaps = others.some(
    (row) => (endsOn === null || row.startsOn <= endsOn) && (row.endsOn === null || startsOn <= row.endsOn),
  );
  if (overlaps) throw new RecordFault('from', 'Somebody else is named then. Give that designation a last day first.');
  return saveStaffRecord(context, designationStore, input, { workerId, purpose, startsOn, endsOn });
}
