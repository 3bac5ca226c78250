import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { collectionYear, collectionYearOf, plainDate, type Period } from '@mainstay/primitives';
import type { Database, Measure, Viewer } from '@mainstay/subgraph-kit';
import { aViewer, startTestDatabase } from '@mainstay/subgraph-kit/testing';
import type { ChildIndicator, Population } from '../../indicators/indicator.ts';
import { migrations } from '../../migrations/index.ts';
import { BIRMINGHAM, LEEDS, type ChildOfTest } from '../../testing/a-child.ts';
import { asking, figureOf } from '../../testing/asking.ts';
import { attack } from '../../testing/differencing-attack.ts';
import {
  childrenIn,
  crowdedPractices,
  everyQuestion,
  ofOwner,
  primaryOnly,
  toldOf,
  truthsOf,
} from '../../testing/differencing-world.ts';
import { givenChildren, givenReturns, idOf } from '../../testing/given.ts';
import { randomChildren } from '../../testing/random-children.ts';
import { isAllocatedTo, recount, type Recounted } from '../../testing/recount.ts';
import type { MeasureQuestion } from './indicator.question.ts';

const years = [2024, 2025, 2026];
const populations: readonly Population[] = ['looked-after', 'reviews', 'care-leavers'];

/** Small worlds have more small numbers, large ones more that are told. */
const sizes: readonly (readonly [number, number])[] = [
  [11, 80],
  [12, 250],
  [13, 700],
];

