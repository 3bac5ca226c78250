import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixedClock, plainDate } from '@mainstay/primitives';
import { BadInputError, type Database, type Viewer } from '@mainstay/subgraph-kit';
import { aViewer, startTestDatabase } from '@mainstay/subgraph-kit/testing';
import { migrations } from '../../migrations/index.ts';
import { aChild, BIRMINGHAM, LEEDS } from '../../testing/a-child.ts';
import { asking, askingPolicyAlone, localIdsOf, testClock } from '../../testing/asking.ts';
import { givenChildren, idOf } from '../../testing/given.ts';
import { listChildren, listContractChildren, type ChildrenWanted } from './child.service.ts';

const harbour = (from: string, to?: string) => [
  { practice: 'harbour', contract: 'harbour-2023', from, ...(to ? { to } : {}) },
];

/** Today is 22 November 2026. */
const world = {
  everSince: aChild({
    localId: 'A1',
    allocations: harbour('2024-01-01'),
    workers: [
      { id: 'SW1', from: '2024-01-01', to: '2026-02-01' },
      { id: 'SW2', from: '2026-02-01' },
    ],
  }),
  fromToday: aChild({
    localId: 'A2',
    allocations: harbour('2026-11-22'),
    workers: [{ id: 'SW1', from: '2026-11-22' }],
  }),
  untilToday: aChild({ localId: 'A3', allocations: harbour('2024-01-01', '2026-11-22') }),
  fromTomorrow: aChild({ localId: 'A4', allocations: harbour('2026-11-23') }),
  untilYesterday: aChild({ localId: 'A5', allocations: harbour('2024-01-01', '2026-11-21') }),
  movedOn: aChild({
    localId: 'A6',
    allocations: [...harbour('2024-01-01', '2025-12-31'), { practice: 'orchard', from: '2026-01-01' }],
  }),
  withNobody: aChild({ localId: 'B1', care: [{ from: '2020-01-01', to: '2025-06-01' }] }),
  onBreaks: aChild({ localId: 'B2', care: [], placements: [], breaks: [{ from: '2024-01-01' }] }),
  ofLeeds: aChild({ la: LEEDS, localId: 'A1', allocations: harbour('2024-01-01') }),
};

const staff = aViewer();
const harbourStaff = aViewer({
  audience: 'practice',
  role: 'swp-worker',
  laCodes: [BIRMINGHAM, LEEDS],
  practiceId: 'harbour',
});
const inspector = aViewer({
  audience: 'inspector',
  role: 'ofsted-inspector',
  laCodes: [BIRMINGHAM],
  inspection: { id: 'i1', laCode: BIRMINGHAM, from: plainDate('2026-11-16'), to: plainDate('2026-11-22') },
});

