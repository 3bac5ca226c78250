import type { PlainDate } from '@mainstay/primitives';
import { LONGEST, nothing, numberWithin, textOf } from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import { dayOfFact } from '../../record/day-of-fact.ts';
import { recordableChild, saveRecord, type RecordingInput } from '../../record/save-record.ts';
import type { SchoolExclusionEntity } from './school-exclusion.entity.ts';
import { schoolExclusionStore } from './school-exclusion.store.ts';

/** What is recorded: `RecordSchoolExclusionInput` of the graph. */
export interface RecordSchoolExclusionInput extends RecordingInput {
  readonly startedOn: PlainDate;
  readonly isPermanent: boolean;
  readonly sessions?: number | null;
  readonly why: string;
}

/** A whole school year, in half days: more than the 45 days in a year that a school may suspend for. */
const MOST_SESSIONS = 190;

/**
 * Records a suspension or exclusion, or corrects one.
 *
 * @throws RecordFault, RecordChanged: see `orFailure`; ForbiddenError, NotFoundError: see `recordableChild`.
 */
export async function recordSchoolExclusion(
  input: RecordSchoolExclusionInput,
  context: Context,
): Promise<SchoolExclusionEntity> {
  const child = await recordableChild(context, input.childId, schoolExclusionStore.part);
  const today = context.clock.today();
  const { isPermanent } = input;
  return saveRecord(context, schoolExclusionStore, input, {
    startedOn: dayOfFact('startedOn', input.startedOn, { child, today }),
    isPermanent,
    sessions: isPermanent
      ? nothing('sessions', input.sessions, 'Leave this out: a permanent exclusion has no length.')
      : numberWithin('sessions', input.sessions ?? 0, { least: 1, most: MOST_SESSIONS }),
    why: textOf('why', input.why, { shortest: 1, longest: LONGEST.sentences }),
  });
}
