import { addDays, isPlainDate } from '@mainstay/primitives';
import { ForbiddenError, NotFoundError } from '@mainstay/subgraph-kit';
import { answerOf, type NotKnownReason, RecordChanged, RecordFault, textOf } from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import { changeRecord, presentRecord } from '../../record/change-record.ts';
import { recordableChild, saveRecord, type RecordingInput } from '../../record/save-record.ts';
import type { DecisionEntity } from './decision.entity.ts';
import { isOpen, mayDecide, mayPassOn, mayReply, rank } from './decision.policy.ts';
import type { DecisionLevel, DecisionType } from './decision.register.ts';
import { ruleInForce } from './decision.rules.ts';
import { decisionStore } from './decision.store.ts';

/** What is asked: `RequestDecisionInput` of the graph. */
export interface RequestDecisionInput extends RecordingInput {
  readonly type: DecisionType;
  readonly question: string;
  readonly childWishes?: string | null;
  readonly childWishesNotKnown?: NotKnownReason | null;
  readonly neededBy?: string | null;
}

/** What is answered: `DecideDecisionInput` of the graph. */
export interface DecideDecisionInput {
  readonly id: string;
  readonly version: number;
  readonly outcome: 'AGREED' | 'REFUSED' | 'MORE_ASKED' | 'PASSED_ON';
  readonly reason: string;
  readonly level?: DecisionLevel | null;
}

/** What the one who asked adds: `ReplyToDecisionInput` of the graph. */
export interface ReplyToDecisionInput {
  readonly id: string;
  readonly version: number;
  readonly text: string;
  readonly isWithdrawn?: boolean | null;
}

/** Somebody else decides this. */
export interface NotTheirs {
  readonly notTheirs: DecisionEntity;
}

const LONGEST_TEXT = 5_000;
const LONGEST_REASON = 2_000;
const OUTCOMES = {
  AGREED: 'It was agreed.',
  REFUSED: 'It was refused.',
  MORE_ASKED: 'More was asked for.',
  PASSED_ON: 'It was passed on.',
} as const;

/**
 * Asks for a decision, by the rule of the child's authority as it is now; or corrects an open question.
 *
 * @throws RecordFault, RecordChanged: see `orFailure`; ForbiddenError, NotFoundError: see `recordableChild`.
 */
export async function requestDecision(input: RequestDecisionInput, context: Context): Promise<DecisionEntity> {
  const { viewer, clock } = context;
  const child = await recordableChild(context, input.childId, decisionStore.part);
  const [now, today] = [clock.now(), clock.today()];
  const before = input.correcting ? await openQuestion(context, input.correcting.id, child.id) : null;
  const rule = await ruleInForce(context, child.laCode, input.type);
  const neededBy = input.neededBy ?? null;
  if (neededBy !== null && (!isPlainDate(neededBy) || (neededBy < today && neededBy !== before?.neededBy))) {
    throw new RecordFault('neededBy', 'Enter a day from today on, or leave it out.');
  }
  const wishes = answerOf('childWishes', {
    value: textOf('childWishes', input.childWishes ?? '', { shortest: 0, longest: LONGEST_TEXT }) || null,
    notKnown: input.childWishesNotKnown ?? null,
  });
  const facts = {
    type: input.type,
    question: textOf('question', input.question, { shortest: 3, longest: LONGEST_TEXT }),
    childWishes: wishes.value,
    childWishesNotKnown: wishes.notKnown,
    neededBy,
    dueOn: neededBy ?? addDays(today, rule.days),
  };
  if (before && input.correcting) {
    // Another kind of question has another rule; the same kind keeps the rule it was asked by.
    const ruled = before.type === input.type ? {} : ruleOf(rule);
    const { version, reason } = input.correcting;
    const dueOn = neededBy ?? before.dueOn;
    return changeRecord(context, decisionStore, { present: before, version, reason }, { ...facts, ...ruled, dueOn });
  }
  return saveRecord(context, decisionStore, input, {
    ...facts,
    ...ruleOf(rule),
    status: 'ASKED',
    askedBy: viewer.subject,
    askedAt: now,
    decidedBy: null,
    decidedAt: null,
    answer: null,
  });
}

/**
 * Answers a question. Answers the question itself instead when somebody else decides it.
 *
 * @throws RecordFault, RecordChanged: see `orFailure`; what `presentRecord` throws.
 */