describe.each(sizes)('in the random world %i of %i children', (seed, size) => {
  const children = crowdedPractices(randomChildren(seed, size, [BIRMINGHAM, BIRMINGHAM, LEEDS]));
  const ours = children.filter(({ la }) => la === BIRMINGHAM);
  const restricted = ours.slice(0, 3);
  const reviewed = ours.slice(3, 23);
  const counted = ours.slice(3);
  const hiddenChildIds = restricted.map(idOf);
  const machine = aViewer({ role: 'integrator', scopes: ['figures'], hiddenChildIds });
  const officer = aViewer({ role: 'la-iro', namedChildIds: reviewed.map(idOf), hiddenChildIds });
  let database: Database;

  beforeAll(async () => {
    database = await startTestDatabase('children', { migrations });
    await givenChildren(database, children);
    for (const la of [BIRMINGHAM, LEEDS]) await givenReturns(database, la, years);
  });
  afterAll(() => database.close());

  const ask = (viewer: Viewer, questions: readonly MeasureQuestion[]): Promise<Measure[]> =>
    asking(database, viewer, ({ loaders }) => Promise.all(questions.map((one) => loaders.measures.load(one))));

  test.each([
    ['a machine for figures', machine, [] as readonly ChildOfTest[]],
    ['a reviewing officer', officer, reviewed],
  ])('%s recovers no number of 1 to 5 children', async (_, viewer, known) => {
    for (const [year, population] of years.flatMap((one) => populations.map((other) => [one, other] as const))) {
      const truths = truthsOf(counted, population, collectionYear(year), known);
      const told = await toldOf((questions) => ask(viewer, questions), {
        population,
        period: collectionYear(year),
        known,
      });
      expect({ year, population, recovered: attack(truths, told) }).toEqual({ year, population, recovered: [] });
    }
  });

  test('what is told is true, and is so of many children', async () => {
    const questions = everyQuestion(years.map(collectionYear));
    const measures = await ask(machine, questions);
    const known = questions.flatMap((question, index) => {
      const result = measures[index]?.result;
      return result?.__typename === 'Known' ? [{ question, result }] : [];
    });
    for (const { question, result } of known) {
      const { indicator, owner, period } = question;
      const members = recount(indicator.code, ofOwner(counted, owner, period), period);
      const parts = [true, false].map((is) => members.filter(({ isCounted }) => isCounted === is));
      expect([indicator.code, result.numerator, result.denominator]).toEqual([
        indicator.code,
        parts[0]?.length,
        members.length,
      ]);
      expect(parts.map(childrenIn).filter((few) => few > 0 && few < 6)).toEqual([]);
    }
    expect(known.length).toBeGreaterThanOrEqual(size > 600 ? 20 : 0);
  });

  test('is told the same whatever else is asked, and in whatever order', async () => {
    const questions = everyQuestion(years.map(collectionYear));
    const together = (await ask(machine, questions)).map(told);
    const turned = (await ask(machine, questions.toReversed())).map(told).toReversed();
    const alone = await Promise.all(questions.slice(0, 12).map(async (one) => told((await ask(machine, [one]))[0]!)));
    expect(turned).toEqual(together);
    expect(alone).toEqual(together.slice(0, 12));
  });

  test('other periods than collection years are kept back, for all alike', async () => {
    const period = (from: string, to: string): Period => ({ from: plainDate(from), to: plainDate(to) });
    const others = [
      period('2025-04-01', '2025-06-30'),
      period('2025-04-02', '2026-03-31'),
      period('2024-04-01', '2026-03-31'),
    ];
    for (const viewer of [machine, officer]) {
      const kinds = (await ask(viewer, everyQuestion(others))).map(({ result }) => result.__typename);
      expect([...new Set(kinds)].toSorted()).toEqual(['NotApplicable', 'Suppressed']);
    }
  });

  test('a practice’s manager recovers no number of 1 to 5 children out of sight', async () => {
    const viewer = aViewer({ audience: 'practice', role: 'swp-manager', practiceId: 'harbour', hiddenChildIds });
    for (const [year, population] of years.flatMap((one) => populations.map((other) => [one, other] as const))) {
      const period = collectionYear(year);
      const known = counted.filter(isInSightOfHarbour);
      const ofHarbour = truthsOf(counted, population, period, known).filter(({ group }) => group === 'harbour');
      const told = await toldOf((questions) => ask(viewer, questions), { population, period, known });
      const ofOwn = told.filter(({ group }) => group === 'harbour');
      expect({ year, population, recovered: attack(ofHarbour, ofOwn) }).toEqual({ year, population, recovered: [] });
    }
  });

  test('an inspector is told exactly, restricted children left out', async () => {
    const inspection = { id: 'i1', laCode: BIRMINGHAM, from: plainDate('2026-11-16'), to: plainDate('2026-11-27') };
    const viewer = aViewer({
      audience: 'inspector',
      role: 'ofsted-inspector',
      laCodes: [BIRMINGHAM],
      inspection,
      hiddenChildIds,
    });
    const questions = everyQuestion(years.map(collectionYear));
    const measures = await ask(viewer, questions);
    for (const [index, { indicator, owner, period }] of questions.entries()) {
      const members = recount(indicator.code, ofOwner(counted, owner, period), period);
      const isAsked = indicator.collectedSince === null || collectionYearOf(period.to) >= indicator.collectedSince;
      expect(figureOf(measures[index]!)).toBe(isAsked ? exactFigure(indicator, members) : 'NotApplicable');
    }
  });
});

test('keeping only small numbers themselves back would be no protection', () => {
  const recovered = sizes.flatMap(([seed, size]) => {
    const children = crowdedPractices(randomChildren(seed, size, [BIRMINGHAM]));
    return years.flatMap((year) => {
      const truths = truthsOf(children, 'looked-after', collectionYear(year), []);
      return attack(truths, primaryOnly(truths));
    });
  });
  expect(recovered.length).toBeGreaterThan(0);
});

function exactFigure({ knownOfNobody }: ChildIndicator, members: readonly Recounted[]): string {
  if (members.length === 0) return 'NotApplicable';
  if (knownOfNobody !== null && members.every(({ isNotKnown }) => isNotKnown)) return 'NotKnown';
  return `${members.filter(({ isCounted }) => isCounted).length}/${members.length}`;
}

function told({ result, exclusions }: Measure): unknown {
  return { result, exclusions };
}

function isInSightOfHarbour(child: ChildOfTest): boolean {
  return isAllocatedTo(child, 'harbour', plainDate('2026-11-22'));
}
