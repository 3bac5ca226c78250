import type { Viewer } from '@mainstay/subgraph-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aChild } from '../../testing/a-child.ts';
import { BIRMINGHAM, SANDWELL } from '../../testing/children-world.ts';
import { givenChildren, idOf } from '../../testing/given.ts';
import { startSafeguards, type SafeguardsWorld } from '../../testing/safeguards.ts';
import {
  analyst,
  commissioner,
  foreignManager,
  inspectorOfBirmingham,
  integrator,
  manager,
  practiceManager,
  reviewingOfficer,
  worker,
} from '../../testing/staff.ts';
import { canRecordName } from './child-name.policy.ts';

let world: SafeguardsWorld;
const allocations = (practice: string) => [{ practice, from: '2024-01-01' }];
const theirs = aChild({ allocations: allocations('harbour-practice') });
const partly = aChild({ allocations: allocations('harbour-practice') });
const others = aChild({ allocations: allocations('oak-practice') });
const foreign = aChild({ la: SANDWELL });
const children = [theirs, partly, others];

const RECORD = `mutation ($input: RecordChildNameInput!) { recordChildName(input: $input) {
  name { givenNames familyName } } }`;
const record = (viewer: Viewer, child: typeof theirs, givenNames = 'Rowan', familyName = 'Sampleby') =>
  world.ask(viewer, RECORD, { input: { childId: idOf(child), givenNames, familyName } });

beforeAll(async () => {
  world = await startSafeguards();
  await givenChildren(world.database, [...children, foreign]);
  await world.database.owner((db) =>
    db.query(`UPDATE allocation SET functions = '{PLACEMENT,HEALTH}' WHERE child_id = $1`, [idOf(partly)]),
  );
  for (const child of children) await record(manager, child);
});
afterAll(() => world.close());

/** Whose names the viewer is told: over the graph, by the policies alone, by row-level security alone. */
async function named(viewer: Viewer): Promise<{ graph: string[]; rows: string[] }> {
  const { data } = await world.ask<{
    children: { edges: { node: { id: string; name: object | null } }[] };
  }>(viewer, '{ children { edges { node { id name { givenNames } } } } }');
  const related = await world.related(viewer);
  const rows = await world.database.read(related, (db) =>
    db.query<{ id: string }>('SELECT child_id AS id FROM child_name'),
  );
  const known = children.map(idOf);
  const graph = data.children.edges.filter(({ node }) => node.name).map(({ node }) => node.id);
  return {
    graph: known.filter((id) => graph.includes(id)),
    rows: known.filter((id) => rows.some((row) => row.id === id)),
  };
}

describe('a name is told', () => {
  test.each([
    ['to the authority’s staff', analyst, children],
    ['to its machines', integrator, children],
    ['to a practice, of its own children where it plans their care', worker, [theirs]],
    ['to no other authority', foreignManager, []],
    ['to no reviewing officer of others', reviewingOfficer, []],
    ['to no inspector of children outside the sample', inspectorOfBirmingham, []],
    ['to no practice whose contract is over', { ...worker, practiceId: 'former' }, []],
  ])('%s', async (_, viewer, expected) => {
    const ids = expected.map(idOf);
    expect(await named(viewer)).toEqual({ graph: ids, rows: ids });
  });

  test('to an inspector of children in the sample', async () => {
    await world.ask(manager, 'mutation ($input: SampleChildrenInput!) { sampleChildren(input: $input) { id } }', {
      input: { inspectionId: inspectorOfBirmingham.inspection?.id, childIds: [idOf(partly)] },
    });
    expect(await named(inspectorOfBirmingham)).toEqual({ graph: [idOf(partly)], rows: [idOf(partly)] });
  });
});

describe('a name is recorded', () => {
  test('in place of the one before, which stays on record', async () => {
    const { data, touched } = await record(analyst, others, '  Rowan \n Sage ', 'Testwick');
    expect(data).toEqual({ recordChildName: { name: { givenNames: 'Rowan Sage', familyName: 'Testwick' } } });
    expect(touched.changes).toEqual([
      { what: 'child name recorded', laCode: BIRMINGHAM, ids: [idOf(others)], childIds: [idOf(others)] },
    ]);
    expect((await record(analyst, others, 'Rowan Sage', 'Testwick')).touched.changes).toEqual([]);
    const rows = await world.database.owner((db) =>
      db.query('SELECT family_name AS name, superseded_at IS NULL AS present FROM child_name WHERE child_id = $1', [
        idOf(others),
      ]),
    );
    expect(rows).toHaveLength(2);
    expect(rows).toContainEqual({ name: 'Sampleby', present: false });
  });

  test('once when several do at once', async () => {
    await Promise.all(Array.from({ length: 5 }, (_, index) => record(manager, theirs, `Name ${index}`)));
    const rows = await world.database.owner((db) =>
      db.query('SELECT id FROM child_name WHERE child_id = $1 AND superseded_at IS NULL', [idOf(theirs)]),
    );
    expect(rows).toHaveLength(1);
  });

  test('by analysts and managers of the authority', () => {
    const may = [analyst, manager].map((viewer) => canRecordName(viewer, BIRMINGHAM));
    const mayNot = [
      commissioner,
      reviewingOfficer,
      integrator,
      worker,
      practiceManager,
      inspectorOfBirmingham,
      foreignManager,
    ];
    expect(may).toEqual([true, true]);
    expect(mayNot.some((viewer) => canRecordName(viewer, BIRMINGHAM))).toBe(false);
  });

  test.each([
    ['a practice', worker, {}, 'FORBIDDEN'],
    ['a commissioner', commissioner, {}, 'FORBIDDEN'],
    ['a child of another authority', manager, { childId: idOf(foreign) }, 'NOT_FOUND'],
    ['no given name', manager, { givenNames: ' ' }, 'BAD_USER_INPUT'],
    ['a long name', manager, { familyName: 'x'.repeat(201) }, 'BAD_USER_INPUT'],
  ])('not for %s', async (_, viewer, parts, code) => {
    const input = { childId: idOf(theirs), givenNames: 'A', familyName: 'B', ...parts };
    expect(await world.refusal(viewer, RECORD, { input })).toBe(code);
  });
});
