import type { PlainDate } from '@mainstay/primitives';
import { type AnswerInput, answerOf, laterDay, LONGEST, textOf } from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import { dayOfFact } from '../../record/day-of-fact.ts';
import { recordableChild, saveRecord, type RecordingInput } from '../../record/save-record.ts';
import type { EducationPlanEntity } from './education-plan.entity.ts';
import { educationPlanStore } from './education-plan.store.ts';

/** What is recorded: `RecordEducationPlanInput` of the graph. */
export interface RecordEducationPlanInput extends RecordingInput {
  readonly heldOn: PlainDate;
  readonly nextDueOn?: PlainDate | null;
  readonly tookPart: AnswerInput<boolean>;
  readonly targets: string;
}

/**
 * Records a personal education plan, or corrects one.
 *
 * @throws RecordFault, RecordChanged: see `orFailure`; ForbiddenError, NotFoundError: see `recordableChild`.
 */
export async function recordEducationPlan(
  input: RecordEducationPlanInput,
  context: Context,
): Promise<EducationPlanEntity> {
  const child = await recordableChild(context, input.childId, educationPlanStore.part);
  const today = context.clock.today();
  const heldOn = dayOfFact('heldOn', input.heldOn, { child, today });
  const tookPart = answerOf('tookPart', input.tookPart);
  return saveRecord(context, educationPlanStore, input, {
    heldOn,
    nextDueOn: laterDay('nextDueOn', input.nextDueOn, { since: heldOn }),
    isChildTakingPart: tookPart.value,
    tookPartNotKnown: tookPart.notKnown,
    targets: textOf('targets', input.targets, { shortest: 1, longest: LONGEST.account }),
  });
}
