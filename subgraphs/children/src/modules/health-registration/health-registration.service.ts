import type { PlainDate } from '@mainstay/primitives';
import { type AnswerInput, answerOf, LONGEST, nothing, optionalText, textOf } from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import { dayOfFact } from '../../record/day-of-fact.ts';
import { recordableChild, saveRecord, type RecordingInput } from '../../record/save-record.ts';
import type { HealthRegistrationEntity, HealthService } from './health-registration.entity.ts';
import { healthRegistrationStore } from './health-registration.store.ts';

/** What is recorded: `RecordHealthRegistrationInput` of the graph. */
export interface RecordHealthRegistrationInput extends RecordingInput {
  readonly service: HealthService;
  readonly asOf: PlainDate;
  readonly registered: AnswerInput<boolean>;
  readonly providerName?: string | null;
  readonly note?: string | null;
}

/**
 * Records whether a child is registered with a health service, or corrects it.
 *
 * @throws RecordFault, RecordChanged: see `orFailure`; ForbiddenError, NotFoundError: see `recordableChild`.
 */
export async function recordHealthRegistration(
  input: RecordHealthRegistrationInput,
  context: Context,
): Promise<HealthRegistrationEntity> {
  const child = await recordableChild(context, input.childId, healthRegistrationStore.part);
  const today = context.clock.today();
  const registered = answerOf('registered', input.registered);
  return saveRecord(context, healthRegistrationStore, input, {
    service: input.service,
    asOf: dayOfFact('asOf', input.asOf, { child, today }),
    isRegistered: registered.value,
    registeredNotKnown: registered.notKnown,
    providerName:
      registered.value === true
        ? textOf('providerName', input.providerName ?? '', { shortest: 1, longest: LONGEST.name })
        : nothing('providerName', input.providerName, 'Leave this out unless the child is registered.'),
    note: optionalText('note', input.note, LONGEST.account),
  });
}
