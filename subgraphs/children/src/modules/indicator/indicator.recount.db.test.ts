import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { collectionYear, collectionYearOf, plainDate, type Period } from '@mainstay/primitives';
import type { Database, Measure, Viewer } from '@mainstay/subgraph-kit';
import { aViewer, startTestDatabase } from '@mainstay/subgraph-kit/testing';
import { childIndicators } from '../../indicators/index.ts';
import { migrations } from '../../migrations/index.ts';
import { BIRMINGHAM, LEEDS, type ChildOfTest } from '../../testing/a-child.ts';
import { asking, figureOf, testClock } from '../../testing/asking.ts';
import { givenChildren, givenReturns, idOf } from '../../testing/given.ts';
import { randomChildren } from '../../testing/random-children.ts';
import { figureOfMembers, isAllocatedTo, recount, type Recounted } from '../../testing/recount.ts';
import { listChildren } from '../child/child.service.ts';
import {
  indicatorsOf,
  isCollectionYear,
  yearsNeeded,
  type MeasureOwner,
  type MeasureQuestion,
} from './indicator.question.ts';

const years = [2022, 2023, 2024, 2025, 2026];
const period = (from: string, to: string): Period => ({ from: plainDate(from), to: plainDate(to) });
/** Collection years, and periods that end where months have no 29th, 30th or 31st. */
const periods = [
  ...years.map(collectionYear),
  period('2023-08-31', '2024-02-29'),
  period('2025-01-31', '2025-08-31'),
  period('2025-07-01', '2025-09-30'),
  period('2023-10-30', '2025-02-28'),
];

const children = randomChildren(20_261_122, 700, [BIRMINGHAM, LEEDS]);
const today = testClock.today();

/** Those of the return; what rests on the record alone has tests of its own. */
const counted = childIndicators.filter(({ tables }) => tables.length > 0);

function questionsAbout(owner: MeasureOwner): MeasureQuestion[] {
  return periods.flatMap((one) => counted.map((indicator) => ({ indicator, owner, period: one })));
}

/** What a measure should say of these children, who are all those it is about. */
function expected({ indicator, period: asked }: MeasureQuestion, members: readonly Recounted[]): string {
  if (indicator.collectedSince !== null && collectionYearOf(asked.from) < indicator.collectedSince)
    return 'NotApplicable';
  if (indicator.looksAt === 'year' && !asked.to.endsWith('-03-31')) return 'NotApplicable';
  if (yearsNeeded({ indicator, period: asked }).some((year) => !years.includes(year))) return 'NotKnown';
  if (members.length === 0) return 'NotApplicable';
  return figureOfMembers(members);
}

function notKnownIn(measure: Measure): number {
  return measure.exclusions.find(({ isInDenominator }) => isInDenominator)?.count ?? 0;
}

