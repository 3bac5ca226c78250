import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ageOn, collectionYear, plainDate } from '@mainstay/primitives';
import type { Database, Viewer } from '@mainstay/subgraph-kit';
import { aViewer, startTestDatabase } from '@mainstay/subgraph-kit/testing';
import { childIndicator } from '../../indicators/index.ts';
import { migrations } from '../../migrations/index.ts';
import { BIRMINGHAM, LEEDS, type ChildOfTest } from '../../testing/a-child.ts';
import { asking, localIdsOf } from '../../testing/asking.ts';
import { givenChildren, givenReturns } from '../../testing/given.ts';
import { randomChildren } from '../../testing/random-children.ts';
import { figureOfMembers, isAllocatedTo, recount } from '../../testing/recount.ts';
import { breakdowns, type Breakdown } from './indicator.breakdown.ts';
import type { MeasureOfGroup } from './indicator.breakdown-service.ts';
import type { MeasureOwner } from './indicator.question.ts';

const period = collectionYear(2026);
const birmingham: MeasureOwner = { kind: 'local-authority', id: BIRMINGHAM };
const harbour: MeasureOwner = { kind: 'practice', id: 'harbour' };
const children = randomChildren(20_261_123, 600, [BIRMINGHAM, BIRMINGHAM, LEEDS]);
const ours = children.filter(({ la }) => la === BIRMINGHAM);
const machine = aViewer({ role: 'integrator', scopes: ['figures'] });

let database: Database;
const statements: string[] = [];

beforeAll(async () => {
  database = await startTestDatabase('children', { migrations, onStatement: (sql) => statements.push(sql) });
  await givenChildren(database, children);
  for (const la of [BIRMINGHAM, LEEDS]) await givenReturns(database, la, [2024, 2025, 2026]);
});
afterAll(() => database.close());

function ask(viewer: Viewer, code: string, by: Breakdown, owner = birmingham): Promise<MeasureOfGroup[]> {
  const indicator = childIndicator(code)!;
  return asking(database, viewer, ({ loaders }) =>
    loaders.measuresBy.load({ question: { indicator, owner, period }, by }),
  );
}

function ageGroup({ born }: ChildOfTest): string {
  const age = ageOn(plainDate(born), period.to);
  if (age < 1) return 'under-1';
  if (age < 5) return '1-to-4';
  if (age < 10) return '5-to-9';
  if (age < 16) return '10-to-15';
  return age < 18 ? '16-to-17' : '18-and-over';
}

const figureOf = ({ result }: MeasureOfGroup): string =>
  result.__typename === 'Known' ? `${result.numerator}/${result.denominator}` : result.__typename;

describe('a measure by age', () => {
  test.each([
    'three-or-more-placements',
    'health-assessment',
    'sdq-average',
    'reviews-took-part',
    'missing',
    'adopted',
  ])('is that of each group’s children: %s', async (code) => {
    for (const { group, ...rest } of await ask(aViewer(), code, 'AGE')) {
      const members = recount(
        code,
        ours.filter((child) => ageGroup(child) === group),
        period,
      );
      expect([group, figureOf({ group, ...rest })]).toEqual([
        group,
        members.length === 0 ? 'NotApplicable' : figureOfMembers(members),
      ]);
    }
  });

  test('has the children behind each group', async () => {
    for (const { code: group } of breakdowns.AGE.groups) {
      const behind = { indicator: 'convicted', part: 'DENOMINATOR', by: 'AGE', group, ...period } as const;
      const found = await asking(database, aViewer(), (context) => localIdsOf({ behind }, context));
      const members = recount(
        'convicted',
        ours.filter((child) => ageGroup(child) === group),
        period,
      );
      expect(found.toSorted()).toEqual(
        members
          .map(({ child }) => child.localId)
          .toSorted()
          .slice(0, 100),
      );
    }
  });

  test('is told a practice’s manager where the children out of sight are none or many', async () => {
    const viewer = aViewer({ audience: 'practice', role: 'swp-manager', practiceId: 'harbour' });
    const found = await ask(viewer, 'three-or-more-placements', 'AGE', harbour);
    const known = found.filter(({ result }) => result.__typename === 'Known');
    for (const { group, ...rest } of known) {
      const allocated = ours.filter((child) => isAllocatedTo(child, 'harbour', period.to) && ageGroup(child) === group);
      expect(figureOf({ group, ...rest })).toBe(
        figureOfMembers(recount('three-or-more-placements', allocated, period)),
      );
    }
  });
});

describe.each(Object.keys(breakdowns) as Breakdown[])('by %s', (by) => {
  test('the groups add up to the whole', async () => {
    const figures = await ask(aViewer(), 'placed-in-foster-care', by);
    expect(figures.map(({ group }) => group)).toEqual(breakdowns[by].groups.map(({ code }) => code));
    const sums = figures.flatMap(({ result }) => (result.__typename === 'Known' ? [result] : []));
    const whole = recount('placed-in-foster-care', ours, period);
    expect(sums.reduce((sum, { denominator }) => sum + (denominator ?? 0), 0)).toBe(whole.length);
    expect(sums.reduce((sum, { numerator }) => sum + (numerator ?? 0), 0)).toBe(
      whole.filter(({ isCounted }) => isCounted).length,
    );
  });

  test('who may not see the children is told of no five or fewer, and not by subtraction', async () => {
    const figures = await ask(machine, 'three-or-more-placements', by);
    const told = figures.flatMap(({ result }) => (result.__typename === 'Known' ? [result] : []));
    for (const { numerator, denominator } of told) {
      const [counted, all] = [numerator ?? 0, denominator ?? 0];
      expect([counted, all, all - counted].filter((few) => few > 0 && few < 6)).toEqual([]);
    }
    const kept = figures.filter(({ result }) => result.__typename === 'Suppressed');
    const whole = recount('three-or-more-placements', ours, period);
    const rest = whole.length - told.reduce((sum, { denominator }) => sum + (denominator ?? 0), 0);
    expect(kept.length === 0 ? rest : Math.max(rest, 6)).toBe(rest);
  });
});

test('the number of statements does not depend on how many periods are asked', async () => {
  const indicator = childIndicator('three-or-more-placements')!;
  const count = async (years: readonly number[]): Promise<number> => {
    statements.length = 0;
    const questions = years.map((year) => ({ indicator, owner: birmingham, period: collectionYear(year) }));
    await asking(database, aViewer(), ({ loaders }) =>
      Promise.all(questions.map((question) => loaders.measuresBy.load({ question, by: 'SEX' }))),
    );
    return statements.length;
  };
  expect(await count([2024, 2025, 2026])).toBe(await count([2026]));
});