describe('lists of children', () => {
  let database: Database;
  const list = (viewer: Viewer, wanted: Partial<ChildrenWanted> = {}, clock = testClock) =>
    asking(database, viewer, (context) => localIdsOf(wanted, context), clock);

  beforeAll(async () => {
    database = await startTestDatabase('children', { migrations, clock: testClock });
    await givenChildren(database, Object.values(world));
  });
  afterAll(() => database.close());

  test('hold the authority’s children, in order of local id', async () => {
    expect(await list(staff)).toEqual(['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'B1', 'B2']);
    expect(await list(staff, { la: LEEDS })).toEqual([]);
  });

  test('hold a practice’s children on the first day, the last day and between, of all its authorities', async () => {
    expect(await list(harbourStaff)).toEqual(['A1', 'A1', 'A2', 'A3']);
    expect(await list(harbourStaff, { la: LEEDS })).toEqual(['A1']);
    expect(await list({ ...harbourStaff, practiceId: 'orchard' })).toEqual(['A6']);
    expect(await list({ ...harbourStaff, practiceId: null })).toEqual([]);
  });

  test('leave out the children of an authority whose contract with the practice is not live', async () => {
    expect(await list({ ...harbourStaff, laCodes: [LEEDS] })).toEqual(['A1']);
  });

  test('show an inspector the authority’s children while the window is open', async () => {
    expect(await list(inspector)).toHaveLength(8);
  });

  test.each(['2026-11-15', '2026-11-23'])('show an inspector nothing on %s, outside the window', async (day) => {
    const clock = fixedClock(new Date(`${day}T12:00:00Z`));
    const onThatDay = await startTestDatabase('children', { migrations, clock });
    await givenChildren(onThatDay, [aChild()]);
    expect(await asking(onThatDay, inspector, (context) => localIdsOf({}, context), clock)).toEqual([]);
    const rows = await onThatDay.read(inspector, (db) => db.query('SELECT id FROM child'));
    expect(rows).toEqual([]);
    await onThatDay.close();
  });

  test('are narrowed by practice, by a day in care, by the start of the local id', async () => {
    expect(await list(staff, { practice: 'harbour' })).toEqual(['A1', 'A2', 'A3']);
    expect(await list(staff, { lookedAfterOn: plainDate('2025-06-01') })).not.toContain('B1');
    expect(await list(staff, { lookedAfterOn: plainDate('2025-05-31') })).toContain('B1');
    expect(await list(staff, { lookedAfterOn: testClock.today(), localIdStartsWith: ' b' })).toEqual(['B2']);
  });

  test('are narrowed to those whom a worker leads today', async () => {
    expect(await list(staff, { leadProfessional: 'SW1' })).toEqual(['A2']);
    expect(await list(staff, { leadProfessional: 'SW2' })).toEqual(['A1']);
    expect(await list(staff, { leadProfessional: 'SW3' })).toEqual([]);
  });

  test('come in pages that meet without gap or overlap', async () => {
    await asking(database, staff, async (context) => {
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const page = await listChildren({ first: 3, after }, context);
        seen.push(...page.edges.map(({ node }) => node.localId));
        expect(page.pageInfo.hasPreviousPage).toBe(after !== null);
        expect(await page.countAll()).toBe(8);
        after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      } while (after);
      expect(seen).toEqual(['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'B1', 'B2']);
    });
  });

  test('hold nothing of a child in their cursors but the id', async () => {
    const page = await asking(database, staff, (context) => listChildren({ first: 1 }, context));
    expect(JSON.parse(Buffer.from(page.edges[0]!.cursor, 'base64url').toString())).toEqual([idOf(world.everSince)]);
  });

  test('refuse pages of more than 100 and cursors of other lists', async () => {
    await expect(asking(database, staff, (context) => listChildren({ first: 101 }, context))).rejects.toThrow(
      BadInputError,
    );
    const after = 'bm90IGEgY3Vyc29y';
    await expect(asking(database, staff, (context) => listChildren({ first: 1, after }, context))).rejects.toThrow(
      BadInputError,
    );
  });

  test('of a contract hold who is allocated on the day and may be seen today', async () => {
    const on = async (viewer: Viewer, day: string) => {
      const page = await asking(database, viewer, (context) =>
        listContractChildren('harbour-2023', { first: 100, on: plainDate(day) }, context),
      );
      return page.edges.map(({ node }) => node.localId);
    };
    expect(await on(staff, '2025-12-31')).toEqual(['A1', 'A3', 'A5', 'A6']);
    expect(await on(staff, '2026-01-01')).toEqual(['A1', 'A3', 'A5']);
    expect(await on(harbourStaff, '2025-12-31')).toEqual(['A1', 'A1', 'A3']);
    expect(await on(aViewer({ laCodes: [LEEDS] }), '2025-12-31')).toEqual(['A1']);
  });

  test('of several contracts are answered in one statement, each with its own page', async () => {
    const counts = await asking(database, staff, async (context) => {
      const pages = await Promise.all([
        listContractChildren('harbour-2023', { first: 2 }, context),
        listContractChildren('orchard-2023', { first: 2 }, context),
        listContractChildren('no-such-contract', { first: 2 }, context),
      ]);
      expect(pages.map(({ edges }) => edges.map(({ node }) => node.localId))).toEqual([['A1', 'A2'], ['A6'], []]);
      return Promise.all(pages.map((page) => page.countAll()));
    });
    expect(counts).toEqual([3, 1, 0]);
  });

  test('are kept by the policy alone when row-level security is out of the way', async () => {
    const seenByOwner = (viewer: Viewer) => askingPolicyAlone(database, viewer, (context) => localIdsOf({}, context));
    expect(await seenByOwner(harbourStaff)).toEqual(['A1', 'A1', 'A2', 'A3']);
    expect(await seenByOwner(staff)).toHaveLength(8);
    expect(await seenByOwner(inspector)).toHaveLength(8);
    expect(await seenByOwner({ ...inspector, inspection: null })).toEqual([]);
  });

  test('are kept by row-level security alone when nothing else asks', async () => {
    const ids = async (viewer: Viewer) => {
      const rows = await database.read(viewer, (db) =>
        db.query<{ local_id: string }>('SELECT local_id FROM child ORDER BY 1'),
      );
      return rows.map((row) => row.local_id);
    };
    expect(await ids(harbourStaff)).toEqual(['A1', 'A1', 'A2', 'A3']);
    expect(await ids(staff)).toHaveLength(8);
    expect(await ids(aViewer({ laCodes: [LEEDS] }))).toEqual(['A1']);
  });

  test('and single children that one may not see do not exist', async () => {
    const load = (viewer: Viewer, id: string) => asking(database, viewer, ({ loaders }) => loaders.children.load(id));
    expect((await load(staff, idOf(world.movedOn)))?.localId).toBe('A6');
    expect(await load(staff, idOf(world.ofLeeds))).toBeNull();
    expect(await load(harbourStaff, idOf(world.untilYesterday))).toBeNull();
    expect(await load(harbourStaff, idOf(world.fromTomorrow))).toBeNull();
    expect(await load(staff, 'not an id')).toBeNull();
  });
});
