import type { PlainDate } from '@mainstay/primitives';
import {
  knownShare,
  notApplicable,
  notKnown,
  notYetDue,
  suppressed,
  type Db,
  type Exclusion,
  type Measure,
  type MeasureResult,
} from '@mainstay/subgraph-kit';
import type { Request } from '../../context.ts';
import type { ChildIndicator } from '../../indicators/indicator.ts';
import { childScope } from '../child/child.policy.ts';
import { heldFor, type Holding } from './indicator.returns.ts';
import { endsWithCollectionYear, yearsNeeded, type MeasureQuestion } from './indicator.question.ts';
import { measureAccess } from './indicator.policy.ts';
import { exclusionsOf, wouldDisclose } from './indicator.suppression.ts';
import { countMembers, type AskedOfLa, type MemberCount, type Sight } from './indicator.membership-repository.ts';

/** What a question is answered with, but for what the question says itself. */
type Answer = Pick<Measure, 'result' | 'asAt' | 'exclusions'>;

/**
 * The measures asked for, in that order.
 *
 * Whatever the number of questions, there is one statement for each indicator and kind of owner, and two to learn
 * what returns are held.
 */
export async function answerMeasures(questions: readonly MeasureQuestion[], request: Request): Promise<Measure[]> {
  const { viewer, clock, db, database } = request;
  const today = clock.today();
  const { laCodes } = childScope(viewer, today);
  const answers = new Map<MeasureQuestion, Answer>();
  const ofOwnRows: MeasureQuestion[] = [];
  const ofFigures: MeasureQuestion[] = [];
  for (const question of questions) {
    const access = measureAccess(viewer, question.owner, today);
    const result = access === 'withheld' ? suppressed(withheld) : resultWithoutCounting(question, today);
    if (result) answers.set(question, without(result));
    else (access === 'figures' ? ofFigures : ofOwnRows).push(question);
  }
  if (ofOwnRows.length > 0) {
    const sight = { laCodes, practiceId: null, on: today };
    for (const [question, answer] of await answersFrom(db, ofOwnRows, sight)) answers.set(question, answer);
  }
  if (ofFigures.length > 0) {
    const sight = { laCodes: null, practiceId: viewer.practiceId, on: today };
    const counted = await database.figures(viewer, (figures) => answersFrom(figures, ofFigures, sight));
    for (const [question, answer] of counted) answers.set(question, answer);
  }
  return questions.map((question) => measure(question, answers.get(question)));
}

/** The result that needs no record: the return does not ask, or the period has not ended. Null for all others. */
export function resultWithoutCounting(question: MeasureQuestion, today: PlainDate): MeasureResult | null {
  const { indicator, period } = question;
  const [firstYear = 0] = yearsNeeded(question);
  if (indicator.collectedSince !== null && firstYear < indicator.collectedSince) {
    return notApplicable(`The SSDA903 return asks for this since collection year ${indicator.collectedSince} only.`);
  }
  if (indicator.looksAt === 'year' && !endsWithCollectionYear(period)) {
    return notApplicable('This is reported once a year. Ask for a period that ends on 31 March.');
  }
  return period.to > today ? notYetDue(period.to) : null;
}

const withheld = 'You may see the measures of your own organisation only.';
const tooFew =
  'Children you may no longer see are in this figure, and so few of them, or in so particular a period, that it would ' +
  'tell something about one of them.';

function measure(question: MeasureQuestion, answer: Answer | undefined): Measure {
  if (!answer) throw new Error(`The measure ${question.indicator.code} was not answered.`);
  return { indicator: question.indicator, ...question.period, ...answer };
}

function without(result: MeasureResult): Answer {
  return { result, asAt: null, exclusions: [] };
}

async function answersFrom(
  db: Db,
  questions: readonly MeasureQuestion[],
  sight: Sight,
): Promise<Map<MeasureQuestion, Answer>> {
  const held = await heldFor(db, questions, sight);
  const asked = questions.flatMap((question, ord): AskedOfLa[] =>
    held.of(question).laCodes.map((laCode) => ({ ord, laCode, question })),
  );
  const counts = await countAll(db, asked, sight);
  return new Map(
    questions.map((question, ord) => {
      const holding = held.of(question);
      const isHeld = holding.laCodes.length > 0;
      return [
        question,
        isHeld ? counted(question, holding, counts.get(ord) ?? []) : without(unheld(question, holding)),
      ];
    }),
  );
}

async function countAll(db: Db, asked: readonly AskedOfLa[], sight: Sight): Promise<Map<number, MemberCount[]>> {
  const statements = Map.groupBy(asked, ({ question }) => `${question.indicator.code} ${question.owner.kind}`);
  const counts: MemberCount[] = [];
  for (const rows of statements.values()) {
    const [first] = rows;
    if (!first) continue;
    const { indicator, owner } = first.question;
    counts.push(...(await countMembers(db, indicator, { kind: owner.kind, rows, sight })));
  }
  return Map.groupBy(counts, ({ ord }) => ord);
}

function counted(question: MeasureQuestion, holding: Holding, counts: readonly MemberCount[]): Answer {
  const { indicator, period } = question;
  const denominator = counts.find((count) => count.leftOut === null);
  if (denominator && wouldDisclose(denominator, period)) return without(suppressed(tooFew));
  return {
    result: resultOf(indicator, denominator),
    asAt: holding.changedAt,
    exclusions: [...exclusionsOf(indicator, counts), ...forWantOfReturn(holding.leftOut)],
  };
}

function resultOf(indicator: ChildIndicator, denominator: MemberCount | undefined): MeasureResult {
  if (!denominator) return notApplicable(`Nobody belongs to the denominator, which is: ${indicator.denominator}`);
  const { counted, members, notKnown: unknown } = denominator;
  return indicator.knownOfNobody !== null && unknown === members
    ? notKnown(indicator.knownOfNobody)
    : knownShare(counted, members);
}

function unheld(question: MeasureQuestion, { leftOut }: Holding): MeasureResult {
  if (question.owner.kind === 'practice' && leftOut === 0) {
    return notApplicable('No child was allocated to the practice on the last day of the period.');
  }
  const years = yearsNeeded(question).join(' and ');
  const tables = question.indicator.tables.join(', ');
  return notKnown(`The SSDA903 return of ${years} is not held with all of: ${tables}. Import it to have the figure.`);
}

function forWantOfReturn(children: number): Exclusion[] {
  const reason =
    'Children allocated to the practice whose authority’s return for the period is not at hand are left out.';
  return children > 0 ? [{ reason, count: children, isInDenominator: false }] : [];
}
