import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@mainstay/subgraph-kit';
import { aChild } from '../../testing/a-child.ts';
import { givenChildren, idOf } from '../../testing/given.ts';
import { startSafeguards, withoutRowSecurity, type SafeguardsWorld } from '../../testing/safeguards.ts';
import { foreignManager, inspectorOfBirmingham, manager, reviewingOfficer, worker } from '../../testing/staff.ts';
import { refreshStaleDuties } from './duty.refresh.ts';

const harbour = { practice: 'harbour-practice', from: '2026-06-01' };
const theirs = aChild({ care: [{ from: '2026-10-01' }], allocations: [harbour] });
const partly = aChild({ care: [{ from: '2026-10-01' }], allocations: [{ ...harbour, functions: ['HEALTH'] }] });
const others = aChild({
  care: [{ from: '2026-10-01', to: '2026-11-01' }],
  allocations: [{ ...harbour, to: '2026-11-02' }],
});
const children = [theirs, partly, others];

/** What each may be told of: kinds of duties by child. */
const expected: readonly [who: string, viewer: Viewer, told: readonly string[]][] = [
  [
    'a practice',
    worker,
    [
      'HEALTH_ASSESSMENT of partly',
      'CARE_PLAN of theirs',
      'HEALTH_ASSESSMENT of theirs',
      'REVIEW of theirs',
      'VISIT of theirs',
    ],
  ],
  ['another authority', foreignManager, []],
  ['an inspector without a sample', inspectorOfBirmingham, []],
  ['a reviewing officer without children', reviewingOfficer, []],
];
const nameOf = (id: string) => ['theirs', 'partly', 'others'][children.map(idOf).indexOf(id)];

async function start(isRowSecurityOff: boolean): Promise<SafeguardsWorld> {
  const world = await startSafeguards((database) => (isRowSecurityOff ? withoutRowSecurity(database) : database));
  await givenChildren(world.database, children);
  await refreshStaleDuties(world, { laCodes: ['E08000025'] });
  return world;
}

describe('row-level security alone', () => {
  let world: SafeguardsWorld;
  beforeAll(async () => {
    world = await start(false);
  });
  afterAll(() => world.close());

  test.each(expected)('shows %s the rows it may be told of', async (_, viewer, told) => {
    const rows = await world.database.read(await world.related(viewer), (db) =>
      db.query<{ kind: string; childId: string }>(
        'SELECT DISTINCT kind, child_id AS "childId" FROM duty WHERE since <= sec.today()',
      ),
    );
    expect(rows.map(({ kind, childId }) => `${kind} of ${nameOf(childId)}`).toSorted()).toEqual([...told].toSorted());
  });

  test.each([
    ['a manager', manager],
    ['a practice', worker],
  ])('lets %s change none', async (_, viewer) => {
    const change = world.database.write(await world.related(viewer), (db) =>
      db.query('UPDATE duty SET due_on = since'),
    );
    await expect(change).rejects.toThrow('permission denied');
  });
});

describe('the policies alone, without row-level security,', () => {
  let world: SafeguardsWorld;
  beforeAll(async () => {
    world = await start(true);
  });
  afterAll(() => world.close());

  test.each(expected)('tell %s the same in lists', async (_, viewer, told) => {
    const { data } = await world.ask<{
      owner: { duties: { edges: { node: { kind: string; child: { id: string } } }[] } }[];
    }>(
      viewer,
      `query ($owner: [_Any!]!) { owner: _entities(representations: $owner) { ... on LocalAuthority {
        duties(first: 100, filter: { states: [LATE, DUE, DUE_SOON, NOT_RECORDED, MET, MET_LATE, MISSED, ENDED] }) {
          edges { node { kind child { id } } } } } } }`,
      { owner: [{ __typename: 'LocalAuthority', id: 'E08000025' }] },
    );
    const found = data.owner[0]!.duties.edges.map(({ node }) => `${node.kind} of ${nameOf(node.child.id)}`);
    expect([...new Set(found)].toSorted()).toEqual([...told].toSorted());
  });

  test('tell a practice the same of each child', async () => {
    const kinds = async (child: typeof theirs) => {
      const { data } = await world.ask<{ child: { duties: { kind: string }[] } | null }>(
        worker,
        `query ($id: ID!) { child(id: $id) { duties { kind } } }`,
        { id: idOf(child) },
      );
      return data.child && [...new Set(data.child.duties.map(({ kind }) => kind))].toSorted();
    };
    expect(await kinds(partly)).toEqual(['HEALTH_ASSESSMENT']);
    expect(await kinds(theirs)).toEqual(['CARE_PLAN', 'HEALTH_ASSESSMENT', 'REVIEW', 'VISIT']);
    expect(await kinds(others)).toBeNull();
  });
});
