import type { PlainDate } from '@mainstay/primitives';
import {
  answeredBy,
  type AnswerInput,
  answerOf,
  LONGEST,
  needed,
  nothing,
  type NotKnownReason,
  numberWithin,
  optionalText,
  RecordFault,
  textAnswer,
  textOf,
} from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import { dayOfFact } from '../../record/day-of-fact.ts';
import type { FactsOf } from '../../record/record-store.ts';
import { recordableChild, saveRecord, type RecordingInput } from '../../record/save-record.ts';
import { barOn } from '../contact-plan/contact-plan.bars.ts';
import type { ContactPlanEntity } from '../contact-plan/contact-plan.entity.ts';
import type { ContactKind, ContactRelation } from '../contact-plan/contact-plan.entity.ts';
import type { ContactEntity, ContactOutcome, ContactParty } from './contact.entity.ts';
import { contactStore } from './contact.store.ts';

/** What is recorded: `RecordContactInput` of the graph. */
export interface RecordContactInput extends RecordingInput {
  readonly heldOn: PlainDate;
  readonly planId?: string | null;
  readonly personName?: string | null;
  readonly relation?: ContactRelation | null;
  readonly kind: ContactKind;
  readonly outcome: ContactOutcome;
  readonly isBreach: boolean;
  readonly cancelledBy?: ContactParty | null;
  readonly notHeldReason?: string | null;
  readonly minutes?: number | null;
  readonly minutesNotKnown?: NotKnownReason | null;
  readonly supervised?: AnswerInput<boolean> | null;
  readonly childView?: string | null;
  readonly childViewNotKnown?: NotKnownReason | null;
  readonly note?: string | null;
}

/** From a minute to a week: the child may stay with somebody. */
const MINUTES = { least: 1, most: 7 * 24 * 60 };

/**
 * Records contact that took place or was due and did not, or corrects it.
 *
 * @throws RecordFault, RecordChanged: see `orFailure`; ForbiddenError, NotFoundError: see `recordableChild`.
 */
export async function recordContact(input: RecordContactInput, context: Context): Promise<ContactEntity> {
  const child = await recordableChild(context, input.childId, contactStore.part);
  const today = context.clock.today();
  const heldOn = dayOfFact('heldOn', input.heldOn, { child, today });
  const plans = await context.loaders.contactPlans.load({ child, knownAt: null });
  const person = personOf(input, plans);
  const bar = barOn(heldOn, person, plans);
  const isHeld = input.outcome === 'TOOK_PLACE';
  refuseBarred(input, { isBarred: bar !== null, isHeld });
  return saveRecord(context, contactStore, input, {
    heldOn,
    ...person,
    kind: input.kind,
    outcome: input.outcome,
    isBreach: input.isBreach,
    ...(isHeld ? heldFacts(input) : notHeldFacts(input)),
    note: optionalText('note', input.note, LONGEST.account),
  });
}

function refuseBarred(
  { isBreach }: RecordContactInput,
  { isBarred, isHeld }: { isBarred: boolean; isHeld: boolean },
): void {
  if (isBreach && !isBarred) {
    throw new RecordFault('isBreach', 'Nothing bars contact with this person on that day: it is no breach.');
  }
  if (isBarred && !isHeld) {
    throw new RecordFault('outcome', 'Contact with this person was barred on that day: none could be due.');
  }
  if (isBarred && !isBreach) {
    throw new RecordFault(
      'isBreach',
      'Contact with this person was barred on that day. If it took place all the same, record it as a breach.',
    );
  }
}

type Facts = FactsOf<ContactEntity>;

function personOf(
  { planId = null, personName, relation }: RecordContactInput,
  plans: readonly ContactPlanEntity[],
): Pick<Facts, 'planId' | 'personName' | 'relation'> {
  if (planId === null) {
    return {
      planId,
      personName: textOf('personName', personName ?? '', { shortest: 1, longest: LONGEST.name }),
      relation: needed('relation', relation, 'Say what the person is to the child.'),
    };
  }
  const plan = plans.find(({ id }) => id === planId);
  if (!plan) throw new RecordFault('planId', 'Choose a plan of this child.');
  const message = 'Leave this out: the plan says it.';
  nothing('personName', personName, message);
  nothing('relation', relation, message);
  return { planId, personName: plan.personName, relation: plan.relation };
}

type Outcome =
  | 'cancelledBy'
  | 'notHeldReason'
  | 'minutes'
  | 'minutesNotKnown'
  | 'isSupervised'
  | 'supervisedNotKnown'
  | 'childView'
  | 'childViewNotKnown';

function heldFacts(input: RecordContactInput): Pick<Facts, Outcome> {
  const minutes = answeredBy('minutes', input.minutes, input.minutesNotKnown);
  const supervised = answerOf('supervised', input.supervised ?? {});
  const { childView: text, childViewNotKnown: notKnown } = input;
  const view = textAnswer('childView', { text, notKnown }, LONGEST.sentences);
  const message = 'Leave this out: it took place.';
  return {
    cancelledBy: nothing('cancelledBy', input.cancelledBy, message),
    notHeldReason: nothing('notHeldReason', input.notHeldReason, message),
    minutes: minutes.value === null ? null : numberWithin('minutes', minutes.value, MINUTES),
    minutesNotKnown: minutes.notKnown,
    isSupervised: supervised.value,
    supervisedNotKnown: supervised.notKnown,
    childView: view.value,
    childViewNotKnown: view.notKnown,
  };
}

function notHeldFacts(input: RecordContactInput): Pick<Facts, Outcome> {
  const message = 'Leave this out: it did not take place.';
  return {
    cancelledBy: needed('cancelledBy', input.cancelledBy, 'Say who cancelled it or did not come.'),
    notHeldReason: textOf('notHeldReason', input.notHeldReason ?? '', { shortest: 3, longest: LONGEST.sentences }),
    minutes: nothing('minutes', input.minutes, message),
    minutesNotKnown: nothing('minutesNotKnown', input.minutesNotKnown, message),
    isSupervised: nothing('supervised', input.supervised, message),
    supervisedNotKnown: null,
    childView: nothing('childView', input.childView, message),
    childViewNotKnown: nothing('childViewNotKnown', input.childViewNotKnown, message),
  };
}
