import { fixedClock, type PlainDate } from '@mainstay/primitives';
import { type KnownAtArgs, knownAtOf, orFailure } from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import { recordsOfAuthority, recordsOfPractice, type RecordsOwner } from '../../record/records-of-owner.ts';
import { isWithheld } from '../child/child.parts-policy.ts';
import type { ChildRow } from '../child/child.repository.ts';
import type { DecisionEntity, DecisionStatus } from './decision.entity.ts';
import { isOpen, mayDecide, seesRulesOf, whoDecides } from './decision.policy.ts';
import { findRequests, findTimes, type TimesRow } from './decision.repository.ts';
import { rulesInForce, setDecisionRule, type RuleInForce, type SetDecisionRuleInput } from './decision.rules.ts';
import {
  decideDecision,
  replyToDecision,
  requestDecision,
  type DecideDecisionInput,
  type NotTheirs,
  type ReplyToDecisionInput,
  type RequestDecisionInput,
} from './decision.service.ts';

interface Owner {
  readonly id: string;
}

interface RequestsWanted {
  readonly status?: readonly DecisionStatus[] | null;
  readonly first: number;
}

interface TimesWanted {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

interface Given<Input> {
  readonly input: Input;
}

const MOST = 200;
const OPEN: readonly DecisionStatus[] = ['ASKED', 'MORE_ASKED'];
const MS_OF_A_TENTH_OF_AN_HOUR = 360_000;

/** Decisions, between the graph and the domain. */
export const decisionResolvers = {
  Child: {
    decisions: (child: ChildRow, args: KnownAtArgs, { loaders }: Context) =>
      loaders.decisions.ofChild.load({ child, knownAt: knownAtOf(args) }),
  },
  LocalAuthority: {
    decisionRequests: ({ id }: Owner, wanted: RequestsWanted, context: Context) => {
      const list = { name: 'LocalAuthority.decisionRequests', owner: recordsOfAuthority(context, id) };
      return requestsOf(context, list, wanted);
    },
    decisionRules: async ({ id }: Owner, _args: unknown, { viewer, loaders }: Context) =>
      seesRulesOf(viewer, id) ? rulesInForce(await loaders.decisions.rules.load(id)) : [],
    decisionTimes: ({ id }: Owner, wanted: TimesWanted, context: Context) =>
      timesOf(context, recordsOfAuthority(context, id), wanted),
  },
  Practice: {
    decisionRequests: ({ id }: Owner, wanted: RequestsWanted, context: Context) => {
      const list = { name: 'Practice.decisionRequests', owner: recordsOfPractice(context, id) };
      return requestsOf(context, list, wanted);
    },
    decisionTimes: ({ id }: Owner, wanted: TimesWanted, context: Context) =>
      timesOf(context, recordsOfPractice(context, id), wanted),
  },
  Decision: {
    child: ({ childId }: DecisionEntity, _args: unknown, { loaders }: Context) => loaders.children.load(childId),
    isEscalated: async (decision: DecisionEntity, _args: unknown, { loaders }: Context) => {
      if (decision.level !== decision.askedLevel) return true;
      const child = await loaders.children.load(decision.childId);
      const isWithPractice = child?.accessPracticeId !== null && child?.accessPracticeId !== undefined;
      return isWithPractice && (decision.level === 'LA_MANAGER' || decision.level === 'DIRECTOR');
    },
    askedBy: ({ askedBy }: DecisionEntity) => ({ id: askedBy }),
    decidedBy: ({ decidedBy }: DecisionEntity) => (decidedBy === null ? null : { id: decidedBy }),
    hours: ({ askedAt, decidedAt }: DecisionEntity, _args: unknown, { clock }: Context) =>
      Math.round(((decidedAt ?? clock.now()).getTime() - askedAt.getTime()) / MS_OF_A_TENTH_OF_AN_HOUR) / 10,
    isLate: ({ status, decidedAt, dueOn }: DecisionEntity, _args: unknown, { clock }: Context) =>
      status !== 'WITHDRAWN' && (decidedAt === null ? clock.today() : fixedClock(decidedAt).today()) > dueOn,
    mayDecide: async (decision: DecisionEntity, _args: unknown, { viewer, loaders }: Context) => {
      const child = await loaders.children.load(decision.childId);
      return child !== null && !isWithheld(viewer, child, 'DECISIONS') && mayDecide(viewer, decision);
    },
    recorded: (decision: DecisionEntity) => decision,
  },
  DecisionRule: {
    deciders: ({ deciderIds }: RuleInForce) => deciderIds.map((id) => ({ id })),
    isDefault: ({ setAt }: RuleInForce) => setAt === null,
    setBy: ({ setBy }: RuleInForce) => (setBy === null ? null : { id: setBy }),
  },
  DecisionSuccess: {
    child: ({ decision }: { decision: DecisionEntity }, _args: unknown, { loaders }: Context) =>
      loaders.children.load(decision.childId),
  },
  Mutation: {
    requestDecision: (_root: unknown, { input }: Given<RequestDecisionInput>, context: Context) =>
      orFailure(async () => outcomeOf(await requestDecision(input, context))),
    decideDecision: (_root: unknown, { input }: Given<DecideDecisionInput>, context: Context) =>
      orFailure(async () => outcomeOf(await decideDecision(input, context))),
    replyToDecision: (_root: unknown, { input }: Given<ReplyToDecisionInput>, context: Context) =>
      orFailure(async () => outcomeOf(await replyToDecision(input, context))),
    setDecisionRule: (_root: unknown, { input }: Given<SetDecisionRuleInput>, context: Context) =>
      orFailure(async () => ({ __typename: 'DecisionRuleSuccess', rule: await setDecisionRule(input, context) })),
  },
};

async function requestsOf(
  { db, touched }: Context,
  { name, owner }: { readonly name: string; readonly owner: RecordsOwner | null },
  { status, first }: RequestsWanted,
): Promise<DecisionEntity[]> {
  if (!owner) return [];
  const wanted = { statuses: status ?? OPEN, most: Math.min(Math.max(first, 0), MOST) };
  const requests = await findRequests(db, owner, wanted);
  touched.list(
    name,
    requests.map(({ childId }) => childId),
  );
  return requests;
}

async function timesOf(
  { db, clock }: Context,
  owner: RecordsOwner | null,
  { from, to }: TimesWanted,
): Promise<TimesRow[]> {
  return owner === null ? [] : findTimes(db, owner, { from, to, today: clock.today() });
}

function outcomeOf(outcome: DecisionEntity | NotTheirs): object {
  if (!('notTheirs' in outcome)) return { __typename: 'DecisionSuccess', decision: outcome };
  const { notTheirs } = outcome;
  const message = isOpen(notTheirs)
    ? `This is not yours to decide: ${whoDecides(notTheirs)} does, and never the one who asked where the rule says so.`
    : 'This was decided already.';
  return { __typename: 'DecisionNotYoursError', message, decision: notTheirs };
}
