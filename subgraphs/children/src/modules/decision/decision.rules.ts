import { BadInputError, ForbiddenError, type Viewer } from '@mainstay/subgraph-kit';
import { RecordFault } from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import { register, type DecisionLevel, type DecisionType } from './decision.register.ts';
import { findRules, replaceRule, type RuleSet } from './decision.repository.ts';

/** Who may decide one kind of question about an authority's children now. */
export interface RuleInForce {
  readonly type: DecisionType;
  readonly level: DecisionLevel;
  readonly mayDecideOwn: boolean;
  readonly days: number;
  readonly deciderIds: readonly string[];
  /** Null for the platform's own rule. */
  readonly setBy: string | null;
  readonly setAt: Date | null;
}

/** What is set: `SetDecisionRuleInput` of the graph. */
export interface SetDecisionRuleInput {
  readonly la: string;
  readonly type: DecisionType;
  readonly level: DecisionLevel;
  readonly mayDecideOwn: boolean;
  readonly days: number;
  readonly deciderIds: readonly string[];
}

const MOST_DAYS = 366;
const MOST_DECIDERS = 20;
const LONGEST_SUBJECT = 255;

/** Who decides what about the children of an authority, in the order of the register. */
export function rulesInForce(set: readonly RuleSet[]): RuleInForce[] {
  return register.map(
    (rule) => set.find(({ type }) => type === rule.type) ?? { ...rule, deciderIds: [], setBy: null, setAt: null },
  );
}

/** Who decides one kind of question about the children of an authority. */
export async function ruleInForce({ db }: Context, laCode: string, wanted: DecisionType): Promise<RuleInForce> {
  const rule = rulesInForce(await findRules(db, [laCode])).find(({ type }) => type === wanted);
  if (!rule) throw new BadInputError('There is no such kind of decision.');
  return rule;
}

/**
 * Says who may decide one kind of question from now on.
 *
 * @throws ForbiddenError when the viewer does not manage the authority; RecordFault when the rule would leave nobody to
 * decide, or cannot be recorded so.
 */
export async function setDecisionRule(input: SetDecisionRuleInput, context: Context): Promise<RuleInForce> {
  const { viewer, db, clock, touched } = context;
  if (!managesAuthority(viewer, input.la)) {
    throw new ForbiddenError('Only managers of a local authority say who decides what about its children.');
  }
  const deciderIds = [...new Set(input.deciderIds.map((id) => id.trim()))];
  if (deciderIds.length > MOST_DECIDERS || deciderIds.some((id) => id === '' || id.length > LONGEST_SUBJECT)) {
    throw new RecordFault('deciderIds', `Name at most ${MOST_DECIDERS} people.`);
  }
  if (input.level === 'DIRECTOR' && deciderIds.length === 0) {
    throw new RecordFault('deciderIds', 'Name the director, or who decides in the director’s place.');
  }
  if (input.days < 0 || input.days > MOST_DAYS) {
    throw new RecordFault('days', `Enter a number of days from 0 to ${MOST_DAYS}.`);
  }
  const { type, level, mayDecideOwn, days } = input;
  const rule = { type, level, mayDecideOwn, days, deciderIds, setBy: viewer.subject, setAt: clock.now() };
  await replaceRule(db, { ...rule, laCode: input.la });
  touched.change({ what: 'decision rule set', laCode: input.la, ids: [type], childIds: [] });
  return rule;
}

function managesAuthority(viewer: Viewer, laCode: string): boolean {
  const isManager = viewer.role === 'la-manager' && viewer.audience === 'la';
  return isManager && viewer.breakGlass === null && viewer.laCodes.includes(laCode);
}
