import type { PlainDate } from '@mainstay/primitives';
import { type AnswerInput, answerOf, RecordFault } from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import { dayOfFact } from '../../record/day-of-fact.ts';
import { recordableChild, saveRecord, type RecordingInput } from '../../record/save-record.ts';
import type { PlacementArrangementEntity } from './placement-arrangement.entity.ts';
import { placementArrangementStore } from './placement-arrangement.store.ts';

/** What is recorded: `RecordPlacementArrangementInput` of the graph. */
export interface RecordPlacementArrangementInput extends RecordingInput {
  readonly startedOn: PlainDate;
  readonly isBeforeAssessment: AnswerInput<boolean>;
  readonly isTemporarilyApproved: AnswerInput<boolean>;
  readonly fewerVisitsAgreedOn?: PlainDate | null;
}

/**
 * Records what decides how often a child must be visited in a placement, or corrects it.
 *
 * @throws RecordFault, RecordChanged: see `orFailure`; ForbiddenError, NotFoundError: see `recordableChild`.
 */
export async function recordPlacementArrangement(
  input: RecordPlacementArrangementInput,
  context: Context,
): Promise<PlacementArrangementEntity> {
  const child = await recordableChild(context, input.childId, placementArrangementStore.part);
  const about = { child, today: context.clock.today() };
  const startedOn = dayOfFact('startedOn', input.startedOn, about);
  const agreed = input.fewerVisitsAgreedOn ?? null;
  const fewerVisitsAgreedOn = agreed === null ? null : dayOfFact('fewerVisitsAgreedOn', agreed, about);
  if (fewerVisitsAgreedOn !== null && fewerVisitsAgreedOn < startedOn) {
    throw new RecordFault('fewerVisitsAgreedOn', 'The day is before the placement began. Check both days.');
  }
  const assessment = answerOf('isBeforeAssessment', input.isBeforeAssessment);
  const approval = answerOf('isTemporarilyApproved', input.isTemporarilyApproved);
  return saveRecord(context, placementArrangementStore, input, {
    startedOn,
    isBeforeAssessment: assessment.value,
    beforeAssessmentNotKnown: assessment.notKnown,
    isTemporarilyApproved: approval.value,
    temporarilyApprovedNotKnown: approval.notKnown,
    fewerVisitsAgreedOn,
  });
}
