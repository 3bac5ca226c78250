import { isPlainDate, type PlainDate } from '@mainstay/primitives';
import {
  laterDay,
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
import type { FactsOf } from '../../record/record-store.ts';
import { recordableChild, saveRecord, type RecordingInput } from '../../record/save-record.ts';
import { refuseAgainstBar } from './contact-plan.bars.ts';
import type {
  ContactPlanEntity,
  ContactRelation,
  ContactKind,
  ContactBar,
  ContactSupervision,
} from './contact-plan.entity.ts';
import { contactPlanStore } from './contact-plan.store.ts';

/** What is recorded: `RecordContactPlanInput` of the graph. */
export interface RecordContactPlanInput extends RecordingInput {
  readonly personName: string;
  readonly relation: ContactRelation;
  readonly isBarred: boolean;
  readonly barredBy?: ContactBar | null;
  readonly startedOn: PlainDate;
  readonly endedOn?: PlainDate | null;
  readonly kind?: ContactKind | null;
  readonly timesAYear?: number | null;
  readonly minutes?: number | null;
  readonly supervision?: ContactSupervision | null;
  readonly childWishes?: string | null;
  readonly childWishesNotKnown?: NotKnownReason | null;
  readonly note?: string | null;
}

const TIMES_A_YEAR = { least: 1, most: 730 };
const MINUTES = { least: 1, most: 24 * 60 };

/**
 * Records contact that is planned or barred, or corrects it.
 *
 * @throws RecordFault, RecordChanged: see `orFailure`; ForbiddenError, NotFoundError: see `recordableChild`.
 */
export async function recordContactPlan(input: RecordContactPlanInput, context: Context): Promise<ContactPlanEntity> {
  const child = await recordableChild(context, input.childId, contactPlanStore.part);
  const today = context.clock.today();
  if (!isPlainDate(input.startedOn)) throw new RecordFault('startedOn', 'Enter a day that exists.');
  const startedOn = laterDay('startedOn', input.startedOn, { since: child.dateOfBirth }) ?? today;
  const wishes = textAnswer(
    'childWishes',
    { text: input.childWishes, notKnown: input.childWishesNotKnown },
    LONGEST.sentences,
  );
  const facts = {
    personName: textOf('personName', input.personName, { shortest: 1, longest: LONGEST.name }),
    relation: input.relation,
    startedOn,
    endedOn: laterDay('endedOn', input.endedOn, { since: startedOn }),
    ...(input.isBarred ? barOf(input) : arrangementOf(input)),
    childWishes: wishes.value,
    childWishesNotKnown: wishes.notKnown,
    note: optionalText('note', input.note, LONGEST.account),
  };
  const others = await context.loaders.contactPlans.load({ child, knownAt: null });
  refuseAgainstBar(
    facts,
    others.filter(({ id, entryKey }) => id !== input.correcting?.id && entryKey !== input.key),
  );
  return saveRecord(context, contactPlanStore, input, facts);
}

type Arrangement = Pick<
  FactsOf<ContactPlanEntity>,
  'isBarred' | 'barredBy' | 'kind' | 'timesAYear' | 'minutes' | 'supervision'
>;

function barOf(input: RecordContactPlanInput): Arrangement {
  const message = 'Leave this out: contact is barred.';
  return {
    isBarred: true,
    barredBy: needed('barredBy', input.barredBy, 'Say what bars contact.'),
    kind: nothing('kind', input.kind, message),
    timesAYear: nothing('timesAYear', input.timesAYear, message),
    minutes: nothing('minutes', input.minutes, message),
    supervision: nothing('supervision', input.supervision, message),
  };
}

function arrangementOf(input: RecordContactPlanInput): Arrangement {
  const { minutes = null } = input;
  return {
    isBarred: false,
    barredBy: nothing('barredBy', input.barredBy, 'Leave this out: contact is planned, not barred.'),
    kind: needed('kind', input.kind, 'Say how they are to meet.'),
    timesAYear: numberWithin('timesAYear', needed('timesAYear', input.timesAYear, 'Say how often.'), TIMES_A_YEAR),
    minutes: minutes === null ? null : numberWithin('minutes', minutes, MINUTES),
    supervision: needed('supervision', input.supervision, 'Say who is to be there.'),
  };
}
