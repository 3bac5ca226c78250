import type { Db, Measure } from '@mainstay/subgraph-kit';
import type { Request } from '../../context.ts';
import { refreshStaleDuties } from '../duty/duty.refresh.ts';
import { authoritiesOf, measureAccess, type MeasureAccess } from './indicator.policy.ts';
import {
  forWantOfReturn,
  keptBack,
  nobodyAllocated,
  resultOf,
  resultWithoutCounting,
  unheld,
  without,
  type Answer,
} from './indicator.answer.ts';
import { countQuestions, type CountedAndHeld } from './indicator.counting.ts';
import type { Sight } from './indicator.membership-repository.ts';
import { tellableAlone } from './indicator.protection.ts';
import { answerPublished } from './indicator.published.ts';
import { groupKey, withOthersOfPopulation, type MeasureQuestion } from './indicator.question.ts';
import { denominatorOf, exclusionsOf, outOfSight, wouldDisclose } from './indicator.suppression.ts';

/**
 * The measures asked for, in that order.
 *
 * Whatever the number of questions, there is one statement for each indicator and kind of owner, and two to learn
 * what returns are held.
 */
export async function answerMeasures(questions: readonly MeasureQuestion[], request: Request): Promise<Measure[]> {
  const { viewer, clock, db, database } = request;
  const today = clock.today();
  const answers = new Map<MeasureQuestion, Answer>();
  const open = Map.groupBy(questions, ({ owner }) => measureAccess(viewer, owner, today));
  const of = (access: MeasureAccess): readonly MeasureQuestion[] =>
    (open.get(access) ?? []).filter((question) => {
      const result = resultWithoutCounting(question, today);
      if (result) answers.set(question, without(result));
      return !result;
    });
  const sight: Sight = {
    laCodes: authoritiesOf(viewer, today),
    hidden: viewer.hiddenChildIds,
    practiceId: viewer.practiceId,
    named: null,
    at: clock.now(),
  };
  for (const question of open.get('withheld') ?? []) answers.set(question, keptBack.withheld);
  await workOutDuties(
    request,
    questions.filter((question) => !answers.has(question)),
  );
  const keep = (found: Iterable<readonly [MeasureQuestion, Answer]>): void => {
    for (const [question, answer] of found) answers.set(question, answer);
  };
  const [ownRows, figures, published] = [of('own-rows'), of('figures'), of('published')];
  if (ownRows.length > 0) keep(await answerInFull(db, ownRows, sight));
  if (figures.length > 0) {
    keep(await database.figures(viewer, (figuresDb) => answerInFull(figuresDb, figures, sight)));
  }
  if (published.length > 0) {
    const ofOthers = { ...sight, practiceId: null, named: viewer.namedChildIds };
    keep(await database.figures(viewer, (figuresDb) => answerPublished(figuresDb, published, ofOthers)));
  }
  return questions.map((question) => measure(question, answers.get(question)));
}

/** Has the duties worked out from what is on record now, where a question is about them. */
async function workOutDuties({ viewer, clock, database }: Request, asked: readonly MeasureQuestion[]): Promise<void> {
  if (!asked.some(({ indicator }) => indicator.restsOnDuties)) return;
  await refreshStaleDuties({ database, clock }, { laCodes: authoritiesOf(viewer, clock.today()) });
}

/** The answers for those who may see the children in sight, and of the others no more than many together. */
async function answerInFull(
  db: Db,
  questions: readonly MeasureQuestion[],
  sight: Sight,
): Promise<Map<MeasureQuestion, Answer>> {
  const asked = sight.practiceId === null ? questions : withOthersOfPopulation(questions);
  const counted = await countQuestions(db, asked, { sight });
  const groups = Map.groupBy(counted, ({ question }) => groupKey(question));
  const told = new Map([...groups].map(([key, together]) => [key, tellableAlone(outOfSight(together))]));
  return new Map(
    counted.map((one) => {
      const key = groupKey(one.question);
      return [one.question, answerTo(one, { told: told.get(key), together: groups.get(key) ?? [] })];
    }),
  );
}

function answerTo(
  one: CountedAndHeld,
  { told, together }: { told: ReadonlySet<string> | undefined; together: readonly CountedAndHeld[] },
): Answer {
  const { question, counts, holding } = one;
  if (holding.laCodes.length === 0) {
    const isNobodys = question.owner.kind === 'practice' && holding.leftOut === 0;
    return without(isNobodys ? nobodyAllocated() : unheld(question));
  }
  if (wouldDisclose(one, told ?? new Set())) return keptBack.tooFewOutOfSight;
  return {
    result: resultOf(question.indicator, denominatorOf(counts)),
    asAt: holding.changedAt,
    exclusions: [...exclusionsOf(one, outOfSight(toldBefore(one, together))), ...forWantOfReturn(holding)],
  };
}

/** Those that are told before or with one: what is told of it does not depend on the others. */
function toldBefore(one: CountedAndHeld, together: readonly CountedAndHeld[]): readonly CountedAndHeld[] {
  if (!one.question.indicator.isToldOfPractices) return together;
  return together.filter(({ question }) => question.indicator.isToldOfPractices);
}

function measure(question: MeasureQuestion, answer: Answer | undefined): Measure {
  if (!answer) throw new Error(`The measure ${question.indicator.code} was not answered.`);
  return { indicator: question.indicator, ...question.period, ...answer };
}
