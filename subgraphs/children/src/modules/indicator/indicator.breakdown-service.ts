import type { PlainDate } from '@mainstay/primitives';
import type { Db, MeasureResult } from '@mainstay/subgraph-kit';
import type { Request } from '../../context.ts';
import { refreshStaleDuties } from '../duty/duty.refresh.ts';
import { keptBack, nobodyAllocated, resultOf, resultWithoutCounting, unheld } from './indicator.answer.ts';
import { breakdowns, type Breakdown } from './indicator.breakdown.ts';
import { tellableGroups } from './indicator.breakdown-protection.ts';
import { countQuestions, type CountedAndHeld } from './indicator.counting.ts';
import { noChildren, type ChildCounts, type MemberCount, type Sight } from './indicator.membership-repository.ts';
import { authoritiesOf, measureAccess } from './indicator.policy.ts';
import { isCollectionYear, type MeasureQuestion } from './indicator.question.ts';
import { answerMeasures } from './indicator.service.ts';

/** One measure asked for by groups. */
export interface BreakdownQuestion {
  readonly question: MeasureQuestion;
  readonly by: Breakdown;
}

/** The figure of one group: `MeasureOfGroup` of the graph. */
export interface MeasureOfGroup {
  readonly group: string;
  readonly title: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly result: MeasureResult;
}

/**
 * Measures by groups, in the order asked: one statement for each indicator, breakdown and kind of owner, besides what the
 * measures of the whole need, whether the groups or the whole are asked for.
 */
export async function answerBreakdowns(
  asked: readonly BreakdownQuestion[],
  request: Request,
): Promise<MeasureOfGroup[][]> {
  const wholes = await answerMeasures(
    asked.map(({ question }) => question),
    request,
  );
  const found = new Map<BreakdownQuestion, ReadonlyMap<string, MeasureResult> | MeasureResult>();
  const today = request.clock.today();
  const open = asked.filter((one, index) => {
    const whole = wholes[index]?.result ?? keptBack.withheld.result;
    const isOpen = whole.__typename === 'Known' && !resultWithoutCounting(one.question, today);
    if (!isOpen) found.set(one, whole);
    return isOpen;
  });
  const byWay = Map.groupBy(open, (one) => `${measureAccess(request.viewer, one.question.owner, today)} ${one.by}`);
  for (const together of byWay.values()) {
    for (const [one, results] of await answerTogether(together, request)) found.set(one, results);
  }
  return asked.map((one) => groupsOf(one, found.get(one) ?? keptBack.withheld.result));
}

function groupsOf(
  { by, question }: BreakdownQuestion,
  found: ReadonlyMap<string, MeasureResult> | MeasureResult,
): MeasureOfGroup[] {
  return breakdowns[by].groups.map(({ code, title }) => ({
    group: code,
    title,
    ...question.period,
    result: '__typename' in found ? found : (found.get(code) ?? keptBack.tooFew.result),
  }));
}

type Answers = Map<BreakdownQuestion, ReadonlyMap<string, MeasureResult> | MeasureResult>;

async function answerTogether(asked: readonly BreakdownQuestion[], request: Request): Promise<Answers> {
  const [first] = asked;
  if (!first) return new Map();
  const { viewer, clock, database } = request;
  const access = measureAccess(viewer, first.question.owner, clock.today());
  const isPublished = access === 'published';
  const sight: Sight = {
    laCodes: authoritiesOf(viewer, clock.today()),
    hidden: viewer.hiddenChildIds,
    practiceId: isPublished ? null : viewer.practiceId,
    named: isPublished ? viewer.namedChildIds : null,
    at: clock.now(),
  };
  const open = asked.filter((one) => !isPublished || isPublishable(one.question));
  const count = (db: Db): Promise<CountedAndHeld[]> =>
    countQuestions(
      db,
      open.map(({ question }) => question),
      { sight, by: first.by },
    );
  await workOutDuties(open, request);
  const counted = access === 'own-rows' ? await count(request.db) : await database.figures(viewer, count);
  const answers: Answers = new Map(asked.map((one) => [one, keptBack.authoritiesOnly.result]));
  for (const [index, one] of open.entries()) {
    const result = counted[index];
    if (result) answers.set(one, resultsOf(result, one.by, isPublished));
  }
  return answers;
}

async function workOutDuties(asked: readonly BreakdownQuestion[], { viewer, clock, database }: Request): Promise<void> {
  if (!asked.some(({ question }) => question.indicator.restsOnDuties)) return;
  await refreshStaleDuties({ database, clock }, { laCodes: authoritiesOf(viewer, clock.today()) });
}

/** What could be published of groups: of a whole authority and collection year only. */
function isPublishable({ owner, period }: MeasureQuestion): boolean {
  return owner.kind === 'local-authority' && isCollectionYear(period);
}

function resultsOf(
  { question, counts, holding }: CountedAndHeld,
  by: Breakdown,
  isPublished: boolean,
): ReadonlyMap<string, MeasureResult> | MeasureResult {
  if (holding.laCodes.length === 0) {
    return question.owner.kind === 'practice' && holding.leftOut === 0 ? nobodyAllocated() : unheld(question);
  }
  const rows = new Map(counts.filter(({ leftOut }) => leftOut === null).map((row) => [row.group ?? '', row]));
  const codes = breakdowns[by].groups.map(({ code }) => code);
  const told = toldOf(codes, rows, { question, isPublished });
  return new Map(
    codes
      .filter((code) => told.every((set) => set.has(code)))
      .map((code) => [code, resultOf(question.indicator, rows.get(code))]),
  );
}

/** The groups told, once for each set of children that must be protected. */
function toldOf(
  codes: readonly string[],
  rows: ReadonlyMap<string, MemberCount>,
  { question, isPublished }: { question: MeasureQuestion; isPublished: boolean },
): ReadonlySet<string>[] {
  const of = (which: 'children' | 'outOfSight'): Map<string, ChildCounts> =>
    new Map(codes.map((code) => [code, rows.get(code)?.[which] ?? noChildren]));
  const unseen = of('outOfSight');
  const hasUnseen = [...unseen.values()].some(({ all }) => all > 0);
  if (isPublished) return [tellableGroups(of('children')), tellableGroups(unseen)];
  if (!hasUnseen) return [];
  return isCollectionYear(question.period) ? [tellableGroups(unseen)] : [new Set()];
}
