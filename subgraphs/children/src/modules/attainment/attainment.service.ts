import type { PlainDate } from '@mainstay/primitives';
import { answeredBy, LONGEST, type NotKnownReason, textOf } from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import { dayOfFact } from '../../record/day-of-fact.ts';
import { recordableChild, saveRecord, type RecordingInput } from '../../record/save-record.ts';
import type { AttainmentEntity, AttainmentSubject, AttainmentStage, AttainmentStanding } from './attainment.entity.ts';
import { attainmentStore } from './attainment.store.ts';

/** What is recorded: `RecordAttainmentInput` of the graph. */
export interface RecordAttainmentInput extends RecordingInput {
  readonly assessedOn: PlainDate;
  readonly subject: AttainmentSubject;
  readonly stage: AttainmentStage;
  readonly isStartingPoint: boolean;
  readonly result: string;
  readonly standing?: AttainmentStanding | null;
  readonly standingNotKnown?: NotKnownReason | null;
}

/**
 * Records a result or starting point, or corrects one.
 *
 * @throws RecordFault, RecordChanged: see `orFailure`; ForbiddenError, NotFoundError: see `recordableChild`.
 */
export async function recordAttainment(input: RecordAttainmentInput, context: Context): Promise<AttainmentEntity> {
  const child = await recordableChild(context, input.childId, attainmentStore.part);
  const today = context.clock.today();
  const standing = answeredBy('standing', input.standing, input.standingNotKnown);
  return saveRecord(context, attainmentStore, input, {
    assessedOn: dayOfFact('assessedOn', input.assessedOn, { child, today }),
    subject: input.subject,
    stage: input.stage,
    isStartingPoint: input.isStartingPoint,
    result: textOf('result', input.result, { shortest: 1, longest: LONGEST.name }),
    standing: standing.value,
    standingNotKnown: standing.notKnown,
  });
}
