import type { PlainDate } from '@mainstay/primitives';
import {
  answeredBy,
  laterDay,
  LONGEST,
  needed,
  nothing,
  type NotKnownReason,
  optionalText,
  textOf,
} from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import { dayOfFact } from '../../record/day-of-fact.ts';
import { recordableChild, saveRecord, type RecordingInput } from '../../record/save-record.ts';
import type { SafetyEventEntity, SafetyEventKind, ExploitationKind, SafetyTold } from './safety-event.entity.ts';
import { safetyEventStore } from './safety-event.store.ts';

/** What is recorded: `RecordSafetyEventInput` of the graph. */
export interface RecordSafetyEventInput extends RecordingInput {
  readonly kind: SafetyEventKind;
  readonly happenedOn: PlainDate;
  readonly exploitation?: ExploitationKind | null;
  readonly toldBy?: SafetyTold | null;
  readonly toldByNotKnown?: NotKnownReason | null;
  readonly account: string;
  readonly done?: string | null;
  readonly resolvedOn?: PlainDate | null;
}

/**
 * Records something that harmed a child or put the child at risk, or corrects it.
 *
 * @throws RecordFault, RecordChanged: see `orFailure`; ForbiddenError, NotFoundError: see `recordableChild`.
 */
export async function recordSafetyEvent(input: RecordSafetyEventInput, context: Context): Promise<SafetyEventEntity> {
  const child = await recordableChild(context, input.childId, safetyEventStore.part);
  const today = context.clock.today();
  const { kind } = input;
  const happenedOn = dayOfFact('happenedOn', input.happenedOn, { child, today });
  const toldBy = answeredBy('toldBy', input.toldBy, input.toldByNotKnown);
  return saveRecord(context, safetyEventStore, input, {
    kind,
    happenedOn,
    exploitation:
      kind === 'EXPLOITATION_CONCERN'
        ? needed('exploitation', input.exploitation, 'Say of what kind the exploitation is thought to be.')
        : nothing('exploitation', input.exploitation, 'Leave this out: it belongs to concerns about exploitation.'),
    toldBy: toldBy.value,
    toldByNotKnown: toldBy.notKnown,
    account: textOf('account', input.account, { shortest: 1, longest: LONGEST.account }),
    done: optionalText('done', input.done, LONGEST.account),
    resolvedOn: laterDay('resolvedOn', input.resolvedOn, { since: happenedOn, today }),
  });
}
