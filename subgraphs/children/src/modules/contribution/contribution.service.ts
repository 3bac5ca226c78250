import type { PlainDate } from '@mainstay/primitives';
import { laterDay, LONGEST, textOf } from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import { dayOfFact } from '../../record/day-of-fact.ts';
import { recordableChild, saveRecord, type RecordingInput } from '../../record/save-record.ts';
import type { ContributionEntity, ContributionKind } from './contribution.entity.ts';
import { contributionStore } from './contribution.store.ts';

/** What is recorded: `RecordContributionInput` of the graph. */
export interface RecordContributionInput extends RecordingInput {
  readonly kind: ContributionKind;
  readonly startedOn: PlainDate;
  readonly endedOn?: PlainDate | null;
  readonly what: string;
}

/**
 * Records something a child takes part in or has achieved, or corrects it.
 *
 * @throws RecordFault, RecordChanged: see `orFailure`; ForbiddenError, NotFoundError: see `recordableChild`.
 */
export async function recordContribution(
  input: RecordContributionInput,
  context: Context,
): Promise<ContributionEntity> {
  const child = await recordableChild(context, input.childId, contributionStore.part);
  const today = context.clock.today();
  const startedOn = dayOfFact('startedOn', input.startedOn, { child, today });
  return saveRecord(context, contributionStore, input, {
    kind: input.kind,
    startedOn,
    endedOn: laterDay('endedOn', input.endedOn, { since: startedOn, today }),
    what: textOf('what', input.what, { shortest: 1, longest: LONGEST.sentences }),
  });
}