export async function decideDecision(
  input: DecideDecisionInput,
  context: Context,
): Promise<DecisionEntity | NotTheirs> {
  const { viewer, clock } = context;
  const present = await presentRecord(context, decisionStore, input.id);
  const { version, outcome } = input;
  if (version !== present.version) throw new RecordChanged(present);
  if (!isOpen(present))
    throw new RecordFault('id', 'This was decided already. Ask anew if it has to be decided again.');
  const answer = textOf('reason', input.reason, { shortest: 3, longest: LONGEST_TEXT });
  const isTheirs = outcome === 'PASSED_ON' ? mayPassOn(viewer, present) : mayDecide(viewer, present);
  if (!isTheirs) return { notTheirs: present };
  const step = { present, version, reason: OUTCOMES[outcome] };
  switch (outcome) {
    case 'AGREED':
    case 'REFUSED': {
      const decided = { status: outcome, decidedBy: viewer.subject, decidedAt: clock.now(), answer };
      return changeRecord(context, decisionStore, step, decided);
    }
    case 'MORE_ASKED':
      return changeRecord(context, decisionStore, step, { status: 'MORE_ASKED', answer });
    case 'PASSED_ON':
      return changeRecord(context, decisionStore, step, { ...(await passedOn(input, present, context)), answer });
  }
}

/**
 * Gives what more was asked for, or takes a question back. Answers the question itself instead when it is another's.
 *
 * @throws RecordFault, RecordChanged: see `orFailure`; what `presentRecord` throws.
 */
export async function replyToDecision(
  input: ReplyToDecisionInput,
  context: Context,
): Promise<DecisionEntity | NotTheirs> {
  const { viewer, clock } = context;
  const present = await presentRecord(context, decisionStore, input.id);
  const { version, isWithdrawn } = input;
  if (version !== present.version) throw new RecordChanged(present);
  if (!isOpen(present))
    throw new RecordFault('id', 'This was decided already. Ask anew if it has to be decided again.');
  const text = textOf('text', input.text, { shortest: 3, longest: isWithdrawn ? LONGEST_TEXT : LONGEST_REASON });
  if (!mayReply(viewer, present)) return { notTheirs: present };
  if (isWithdrawn) {
    const withdrawn = { status: 'WITHDRAWN', decidedBy: viewer.subject, decidedAt: clock.now(), answer: text } as const;
    return changeRecord(context, decisionStore, { present, version, reason: 'It was taken back.' }, withdrawn);
  }
  const question = textOf('text', `${present.question}\n\n${text}`, { shortest: 3, longest: 2 * LONGEST_TEXT });
  return changeRecord(
    context,
    decisionStore,
    { present, version, reason: 'More was given.' },
    { status: 'ASKED', question },
  );
}

function ruleOf({ level, mayDecideOwn, deciderIds }: Awaited<ReturnType<typeof ruleInForce>>) {
  return { level, askedLevel: level, mayDecideOwn, deciderIds };
}

async function openQuestion(context: Context, id: string, childId: string): Promise<DecisionEntity> {
  const present = await presentRecord(context, decisionStore, id);
  if (present.childId !== childId) throw new NotFoundError('There is no such entry of this child.');
  if (!isOpen(present)) throw new RecordFault('correcting.id', 'This was decided already, and stays as it is.');
  if (!mayReply(context.viewer, present)) {
    throw new ForbiddenError('Only the one who asked and managers correct a question.');
  }
  return present;
}

/** The level above, with the people the authority names for it: those of the rule when it is the director's. */
async function passedOn(
  { level }: DecideDecisionInput,
  present: DecisionEntity,
  context: Context,
): Promise<Pick<DecisionEntity, 'status' | 'level' | 'deciderIds'>> {
  if (!level || rank(level) <= rank(present.level)) {
    throw new RecordFault('level', 'Choose who is to decide: somebody higher than now.');
  }
  const rule = await ruleInForce(context, present.laCode, present.type);
  const deciderIds = level === 'DIRECTOR' && rule.level === 'DIRECTOR' ? rule.deciderIds : [];
  if (level === 'DIRECTOR' && deciderIds.length === 0) {
    throw new RecordFault('level', 'The authority’s rule names no director for this kind of question.');
  }
  return { status: 'ASKED', level, deciderIds };
}
