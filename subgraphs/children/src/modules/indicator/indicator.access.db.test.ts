import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { collectionYear, plainDate } from '@mainstay/primitives';
import type { Database, Viewer } from '@mainstay/subgraph-kit';
import { aViewer, startTestDatabase } from '@mainstay/subgraph-kit/testing';
import { childIndicators } from '../../indicators/index.ts';
import { migrations } from '../../migrations/index.ts';
import { aChild, BIRMINGHAM, LEEDS } from '../../testing/a-child.ts';
import { asking, askingPolicyAlone, birmingham, figureOf } from '../../testing/asking.ts';
import { givenChildren, givenReturns, idOf } from '../../testing/given.ts';
import { listChildren } from '../child/child.service.ts';
import type { MeasureOwner, MeasureQuestion } from './indicator.question.ts';

const code = 'three-or-more-placements';
const year = collectionYear(2026);
const moved = [
  { from: '2022-04-01', to: '2025-05-01' },
  { from: '2025-05-01', to: '2025-09-01' },
  { from: '2025-09-01' },
];
const withHarbour = [{ practice: 'harbour', from: '2024-01-01' }];

/** Ten of Birmingham who moved twice, the last two of them restricted; twelve who did not; and one of Leeds. */
const movers = Array.from({ length: 10 }, () => aChild({ placements: moved, allocations: withHarbour }));
const others = Array.from({ length: 12 }, () => aChild({ allocations: withHarbour }));
const children = [...movers, ...others, aChild({ la: LEEDS, placements: moved, allocations: withHarbour })];
const hiddenChildIds = movers.slice(8).map(idOf);
const sample = [movers[0], others[0]].flatMap((child) => (child ? [idOf(child)] : []));
const inspection = { id: 'i1', laCode: BIRMINGHAM, from: plainDate('2026-11-16'), to: plainDate('2026-11-27') };

const manager = aViewer({ role: 'la-manager', hiddenChildIds });
const officer = aViewer({ role: 'la-iro', namedChildIds: sample, hiddenChildIds });
const machine = aViewer({ role: 'integrator', scopes: ['figures'], hiddenChildIds });
const records = aViewer({ role: 'integrator', scopes: ['children'], hiddenChildIds });
const neither = aViewer({ role: 'integrator', scopes: ['workforce'], hiddenChildIds });
const inspector = aViewer({
  audience: 'inspector',
  role: 'ofsted-inspector',
  inspection,
  namedChildIds: sample,
  hiddenChildIds,
});
const practice = aViewer({
  audience: 'practice',
  role: 'swp-worker',
  practiceId: 'harbour',
  laCodes: [BIRMINGHAM],
  hiddenChildIds,
});
const glass = { id: 'g1', childId: sample[0] ?? '', until: '2026-11-22T12:00:00.000Z' };
const underGlass = aViewer({ role: 'la-manager', breakGlass: glass, namedChildIds: sample.slice(0, 1) });
const ofHarbour: MeasureOwner = { kind: 'practice', id: 'harbour' };

let database: Database;
const statements: string[] = [];
beforeAll(async () => {
  database = await startTestDatabase('children', { migrations, onStatement: (sql) => statements.push(sql) });
  await givenChildren(database, children);
  for (const la of [BIRMINGHAM, LEEDS]) await givenReturns(database, la, [2024, 2025, 2026]);
});
afterAll(() => database.close());

/** Both locks together, and the policy functions alone. */
const locks = [
  ['both locks', asking],
  ['the policy alone', askingPolicyAlone],
] as const;

function questions(
  owner: MeasureOwner,
  codes: readonly string[] = [code],
  years: readonly number[] = [2026],
): MeasureQuestion[] {
  const indicators = childIndicators.filter((indicator) => codes.includes(indicator.code));
  return years.flatMap((one) => indicators.map((indicator) => ({ indicator, owner, period: collectionYear(one) })));
}

describe.each(locks)('with %s', (_, ask) => {
  const figures = (viewer: Viewer, owner: MeasureOwner): Promise<string> =>
    ask(database, viewer, async ({ loaders }) => {
      const measures = await Promise.all(questions(owner).map((question) => loaders.measures.load(question)));
      return measures.map(figureOf).join();
    });
  const behind = (viewer: Viewer, owner: { la?: string; practice?: string }): Promise<string[]> =>
    ask(database, viewer, async (context) => {
      const wanted = { first: 100, behind: { indicator: code, part: 'NUMERATOR', ...year }, ...owner } as const;
      return (await listChildren(wanted, context)).edges.map(({ node }) => node.id);
    });

  test.each([
    ['a manager', manager, '8/20', '8/20'],
    ['a manager who is named', aViewer({ role: 'la-manager' }), '10/22', '10/22'],
    ['a machine for records', records, '8/20', '8/20'],
    ['a reviewing officer', officer, '8/20', '8/20'],
    ['a machine for figures', machine, '8/20', '8/20'],
    ['a machine for neither', neither, 'Suppressed', 'Suppressed'],
    ['an inspector', inspector, '8/20', '8/20'],
    ['a practice’s worker', practice, 'Suppressed', '8/20'],
    ['a manager under a broken glass', underGlass, 'Suppressed', 'Suppressed'],
  ])('%s is told of children not restricted to others', async (__, viewer, ofAuthority, ofPractice) => {
    expect(await figures(viewer, birmingham)).toBe(ofAuthority);
    expect(await figures(viewer, ofHarbour)).toBe(ofPractice);
  });

  test.each([
    ['a manager', manager, 8],
    ['a practice’s worker', practice, 8],
    ['an inspector', inspector, 1],
    ['a reviewing officer', officer, 1],
    ['a machine for figures', machine, 0],
    ['a manager under a broken glass', underGlass, 0],
  ])('behind a figure %s finds the children in sight', async (__, viewer, count) => {
    const owner = viewer.audience === 'practice' ? { practice: 'harbour' } : { la: BIRMINGHAM };
    const found = await behind(viewer, owner);
    expect(found).toHaveLength(count);
    expect(found.filter((id) => hiddenChildIds.includes(id))).toEqual([]);
  });
});

test('the number of statements does not depend on how much is asked', async () => {
  const codes = childIndicators.map((indicator) => indicator.code);
  const countFor = async (asked: readonly MeasureQuestion[]): Promise<number> => {
    statements.length = 0;
    await asking(database, machine, ({ loaders }) =>
      Promise.all(asked.map((question) => loaders.measures.load(question))),
    );
    return statements.length;
  };
  // The first time, the duties towards the children are worked out besides.
  await countFor(questions(birmingham, codes));
  const few = await countFor(questions(birmingham, codes));
  const many = await countFor([birmingham, ofHarbour].flatMap((owner) => questions(owner, codes, [2024, 2025, 2026])));
  expect(many).toBe(few);
});
