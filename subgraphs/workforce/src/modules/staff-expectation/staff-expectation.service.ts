import { isPlainDate, type PlainDate } from '@mainstay/primitives';
import { numberWithin, RecordFault } from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import { presentStaffRecord, saveStaffRecord, type StaffRecordingInput } from '../../record/save-staff-record.ts';
import { recordableStaff } from '../../record/staff-recorder.ts';
import type { StaffFactsOf } from '../../record/staff-record-row.ts';
import type { StaffExpectationRow } from './staff-expectation.entity.ts';
import { staffExpectationStore } from './staff-expectation.store.ts';

/** What is recorded: `RecordStaffExpectationInput` of the graph. */
export interface RecordStaffExpectationInput extends StaffRecordingInput {
  readonly from: PlainDate;
  readonly supervisionDays: number;
  readonly firstYearSupervisionDays?: number | null;
  readonly doPeersCount: boolean;
  readonly longAbsenceDays: number;
  readonly learningPieces: number;
  readonly learningPiecesWithPeers: number;
  readonly learningHours?: number | null;
}

const DAYS = { least: 1, most: 366 } as const;
const MOST_PIECES = 100;
const MOST_HOURS = 1_000;

/**
 * Records what an employer expects, or corrects it.
 *
 * @throws RecordFault, RecordChanged: see `orFailure`; ForbiddenError, NotFoundError: see `recordableStaff`.
 */
export async function recordStaffExpectation(
  input: RecordStaffExpectationInput,
  context: Context,
): Promise<StaffExpectationRow> {
  const staff = recordableStaff(context.viewer, input.employer);
  const facts = factsOf(input);
  const { id = null } = input.correcting ?? {};
  if (id !== null) await presentStaffRecord(context, staffExpectationStore, id);
  const [another] = await context.db.query(
    `SELECT 1 FROM staff_expectation
      WHERE la_code = $1 AND employer_kind = $2 AND employer_id = $3 AND holds_from = $4 AND superseded_at IS NULL
        AND NOT is_withdrawn AND id IS DISTINCT FROM $5 AND ($5::text IS NOT NULL OR entry_key IS DISTINCT FROM $6)`,
    [staff.laCode, staff.employerKind, staff.employerId, facts.holdsFrom, id, input.key],
  );
  if (another) {
    throw new RecordFault(
      'from',
      'There is an expectation from this day already. Correct that one, or choose another day.',
    );
  }
  return saveStaffRecord(context, staffExpectationStore, input, facts);
}

function factsOf(input: RecordStaffExpectationInput): StaffFactsOf<StaffExpectationRow> {
  if (!isPlainDate(input.from)) throw new RecordFault('from', 'Enter a day that exists.');
  const { supervisionDays, firstYearSupervisionDays = null, learningPieces, learningHours = null } = input;
  if (learningHours !== null && learningHours <= 0) {
    throw new RecordFault('learningHours', 'Enter more than 0 hours, or leave them out.');
  }
  return {
    holdsFrom: input.from,
    supervisionDays: numberWithin('supervisionDays', supervisionDays, DAYS),
    firstYearSupervisionDays:
      firstYearSupervisionDays === null
        ? null
        : numberWithin('firstYearSupervisionDays', firstYearSupervisionDays, DAYS),
    doPeersCount: input.doPeersCount,
    longAbsenceDays: numberWithin('longAbsenceDays', input.longAbsenceDays, DAYS),
    learningPieces: numberWithin('learningPieces', learningPieces, { least: 0, most: MOST_PIECES }),
    learningPiecesWithPeers: numberWithin('learningPiecesWithPeers', input.learningPiecesWithPeers, {
      least: 0,
      most: learningPieces,
    }),
    learningHours:
      learningHours === null ? null : numberWithin('learningHours', learningHours, { least: 0, most: MOST_HOURS }),
  };
}
