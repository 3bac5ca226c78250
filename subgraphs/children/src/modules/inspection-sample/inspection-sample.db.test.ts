import type { Viewer } from '@mainstay/subgraph-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aChild } from '../../testing/a-child.ts';
import { BIRMINGHAM, emptyDatabase, NOW, SANDWELL } from '../../testing/children-world.ts';
import { givenChildren, idOf } from '../../testing/given.ts';
import { startSafeguards, type SafeguardsWorld } from '../../testing/safeguards.ts';
import {
  analyst,
  commissioner,
  foreignManager,
  inspectorOfBirmingham,
  integrator,
  manager,
  otherManager,
  reviewingOfficer,
  worker,
} from '../../testing/staff.ts';
import { canReadSample, canSample } from './inspection-sample.policy.ts';

let world: SafeguardsWorld;
const [first, second, third, foreign] = [aChild(), aChild(), aChild(), aChild({ la: SANDWELL })];
const INSPECTION = `${BIRMINGHAM}.inspection`;

beforeAll(async () => {
  world = await startSafeguards();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.at(NOW);
  await emptyDatabase(world.database);
  await givenChildren(world.database, [first, second, third, foreign]);
});

const SAMPLE = `mutation ($input: SampleChildrenInput!) { sampleChildren(input: $input) { id sample { id } } }`;
const REMOVE = `mutation ($input: SampleChildrenInput!) { removeFromSample(input: $input) { sample { id } } }`;
const SHOW = `query ($reps: [_Any!]!) { _entities(representations: $reps) { ... on Inspection { sample { id } } } }`;
const RESTRICT = `mutation ($input: RestrictRecordInput!) { restrictRecord(input: $input) { __typename } }`;

const inputOf = (children: readonly (typeof first)[], inspectionId = INSPECTION) => ({
  input: { inspectionId, childIds: children.map(idOf) },
});
const sample = (...children: (typeof first)[]) => world.ask(manager, SAMPLE, inputOf(children));
const shown = async (viewer: Viewer, id = INSPECTION): Promise<string[]> => {
  const reps = [{ __typename: 'Inspection', id }];
  const { data } = await world.ask<{ _entities: { sample: { id: string }[] }[] }>(viewer, SHOW, { reps });
  return (data._entities[0]?.sample ?? []).map((child) => child.id);
};

describe('the sample of an inspection', () => {
  test('is chosen by the authority, and taken from', async () => {
    const { data, touched } = await sample(second, first);
    expect(data).toEqual({ sampleChildren: { id: INSPECTION, sample: [{ id: idOf(first) }, { id: idOf(second) }] } });
    expect(touched.changes).toMatchObject([
      { what: 'child sampled for inspection', laCode: BIRMINGHAM, ids: [INSPECTION] },
    ]);
    const again = await sample(first, third);
    expect(again.touched.changes).toMatchObject([{ childIds: [idOf(third)] }]);
    const removed = await world.ask(analyst, REMOVE, inputOf([first, third]));
    expect(removed.data).toEqual({ removeFromSample: { sample: [{ id: idOf(second) }] } });
    expect(removed.touched.changes).toMatchObject([{ what: 'child taken from sample' }]);
    expect((await world.ask(analyst, REMOVE, inputOf([first]))).touched.changes).toEqual([]);
    await sample(first);
    const rows = await world.database.owner((db) => db.query('SELECT id FROM inspection_sample'));
    expect(rows).toHaveLength(4);
  });

  test('is shown to the authority’s staff and to its inspectors', async () => {
    await sample(first);
    for (const viewer of [manager, analyst, commissioner, inspectorOfBirmingham]) {
      expect([viewer.role, await shown(viewer)]).toEqual([viewer.role, [idOf(first)]]);
    }
    const other = { ...inspectorOfBirmingham, inspection: { ...inspectorOfBirmingham.inspection!, id: 'other' } };
    for (const viewer of [foreignManager, worker, reviewingOfficer, integrator, other]) {
      expect([viewer.role, await shown(viewer)]).toEqual([viewer.role, []]);
    }
  });

  test('holds a restricted child for nobody who is not named', async () => {
    await sample(first, second);
    const input = { childId: idOf(first), reason: 'The child of a colleague.', namedPersonIds: [] };
    await world.ask(manager, RESTRICT, { input });
    expect(await shown(manager)).toEqual([idOf(first), idOf(second)]);
    for (const viewer of [otherManager, inspectorOfBirmingham]) expect(await shown(viewer)).toEqual([idOf(second)]);
    expect(await world.refusal(otherManager, SAMPLE, inputOf([first]))).toBe('NOT_FOUND');
  });

  test('opens the records in it to its inspectors, at once and no longer', async () => {
    const open = (await world.related(inspectorOfBirmingham)).namedChildIds;
    await sample(first);
    const opened = (await world.related(inspectorOfBirmingham)).namedChildIds;
    await world.ask(manager, REMOVE, inputOf([first]));
    const closed = (await world.related(inspectorOfBirmingham)).namedChildIds;
    expect([open, opened, closed]).toEqual([[], [idOf(first)], []]);
  });
});

describe('it is refused', () => {
  test.each([
    ['to a commissioner', commissioner, {}, 'FORBIDDEN'],
    ['to an IRO', reviewingOfficer, {}, 'FORBIDDEN'],
    ['to a practice', worker, {}, 'FORBIDDEN'],
    ['to the inspector', inspectorOfBirmingham, {}, 'FORBIDDEN'],
    ['to a machine', integrator, {}, 'FORBIDDEN'],
    ['for an inspection of another authority', manager, { inspectionId: `${SANDWELL}.x` }, 'NOT_FOUND'],
    ['for a child of another authority', manager, { childIds: [idOf(first), idOf(foreign)] }, 'NOT_FOUND'],
    ['for a child that does not exist', manager, { childIds: [`${BIRMINGHAM}.none`] }, 'NOT_FOUND'],
    ['for no child', manager, { childIds: [] }, 'BAD_USER_INPUT'],
  ])('%s', async (_, viewer, parts, code) => {
    const input = { ...inputOf([first]).input, ...parts };
    expect(await world.refusal(viewer, SAMPLE, { input })).toBe(code);
    expect(await shown(manager)).toEqual([]);
  });

  test('under a broken glass', () => {
    const under = { ...manager, breakGlass: { id: 'g', childId: 'c', until: '2026-11-22T13:00:00Z' } };
    expect(canSample(under, BIRMINGHAM)).toBe(false);
    expect(canReadSample(under, { inspectionId: INSPECTION, laCode: BIRMINGHAM })).toBe(false);
  });
});

test('row-level security alone shows the sample as the graph does', async () => {
  await sample(first, second);
  const rows = async (viewer: Viewer) =>
    world.database
      .read(await world.related(viewer), (db) => db.query('SELECT id FROM inspection_sample'))
      .then(
        (found) => found.length,
        (error: { code?: string }) => error.code,
      );
  const viewers = [manager, commissioner, inspectorOfBirmingham, foreignManager, integrator, worker, reviewingOfficer];
  expect(await Promise.all(viewers.map(rows))).toEqual([2, 2, 2, 0, 0, '42501', '42501']);
});
