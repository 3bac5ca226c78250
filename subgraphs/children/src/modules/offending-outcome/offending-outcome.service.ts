import { type PlainDate, ageOn } from '@mainstay/primitives';
import { LONGEST, optionalText, RecordFault } from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import { dayOfFact } from '../../record/day-of-fact.ts';
import { recordableChild, saveRecord, type RecordingInput } from '../../record/save-record.ts';
import type { OffendingOutcomeEntity, OffendingOutcomeKind } from './offending-outcome.entity.ts';
import { offendingOutcomeStore } from './offending-outcome.store.ts';

/** What is recorded: `RecordOffendingOutcomeInput` of the graph. */
export interface RecordOffendingOutcomeInput extends RecordingInput {
  readonly kind: OffendingOutcomeKind;
  readonly happenedOn: PlainDate;
  readonly note?: string | null;
}

/** @see Children and Young Persons Act 1933, section 50 */
const AGE_OF_RESPONSIBILITY = 10;

/**
 * Records a caution, conviction or other outcome of offending, or corrects it.
 *
 * @throws RecordFault, RecordChanged: see `orFailure`; ForbiddenError, NotFoundError: see `recordableChild`.
 */
export async function recordOffendingOutcome(
  input: RecordOffendingOutcomeInput,
  context: Context,
): Promise<OffendingOutcomeEntity> {
  const child = await recordableChild(context, input.childId, offendingOutcomeStore.part);
  const today = context.clock.today();
  const happenedOn = dayOfFact('happenedOn', input.happenedOn, { child, today });
  if (ageOn(child.dateOfBirth, happenedOn) < AGE_OF_RESPONSIBILITY) {
    throw new RecordFault(
      'happenedOn',
      'The child was under 10 that day. Check the day, and the child’s date of birth.',
    );
  }
  return saveRecord(context, offendingOutcomeStore, input, {
    kind: input.kind,
    happenedOn,
    note: optionalText('note', input.note, LONGEST.account),
  });
}