describe('measures of hundreds of random children', () => {
  let database: Database;
  const ask = (viewer: Viewer, questions: readonly MeasureQuestion[]) =>
    asking(database, viewer, ({ loaders }) =>
      Promise.all(questions.map((question) => loaders.measures.load(question))),
    );

  beforeAll(async () => {
    database = await startTestDatabase('children', { migrations, clock: testClock });
    await givenChildren(database, children);
    await givenReturns(database, BIRMINGHAM, years);
    await givenReturns(database, LEEDS, years);
  });
  afterAll(() => database.close());

  test.each([BIRMINGHAM, LEEDS])('agree with a recount for the authority %s', async (la) => {
    const questions = questionsAbout({ kind: 'local-authority', id: la });
    const measures = await ask(aViewer({ laCodes: [la] }), questions);
    const ofLa = children.filter((child) => child.la === la);
    for (const [index, question] of questions.entries()) {
      const members = recount(question.indicator.code, ofLa, question.period);
      const measure = measures[index]!;
      const name = `${question.indicator.code} ${question.period.to}`;
      expect(`${name} ${figureOf(measure)}`).toBe(`${name} ${expected(question, members)}`);
      const isKnown = measure.result.__typename === 'Known';
      expect(notKnownIn(measure)).toBe(isKnown ? members.filter(({ isNotKnown }) => isNotKnown).length : 0);
    }
  });

  test('agree with a recount for an authority’s children at a practice', async () => {
    const questions = questionsAbout({ kind: 'practice', id: 'harbour' });
    const measures = await ask(aViewer(), questions);
    for (const [index, question] of questions.entries()) {
      const allocated = children.filter(
        (child) => child.la === BIRMINGHAM && isAllocatedTo(child, 'harbour', question.period.to),
      );
      const members = recount(question.indicator.code, allocated, question.period);
      expect(figureOf(measures[index]!)).toBe(expected(question, members));
    }
  }, 240_000);

  test('agree with a recount for a practice’s own staff, or are withheld for children out of sight', async () => {
    const questions = questionsAbout({ kind: 'practice', id: 'harbour' });
    const viewer = aViewer({
      audience: 'practice',
      role: 'swp-manager',
      laCodes: [BIRMINGHAM, LEEDS],
      practiceId: 'harbour',
    });
    const measures = await ask(viewer, questions);
    for (const [index, question] of questions.entries()) {
      const allocated = children.filter((child) => isAllocatedTo(child, 'harbour', question.period.to));
      const members = recount(question.indicator.code, allocated, question.period);
      const figure = expected(question, members);
      const isWithheld = !figure.startsWith('Not') && disclosesByRecount(members, question, allocated);
      expect(figureOf(measures[index]!)).toBe(isWithheld ? 'Suppressed' : figure);
    }
    const told = new Set(measures.map(({ result }) => result.__typename));
    expect([...told].toSorted()).toEqual(['Known', 'NotApplicable', 'NotKnown', 'Suppressed']);
  }, 240_000);

  test('add up with the lists of children behind them', async () => {
    for (const { code } of counted) {
      const members = recount(
        code,
        children.filter(({ la }) => la === BIRMINGHAM),
        collectionYear(2026),
      );
      const list = async (part: 'NUMERATOR' | 'REMAINDER' | 'DENOMINATOR'): Promise<Set<string>> =>
        asking(database, aViewer(), async (context) => {
          const ids = new Set<string>();
          let after: string | null = null;
          do {
            const behind = { indicator: code, part, ...collectionYear(2026) };
            const page = await listChildren({ first: 100, after, behind }, context);
            for (const { node } of page.edges) ids.add(node.id);
            expect(await page.countAll()).toBeGreaterThanOrEqual(ids.size);
            after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
          } while (after);
          return ids;
        });
      const idsOf = (chosen: readonly Recounted[]) => new Set(chosen.map(({ child }) => idOf(child)));
      const [counted, remainder, all] = [await list('NUMERATOR'), await list('REMAINDER'), await list('DENOMINATOR')];
      expect(counted).toEqual(idsOf(members.filter(({ isCounted }) => isCounted)));
      expect(remainder).toEqual(idsOf(members.filter(({ isCounted }) => !isCounted)));
      expect(all).toEqual(counted.union(remainder));
      const inBoth = code === 'reviews-took-part' ? counted.intersection(remainder).size : 0;
      expect(counted.size + remainder.size - inBoth).toBe(all.size);
    }
  });
});

/**
 * The rule of suppression once more: of those out of sight, 1 to 5 in either part; or as many more or fewer than another
 * indicator earlier in the catalogue that is told counts of the same population; or a period that is no collection year.
 */
function disclosesByRecount(
  members: readonly Recounted[],
  { indicator, period: asked }: MeasureQuestion,
  allocated: readonly ChildOfTest[],
): boolean {
  const hidden = hiddenOf(members);
  if (hidden.all === 0) return false;
  if (!isCollectionYear(asked)) return true;
  const told: { code: string; all: number }[] = [];
  for (const { code, collectedSince } of indicatorsOf(indicator.population).filter(({ tables }) => tables.length > 0)) {
    const isAsked = collectedSince === null || collectionYearOf(asked.from) >= collectedSince;
    const { all, counted, remainder } = isAsked
      ? hiddenOf(recount(code, allocated, asked))
      : { all: 0, counted: 0, remainder: 0 };
    const differs = told.map((other) => Math.abs(other.all - all));
    if (![all, counted, remainder, ...differs].some(isFew)) told.push({ code, all });
  }
  return !told.some(({ code }) => code === indicator.code);
}

function hiddenOf(members: readonly Recounted[]): { all: number; counted: number; remainder: number } {
  const hidden = members.filter(({ child }) => !isVisibleToday(child));
  const childrenIn = (part: readonly Recounted[]) => new Set(part.map(({ child }) => child.localId)).size;
  return {
    all: childrenIn(hidden),
    counted: childrenIn(hidden.filter(({ isCounted }) => isCounted)),
    remainder: childrenIn(hidden.filter(({ isCounted }) => !isCounted)),
  };
}

function isFew(count: number): boolean {
  return count > 0 && count < 6;
}

function isVisibleToday(child: ChildOfTest): boolean {
  const begun = child.allocations
    .filter(({ from }) => from <= today)
    .toSorted((one, other) => (one.from < other.from ? 1 : -1));
  const [latest] = begun;
  return latest?.practice === 'harbour' && (!latest.to || latest.to >= today);
}
