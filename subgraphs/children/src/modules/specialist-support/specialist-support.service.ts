import type { PlainDate } from '@mainstay/primitives';
import { laterDay, LONGEST, needed, nothing, optionalText } from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import { dayOfFact } from '../../record/day-of-fact.ts';
import { recordableChild, saveRecord, type RecordingInput } from '../../record/save-record.ts';
import type {
  SpecialistSupportEntity,
  SupportRecipient,
  SpecialistService,
  SupportNotStarted,
} from './specialist-support.entity.ts';
import { specialistSupportStore } from './specialist-support.store.ts';

/** What is recorded: `RecordSpecialistSupportInput` of the graph. */
export interface RecordSpecialistSupportInput extends RecordingInput {
  readonly recipient: SupportRecipient;
  readonly service: SpecialistService;
  readonly referredOn: PlainDate;
  readonly startedOn?: PlainDate | null;
  readonly closedOn?: PlainDate | null;
  readonly notStartedReason?: SupportNotStarted | null;
  readonly note?: string | null;
}

/**
 * Records that specialist support was asked for, began or will not come, or corrects it.
 *
 * @throws RecordFault, RecordChanged: see `orFailure`; ForbiddenError, NotFoundError: see `recordableChild`.
 */
export async function recordSpecialistSupport(
  input: RecordSpecialistSupportInput,
  context: Context,
): Promise<SpecialistSupportEntity> {
  const child = await recordableChild(context, input.childId, specialistSupportStore.part);
  const today = context.clock.today();
  const referredOn = dayOfFact('referredOn', input.referredOn, { child, today });
  const startedOn = laterDay('startedOn', input.startedOn, { since: referredOn, today });
  const closedOn = laterDay('closedOn', input.closedOn, { since: startedOn ?? referredOn, today });
  return saveRecord(context, specialistSupportStore, input, {
    recipient: input.recipient,
    service: input.service,
    referredOn,
    startedOn,
    closedOn,
    notStartedReason:
      closedOn !== null && startedOn === null
        ? needed('notStartedReason', input.notStartedReason, 'Say why it never began.')
        : nothing('notStartedReason', input.notStartedReason, 'Leave this out unless it was closed before it began.'),
    note: optionalText('note', input.note, LONGEST.account),
  });
}
