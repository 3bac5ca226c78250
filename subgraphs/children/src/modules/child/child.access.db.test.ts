import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plainDate, delegatedFunctions } from '@mainstay/primitives';
import { cursorOf, type Database, type Viewer } from '@mainstay/subgraph-kit';
import { aViewer, startTestDatabase } from '@mainstay/subgraph-kit/testing';
import type { Context } from '../../context.ts';
import { tablesWithAccess } from '../../migrations/child-access.ts';
import { migrations } from '../../migrations/index.ts';
import { aChild, LEEDS, type ChildOfTest } from '../../testing/a-child.ts';
import { asking, askingPolicyAlone, childrenSeen, localIdsOf, testClock, type Locks } from '../../testing/asking.ts';
import { childRowOf, givenChildren, idOf } from '../../testing/given.ts';
import { listContractChildren, openChild } from './child.service.ts';

const everyLock: Locks[] = ['both locks', 'the policy alone', 'row-level security alone'];

/** A child with a past and a present in every table, and with what each table has of the present. */
const withPast = (localId: string, parts: Partial<ChildOfTest> = {}): ChildOfTest =>
  aChild({
    localId,
    care: [{ from: '2020-01-01', to: '2021-01-01' }, { from: '2022-04-01' }],
    placements: [{ from: '2020-01-01', to: '2021-01-01' }, { from: '2022-04-01' }],
    workers: [
      { id: 'SW100001', from: '2020-01-01', to: '2021-01-01' },
      { id: 'SW100002', from: '2022-04-01' },
    ],
    reviews: [{ on: '2025-05-05', code: 'PN3' }],
    leaver: [
      { year: 2025, activity: 'F1' },
      { year: 2026, activity: 'F1' },
    ],
    ...parts,
  });
const harbour = (functions?: readonly string[]) => ({
  allocations: [
    { practice: 'harbour', contract: 'c1', from: '2020-01-01', to: '2020-12-31' },
    { practice: 'harbour', contract: 'c1', from: '2024-01-01', ...(functions ? { functions } : {}) },
  ],
});

const world = {
  open: withPast('OPEN', harbour()),
  restricted: withPast('RESTRICTED', harbour()),
  noCarePlanning: withPast('NO_CARE_PLANNING', harbour(without('CARE_PLANNING'))),
  noPlacement: withPast('NO_PLACEMENT', harbour(without('PLACEMENT'))),
  noVisits: withPast('NO_VISITS', harbour(without('VISITS_AND_SUPERVISION'))),
  noReviews: withPast('NO_REVIEWS', harbour(without('REVIEW_PREPARATION'))),
  noLeavingCare: withPast('NO_LEAVING_CARE', harbour(without('LEAVING_CARE'))),
  nothing: withPast('NOTHING', harbour([])),
};
const all = Object.values(world).map(({ localId }) => localId);
const idsOf = (...children: ChildOfTest[]): string[] => children.map(idOf);

const hiddenChildIds = idsOf(world.restricted);
const staff = aViewer();
const practice = aViewer({ audience: 'practice', role: 'swp-worker', practiceId: 'harbour' });
const inspector = aViewer({
  audience: 'inspector',
  role: 'ofsted-inspector',
  inspection: { id: 'i1', laCode: world.open.la, from: plainDate('2026-11-16'), to: plainDate('2026-11-27') },
  namedChildIds: idsOf(world.open),
});
const iro = aViewer({ role: 'la-iro', namedChildIds: idsOf(world.noReviews) });
const glass = { id: 'g1', childId: idOf(world.nothing), until: '2026-11-22T10:00:00.001Z' };
const underGlass = { breakGlass: glass, namedChildIds: [glass.childId] };

