import { numberWithin, RecordFault } from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import { recordableChild, saveRecord, type RecordingInput } from '../../record/save-record.ts';
import type { SchoolAttendanceEntity, SchoolTerm } from './school-attendance.entity.ts';
import { schoolAttendanceStore } from './school-attendance.store.ts';

/** What is recorded: `RecordSchoolAttendanceInput` of the graph. */
export interface RecordSchoolAttendanceInput extends RecordingInput {
  readonly schoolYear: number;
  readonly term: SchoolTerm;
  readonly sessionsPossible: number;
  readonly sessionsAttended: number;
  readonly sessionsUnauthorised: number;
}

/** More than a term ever has. */
const MOST_SESSIONS = 200;

/**
 * Records how much a child was at school in a term, or corrects it.
 *
 * @throws RecordFault, RecordChanged: see `orFailure`; ForbiddenError, NotFoundError: see `recordableChild`.
 */
export async function recordSchoolAttendance(
  input: RecordSchoolAttendanceInput,
  context: Context,
): Promise<SchoolAttendanceEntity> {
  const child = await recordableChild(context, input.childId, schoolAttendanceStore.part);
  const today = context.clock.today();
  const { term, sessionsPossible, sessionsAttended, sessionsUnauthorised } = input;
  const schoolYear = numberWithin('schoolYear', input.schoolYear, {
    least: Number(child.dateOfBirth.slice(0, 4)),
    most: Number(today.slice(0, 4)),
  });
  numberWithin('sessionsPossible', sessionsPossible, { least: 0, most: MOST_SESSIONS });
  numberWithin('sessionsAttended', sessionsAttended, { least: 0, most: sessionsPossible });
  numberWithin('sessionsUnauthorised', sessionsUnauthorised, { least: 0, most: sessionsPossible - sessionsAttended });
  const recorded = await context.loaders.schoolAttendances.load({ child, knownAt: null });
  const isThere = recorded.some(
    (other) =>
      other.schoolYear === schoolYear &&
      other.term === term &&
      other.id !== input.correcting?.id &&
      other.entryKey !== input.key,
  );
  if (isThere) throw new RecordFault('term', 'The term is on record already. Correct that entry.');
  return saveRecord(context, schoolAttendanceStore, input, {
    schoolYear,
    term,
    sessionsPossible,
    sessionsAttended,
    sessionsUnauthorised,
  });
}
