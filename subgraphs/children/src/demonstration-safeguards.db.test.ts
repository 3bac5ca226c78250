import type { Viewer } from '@mainstay/subgraph-kit';
import { aViewer } from '@mainstay/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadDemonstrationSafeguards } from './index.ts';
import { aChild } from './testing/a-child.ts';
import { BIRMINGHAM, SANDWELL } from './testing/children-world.ts';
import { givenChildren } from './testing/given.ts';
import { startSafeguards, type SafeguardsWorld } from './testing/safeguards.ts';

let world: SafeguardsWorld;
const inspectionId = `${BIRMINGHAM}.demonstration`;
const demo = (role: Viewer['role'], parts: Partial<Viewer> = {}) =>
  aViewer({ subject: `demo:${role}`, role, ...parts });

beforeAll(async () => {
  world = await startSafeguards();
  const children = Array.from({ length: 120 }, (_, index) =>
    aChild(index % 2 ? {} : { allocations: [{ practice: 'canal-street-practice', from: '2024-01-01' }] }),
  );
  await givenChildren(world.database, [...children, aChild({ la: SANDWELL })]);
});
afterAll(() => world.close());

const load = () =>
  loadDemonstrationSafeguards(world, { laCodes: [BIRMINGHAM, SANDWELL], laCode: BIRMINGHAM, inspectionId });
const count = async (viewer: Viewer): Promise<number> => {
  const { data } = await world.ask<{ children: { totalCount: number } }>(viewer, '{ children { totalCount } }');
  return data.children.totalCount;
};

test('the demonstration shows who may see a child, and is loaded once', async () => {
  expect(await load()).toBe(true);
  expect(await load()).toBe(false);
  expect([await count(demo('la-manager')), await count(demo('la-analyst'))]).toEqual([120, 118]);
  expect(await count(demo('la-iro'))).toBe(30);

  const window = { id: inspectionId, laCode: BIRMINGHAM, from: world.clock.today(), to: world.clock.today() };
  const inspector = demo('ofsted-inspector', { audience: 'inspector', inspection: window });
  const { namedChildIds } = await world.related(inspector);
  expect(namedChildIds).toHaveLength(12);

  const names = `{ children(first: 100) { edges { node { name { givenNames familyName } } } } }`;
  const { data } = await world.ask<{
    children: { edges: { node: { name: { givenNames: string; familyName: string } } }[] };
  }>(demo('la-analyst'), names);
  const full = data.children.edges.map(({ node }) => `${node.name.givenNames} ${node.name.familyName}`);
  expect(new Set(full).size).toBe(100);

  const reps = [{ __typename: 'LocalAuthority', id: BIRMINGHAM }];
  const queue = `query ($reps: [_Any!]!) { _entities(representations: $reps) {
    ... on LocalAuthority { restrictions { named { id } } brokenGlasses(status: TO_REVIEW) { brokenBy { id } child { id } } } } }`;
  const answer = await world.ask(demo('la-manager'), queue, { reps });
  const restriction = { named: [{ id: 'demo:la-manager' }] };
  expect(answer.data).toEqual({
    _entities: [
      {
        restrictions: [restriction, restriction],
        brokenGlasses: [{ brokenBy: { id: 'demo:swp-worker' }, child: { id: expect.any(String) } }],
      },
    ],
  });
});