describe('who sees which children', () => {
  let database: Database;
  beforeAll(async () => {
    database = await startTestDatabase('children', { migrations, clock: testClock });
    await givenChildren(database, Object.values(world));
  });
  afterAll(() => database.close());

  const without = (...left: string[]): string[] => all.filter((one) => !left.includes(one));
  const cases: [who: string, viewer: Viewer, expected: string[]][] = [
    ['an analyst', staff, all],
    ['an analyst not named for a child', { ...staff, hiddenChildIds }, without('RESTRICTED')],
    ['a commissioner not named', aViewer({ role: 'la-commissioner', hiddenChildIds }), without('RESTRICTED')],
    ['an IRO', iro, ['NO_REVIEWS']],
    ['an IRO not named for her child', { ...iro, hiddenChildIds: iro.namedChildIds }, []],
    ['a practice, of children for whom anything is delegated', practice, without('NOTHING')],
    ['a practice not named for a child', { ...practice, hiddenChildIds }, without('NOTHING', 'RESTRICTED')],
    ['an inspector', inspector, all],
    ['an inspector not named for a child', { ...inspector, hiddenChildIds }, without('RESTRICTED')],
    ['an analyst under a broken glass', { ...staff, ...underGlass }, ['NOTHING']],
    ['a practice under a broken glass', { ...practice, ...underGlass }, ['NOTHING']],
    ['whose glass is over', { ...staff, ...underGlass, breakGlass: { ...glass, until: '2026-11-22T10:00:00Z' } }, []],
    ['an integrator for children', aViewer({ role: 'integrator', scopes: ['children'] }), all],
    ['an integrator for all else', aViewer({ role: 'integrator', scopes: ['workforce', 'contracts', 'figures'] }), []],
  ];

  describe.each(everyLock)('%s', (locks) => {
    test.each(cases)('%s', async (_, viewer, expected) => {
      expect(await childrenSeen(database, viewer, { locks })).toEqual(expected.toSorted());
    });
  });

  test.each(tablesWithAccess)('rows of a hidden child are in $table for nobody who is not named', async (of) => {
    for (const viewer of [
      { ...staff, hiddenChildIds },
      { ...practice, hiddenChildIds },
      { ...inspector, namedChildIds: hiddenChildIds, hiddenChildIds },
    ]) {
      expect(await rowsIn(viewer, of, world.restricted)).toBe(0);
      expect(await rowsIn({ ...viewer, hiddenChildIds: [] }, of, world.restricted)).toBeGreaterThan(0);
      const sql = `SELECT ${of.key} FROM ${of.table} WHERE ${of.key} = '${idOf(world.restricted)}'`;
      expect(await database.figures(viewer, (db) => db.query(sql))).toEqual([]);
    }
  });

  const rowsIn = async (viewer: Viewer, { table, key }: { table: string; key: string }, child: ChildOfTest) =>
    (await database.read(viewer, (db) => db.query(`SELECT ${key} FROM ${table} WHERE ${key} = $1`, [idOf(child)])))
      .length;

  describe('rows of a part of the record, by row-level security alone', () => {
    const parts: [child: ChildOfTest, hides: string[]][] = [
      [world.open, []],
      [world.noCarePlanning, ['episode', 'period_of_care', 'legal_status_period']],
      [world.noPlacement, ['placement']],
      [world.noVisits, ['social_worker_episode']],
      [world.noReviews, ['review']],
      [world.noLeavingCare, ['care_leaver']],
      [world.nothing, tablesWithAccess.map(({ table }) => table)],
    ];

    test.each(parts)('are not the practice’s where the function is not delegated (%#)', async (child, hides) => {
      for (const of of tablesWithAccess) {
        const seen = await rowsIn(practice, of, child);
        expect([of.table, seen > 0]).toEqual([of.table, !hides.includes(of.table)]);
        expect(await rowsIn({ ...practice, ...underGlass, namedChildIds: [idOf(child)] }, of, child)).toBeGreaterThan(
          0,
        );
      }
    });

    test.each(tablesWithAccess)('are an inspector’s of $table as far as they are so today', async (of) => {
      const [whole, present] = [await rowsIn(inspector, of, world.open), await rowsIn(inspector, of, world.noVisits)];
      expect([whole, present]).toEqual(of.table === 'child' ? [1, 1] : of.table === 'review' ? [1, 0] : [2, 1]);
    });

    test('are of allocations those in force, for an inspector', async () => {
      const allocation = { table: 'allocation', key: 'child_id' };
      expect(await rowsIn(inspector, allocation, world.open)).toBe(2);
      expect(await rowsIn(inspector, allocation, world.noVisits)).toBe(1);
      expect(await rowsIn({ ...practice, hiddenChildIds }, allocation, world.restricted)).toBe(0);
      expect(await rowsIn({ ...practice, laCodes: [LEEDS] }, allocation, world.open)).toBe(0);
      const counted = (viewer: Viewer) =>
        database.figures(viewer, (db) =>
          db.query('SELECT id FROM allocation WHERE child_id = $1', [idOf(world.restricted)]),
        );
      expect(await counted(inspector)).toHaveLength(2);
      expect(await counted(practice)).toHaveLength(2);
      expect(await counted({ ...practice, practiceId: 'orchard' })).toEqual([]);
      expect(await counted({ ...inspector, hiddenChildIds })).toEqual([]);
    });
  });

  describe('the parts of a record, by the policy alone and by both locks', () => {
    const histories = ['episodes', 'placements', 'legalStatuses', 'socialWorkerEpisodes', 'reviews'] as const;
    const days = ['lookedAfter', 'placementOnDay', 'legalStatusOnDay', 'leadProfessional'] as const;
    const today = testClock.today();
    const past = plainDate('2020-06-01');

    const shown = (asked: typeof asking, viewer: Viewer, child: ChildOfTest) =>
      asked(database, viewer, async ({ loaders }) => {
        const row = await loaders.children.load(idOf(child));
        if (!row) return null;
        const answers: string[] = [];
        for (const name of histories) if ((await loaders[name].load(row)).length > 0) answers.push(name);
        for (const name of days) {
          if (await loaders[name].load({ child: row, on: today })) answers.push(`${name} today`);
          if (await loaders[name].load({ child: row, on: past })) answers.push(`${name} then`);
        }
        return answers;
      });
    const everything = [...histories, ...days.flatMap((name) => [`${name} today`, `${name} then`])];
    const but = (...left: string[]): string[] => everything.filter((one) => !left.some((name) => one.startsWith(name)));

    const cases2: [who: string, viewer: Viewer, child: ChildOfTest, expected: string[] | null][] = [
      ['an analyst', staff, world.nothing, everything],
      ['an IRO', iro, world.noReviews, everything],
      ['an inspector, of the sample', inspector, world.open, everything],
      ['an inspector, of others', inspector, world.noVisits, days.map((name) => `${name} today`)],
      ['a practice with all', practice, world.open, everything],
      [
        'without care planning',
        practice,
        world.noCarePlanning,
        but('episodes', 'legalStatuses', 'lookedAfter', 'legalStatusOnDay'),
      ],
      ['without placement', practice, world.noPlacement, but('placement')],
      ['without visits', practice, world.noVisits, but('socialWorkerEpisodes', 'leadProfessional')],
      ['without reviews', practice, world.noReviews, but('reviews')],
      ['without anything', practice, world.nothing, null],
      ['under a broken glass', { ...practice, ...underGlass }, world.nothing, everything],
    ];

    test.each(cases2)('%s', async (_, viewer, child, expected) => {
      expect(await shown(asking, viewer, child)).toEqual(expected);
      expect(await shown(askingPolicyAlone, viewer, child)).toEqual(expected);
    });

    test('a row that came past the policy shows nothing that row-level security withholds', async () => {
      const found = await asking(database, inspector, async ({ loaders }) => {
        const row = { ...childRowOf(world.restricted) };
        return loaders.placementOnDay.load({ child: row, on: today });
      });
      expect(found).not.toBeNull();
      const hidden = { ...inspector, hiddenChildIds };
      const gone = await asking(database, hidden, ({ loaders }) =>
        loaders.placementOnDay.load({ child: childRowOf(world.restricted), on: today }),
      );
      expect(gone).toBeNull();
    });
  });

  describe.each([
    ['both locks', asking],
    ['the policy alone', askingPolicyAlone],
  ])('lists and single children, by %s', (_, asked) => {
    const list = (viewer: Viewer, wanted: Parameters<typeof localIdsOf>[0]) =>
      asked(database, viewer, (context) => localIdsOf(wanted, context));
    const past = plainDate('2020-06-01');
    const contract = (viewer: Viewer, on: string) =>
      asked(database, viewer, async (context: Context) => {
        const page = await listContractChildren('c1', { first: 100, on: plainDate(on) }, context);
        const ids = page.edges.map(({ node }) => node.localId);
        expect(await page.countAll()).toBe(ids.length);
        return ids;
      });

    test('a child outside the sample cannot be opened, and can be named', async () => {
      const open = (viewer: Viewer, child: ChildOfTest) =>
        asked(database, viewer, (context) => openChild(idOf(child), context));
      expect(await open(inspector, world.open)).toMatchObject({ localId: 'OPEN' });
      expect(await open(inspector, world.noVisits)).toBeNull();
      const named = await asked(database, inspector, ({ loaders }) => loaders.children.load(idOf(world.noVisits)));
      expect(named).toMatchObject({ localId: 'NO_VISITS' });
      expect(await open({ ...staff, hiddenChildIds }, world.restricted)).toBeNull();
      expect(await open(iro, world.open)).toBeNull();
    });

    test('an inspector’s list of a day gone by, and of those behind a measure, holds the sample', async () => {
      expect(await list(inspector, { lookedAfterOn: testClock.today() })).toEqual(all.toSorted());
      expect(await list(inspector, { lookedAfterOn: past })).toEqual(['OPEN']);
      expect(await contract(inspector, '2026-11-22')).toEqual(all.toSorted());
      expect(await contract(inspector, '2020-06-01')).toEqual(['OPEN']);
    });

    test('today’s list beside that of a day gone by is whole', async () => {
      const both = await asked(database, inspector, (context) =>
        Promise.all(
          ['2026-11-22', '2020-06-01'].map((on) =>
            listContractChildren('c1', { first: 100, on: plainDate(on) }, context),
          ),
        ),
      );
      expect(both.map(({ edges }) => edges.length)).toEqual([all.length, 1]);
    });

    test('a practice’s list of those in care leaves out those for whom it does not plan care', async () => {
      const expected = without('NOTHING', 'NO_CARE_PLANNING').toSorted();
      expect(await list(practice, { lookedAfterOn: testClock.today() })).toEqual(expected);
    });

    test('a practice learns nothing of another practice’s contract', async () => {
      expect(await contract(practice, '2020-06-01')).toEqual(without('NOTHING').toSorted());
      expect(await contract({ ...practice, practiceId: 'orchard' }, '2020-06-01')).toEqual([]);
    });

    test('nothing comes after a child that one may not see', async () => {
      const after = cursorOf(idOf(world.noReviews));
      expect(await list(staff, { after })).toContain('OPEN');
      expect(await list({ ...staff, hiddenChildIds: idsOf(world.noReviews) }, { after })).toEqual([]);
      expect(await list(practice, { after: cursorOf(idOf(world.nothing)) })).toEqual([]);
    });

    test('hidden children are in no list and no count', async () => {
      const viewer = { ...staff, hiddenChildIds };
      expect(await list(viewer, { localIdStartsWith: 'R' })).toEqual([]);
      expect(await list(viewer, { practice: 'harbour' })).toEqual(without('NOTHING', 'RESTRICTED').toSorted());
      expect(await contract(viewer, '2020-06-01')).toEqual(without('RESTRICTED').toSorted());
    });
  });
});

function without(...left: string[]): string[] {
  return delegatedFunctions.filter((one) => !left.includes(one));
}
