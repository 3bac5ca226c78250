import type { PlainDate } from '@mainstay/primitives';
import { answeredBy, laterDay, nothing, type NotKnownReason, RecordFault } from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import { dayOfFact } from '../../record/day-of-fact.ts';
import { recordableChild, saveRecord, type RecordingInput } from '../../record/save-record.ts';
import type { SpecialEducationalNeedEntity, SpecialProvision, SpecialNeed } from './special-educational-need.entity.ts';
import { specialEducationalNeedStore } from './special-educational-need.store.ts';

/** What is recorded: `RecordSpecialEducationalNeedInput` of the graph. */
export interface RecordSpecialEducationalNeedInput extends RecordingInput {
  readonly asOf: PlainDate;
  readonly provision?: SpecialProvision | null;
  readonly provisionNotKnown?: NotKnownReason | null;
  readonly needs: readonly SpecialNeed[];
  readonly planReviewedOn?: PlainDate | null;
}

/**
 * Records what special educational needs a child has and what is provided, or corrects it.
 *
 * @throws RecordFault, RecordChanged: see `orFailure`; ForbiddenError, NotFoundError: see `recordableChild`.
 */
export async function recordSpecialEducationalNeed(
  input: RecordSpecialEducationalNeedInput,
  context: Context,
): Promise<SpecialEducationalNeedEntity> {
  const child = await recordableChild(context, input.childId, specialEducationalNeedStore.part);
  const today = context.clock.today();
  const provision = answeredBy('provision', input.provision, input.provisionNotKnown);
  const needs = [...new Set(input.needs)];
  const isProvided = provision.value !== null && provision.value !== 'NONE';
  if (isProvided !== needs.length > 0) {
    throw new RecordFault('needs', 'Name the needs that something is provided for, and no others.');
  }
  return saveRecord(context, specialEducationalNeedStore, input, {
    asOf: dayOfFact('asOf', input.asOf, { child, today }),
    provision: provision.value,
    provisionNotKnown: provision.notKnown,
    needs,
    planReviewedOn:
      provision.value === 'PLAN'
        ? laterDay('planReviewedOn', input.planReviewedOn, { since: child.dateOfBirth, today })
        : nothing('planReviewedOn', input.planReviewedOn, 'Leave this out: there is no plan.'),
  });
}
