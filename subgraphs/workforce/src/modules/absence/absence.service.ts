import type { PlainDate } from '@mainstay/primitives';
import {
  answeredBy,
  answerOf,
  laterDay,
  nothing,
  RecordFault,
  type AnswerInput,
  type NotKnownReason,
} from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import { saveStaffRecord } from '../../record/save-staff-record.ts';
import type { StaffFactsOf } from '../../record/staff-record-row.ts';
import { dayUpToToday, recordableWorker, type WorkerRecordingInput } from '../../record/worker-in-post.ts';
import { weekdays, type AbsenceCause, type AbsenceRow, type Weekday } from './absence.entity.ts';
import { holdAbsencesOf, overlapsAnother } from './absence.repository.ts';
import { absenceStore } from './absence.store.ts';

/** What is recorded: `RecordAbsenceInput` of the graph. */
export interface RecordAbsenceInput extends WorkerRecordingInput {
  readonly from: PlainDate;
  readonly until?: PlainDate | null;
  readonly cause?: AbsenceCause | null;
  readonly causeNotKnown?: NotKnownReason | null;
  readonly isStress?: AnswerInput<boolean> | null;
  readonly worksOn?: readonly Weekday[] | null;
}

/**
 * Records an absence, or corrects one.
 *
 * @throws RecordFault, RecordChanged: see `orFailure`; ForbiddenError, NotFoundError: see `recordableWorker`.
 */
export async function recordAbsence(input: RecordAbsenceInput, context: Context): Promise<AbsenceRow> {
  const given = factsOf(input, context.today);
  const { staff, workerId } = await recordableWorker(context, absenceStore, input, [given.startedOn]);
  const facts = { ...given, workerId };
  await holdAbsencesOf(context.db, staff, workerId);
  const before = await absenceStore.findByEntryKey(context.db, staff.laCode, {
    by: context.viewer.subject,
    entryKey: input.correcting ? null : input.key,
  });
  const itself = input.correcting?.id ?? before?.id ?? null;
  if (await overlapsAnother(context.db, staff, { ...facts, itself })) {
    throw new RecordFault(
      'from',
      'Another absence of this worker has some of these days. Correct that one, or the days.',
    );
  }
  return saveStaffRecord(context, absenceStore, input, facts);
}

function factsOf(input: RecordAbsenceInput, today: PlainDate): StaffFactsOf<AbsenceRow> {
  const startedOn = dayUpToToday('from', input.from, today);
  const cause = answeredBy('cause', input.cause, input.causeNotKnown);
  const stress = stressOf(input);
  return {
    workerId: input.workerId,
    startedOn,
    endedOn: laterDay('until', input.until, { since: startedOn, today }),
    cause: cause.value,
    causeNotKnown: cause.notKnown,
    isStress: stress.value,
    stressNotKnown: stress.notKnown,
    worksOn: weekOf(input.worksOn ?? null),
  };
}

function stressOf({ cause, isStress }: RecordAbsenceInput) {
  if (cause === 'SIC') return answerOf('isStress', isStress ?? {});
  nothing('isStress', isStress, 'Only illness can be stress. Leave it out for other causes.');
  return { value: null, notKnown: null };
}

/** The days of somebody's week, in their order, each once. */
function weekOf(worksOn: readonly Weekday[] | null): Weekday[] | null {
  if (worksOn === null) return null;
  if (worksOn.length === 0) throw new RecordFault('worksOn', 'Choose at least one day, or leave it out.');
  return weekdays.filter((day) => worksOn.includes(day));
}
