import type { Viewer } from '@mainstay/subgraph-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aChild } from '../../testing/a-child.ts';
import { BIRMINGHAM, emptyDatabase, NOW, SANDWELL } from '../../testing/children-world.ts';
import { givenChildren, idOf } from '../../testing/given.ts';
import { startSafeguards, type SafeguardsWorld } from '../../testing/safeguards.ts';
import { analyst, foreignManager, manager, notManagers, otherManager, worker } from '../../testing/staff.ts';

let world: SafeguardsWorld;
const [plain, secret] = [aChild(), aChild({ allocations: [{ practice: 'harbour-practice', from: '2024-01-01' }] })];
const foreign = aChild({ la: SANDWELL });

beforeAll(async () => {
  world = await startSafeguards();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.at(NOW);
  await emptyDatabase(world.database);
  await givenChildren(world.database, [plain, secret, foreign]);
});

const RESTRICT = `mutation ($input: RestrictRecordInput!) { restrictRecord(input: $input) {
  __typename
  ... on RestrictRecordSuccess { restriction { id reason placedBy { id } named { id } liftedAt child { id } } }
  ... on RecordRestrictedError { message restriction { id } } } }`;
const NAME = `mutation ($input: NameForRecordInput!) { nameForRecord(input: $input) { named { id } } }`;
const LIFT = `mutation ($input: LiftRestrictionInput!) { liftRestriction(input: $input) { liftedAt } }`;
const LIST = `query ($reps: [_Any!]!) { _entities(representations: $reps) {
  ... on LocalAuthority { restrictions { id liftedAt child { id } named { id } } } } }`;
const CHILDREN = `{ children { totalCount edges { node { id restriction { reason } } } } }`;
const REASON = 'The child of a colleague.';

interface Placed {
  readonly restrictRecord: {
    readonly __typename: string;
    readonly restriction: { readonly id: string; readonly named: readonly { readonly id: string }[] };
  };
}

const place = (viewer: Viewer, named: readonly string[] = [], childId = idOf(secret)) =>
  world.ask<Placed>(viewer, RESTRICT, { input: { childId, reason: REASON, namedPersonIds: named } });
const refused = (viewer: Viewer, parts: object = {}) =>
  world.refusal(viewer, RESTRICT, { input: { childId: idOf(secret), reason: REASON, namedPersonIds: [], ...parts } });
const seen = async (viewer: Viewer): Promise<string[]> => {
  const { data } = await world.ask<{ children: { totalCount: number; edges: { node: { id: string } }[] } }>(
    viewer,
    CHILDREN,
  );
  expect(data.children.totalCount).toBe(data.children.edges.length);
  return data.children.edges.map(({ node }) => node.id);
};
const listed = async (viewer: Viewer, la = BIRMINGHAM): Promise<{ id: string; liftedAt: string | null }[]> => {
  const reps = [{ __typename: 'LocalAuthority', id: la }];
  const { data } = await world.ask<{ _entities: { restrictions: { id: string; liftedAt: string | null }[] }[] }>(
    viewer,
    LIST,
    { reps },
  );
  return data._entities[0]?.restrictions ?? [];
};

describe('a restricted record', () => {
  test('is there for those named and for nobody else', async () => {
    const { data, touched } = await place(manager, ['worker']);
    const { restriction } = data.restrictRecord;
    expect(restriction).toMatchObject({
      reason: REASON,
      placedBy: { id: 'manager' },
      named: [{ id: 'manager' }, { id: 'worker' }],
      liftedAt: null,
    });
    expect(touched.changes).toEqual([
      { what: 'restriction placed', laCode: BIRMINGHAM, ids: [restriction.id], childIds: [idOf(secret)] },
    ]);
    expect(await seen(manager)).toEqual([idOf(plain), idOf(secret)]);
    expect(await seen(worker)).toEqual([idOf(secret)]);
    expect(await seen({ ...worker, subject: 'another' })).toEqual([]);
    for (const viewer of [analyst, otherManager]) expect(await seen(viewer)).toEqual([idOf(plain)]);
    expect(await listed(manager)).toMatchObject([{ id: restriction.id }]);
    for (const viewer of [otherManager, analyst, worker, foreignManager]) expect(await listed(viewer)).toEqual([]);
  });

  test('is told to be restricted already only to those who may know it', async () => {
    const { data } = await place(manager);
    const again = await place(manager);
    expect(again.data.restrictRecord).toMatchObject({
      __typename: 'RecordRestrictedError',
      restriction: { id: data.restrictRecord.restriction.id },
    });
    expect(again.touched.changes).toEqual([]);
    expect(await refused(otherManager)).toBe('NOT_FOUND');
  });

  test('is restricted once when two managers do it at once; the later is told of no child', async () => {
    const outcomes = await Promise.allSettled([place(manager), place(otherManager)]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const rows = await world.database.owner((db) => db.query('SELECT id FROM restriction'));
    expect(rows).toHaveLength(1);
  });

  test('is seen again by all once the restriction is lifted, which stays on record', async () => {
    const { data } = await place(manager);
    const input = { restrictionId: data.restrictRecord.restriction.id };
    expect(await world.refusal(otherManager, LIFT, { input })).toBe('NOT_FOUND');
    expect(await world.refusal(analyst, LIFT, { input })).toBe('FORBIDDEN');
    world.at('2026-11-22T13:00:00Z');
    const lift = await world.ask(manager, LIFT, { input });
    expect(lift.data).toEqual({ liftRestriction: { liftedAt: '2026-11-22T13:00:00.000Z' } });
    expect(lift.touched.changes).toMatchObject([{ what: 'restriction lifted', childIds: [idOf(secret)] }]);
    world.at('2026-11-22T14:00:00Z');
    const again = await world.ask(manager, LIFT, { input });
    expect(again).toMatchObject({ data: lift.data, touched: { changes: [] } });
    expect(await seen(analyst)).toHaveLength(2);
    expect(await listed(otherManager)).toMatchObject([{ liftedAt: '2026-11-22T13:00:00.000Z' }]);
    await place(otherManager);
    expect(await listed(otherManager)).toMatchObject([{ liftedAt: null }, { liftedAt: '2026-11-22T13:00:00.000Z' }]);
    expect(await listed(manager)).toEqual([]);
  });
});

describe('the people named', () => {
  test('are named anew; the managers stay', async () => {
    const { data } = await place(manager, ['other-manager', 'analyst']);
    const restrictionId = data.restrictRecord.restriction.id;
    const change = await world.ask(otherManager, NAME, { input: { restrictionId, namedPersonIds: ['worker'] } });
    expect(change.data).toEqual({
      nameForRecord: { named: [{ id: 'manager' }, { id: 'other-manager' }, { id: 'worker' }] },
    });
    expect(change.touched.changes).toMatchObject([
      { what: 'people named for a restricted record', ids: [restrictionId] },
    ]);
    expect(await seen(analyst)).toEqual([idOf(plain)]);
    expect(await seen(worker)).toEqual([idOf(secret)]);
    const rows = await world.database.owner((db) =>
      db.query('SELECT person_id AS id FROM restriction_person WHERE ended_at IS NOT NULL'),
    );
    expect(rows).toEqual([{ id: 'analyst' }]);
    const same = await world.ask(otherManager, NAME, { input: { restrictionId, namedPersonIds: ['worker'] } });
    expect(same.touched.changes).toEqual([]);
  });

  test('are changed by managers who are named, while it is in force', async () => {
    const { data } = await place(manager);
    const input = { restrictionId: data.restrictRecord.restriction.id, namedPersonIds: [] };
    expect(await world.refusal(otherManager, NAME, { input })).toBe('NOT_FOUND');
    expect(await world.refusal(foreignManager, NAME, { input })).toBe('NOT_FOUND');
    expect(await world.refusal(worker, NAME, { input })).toBe('FORBIDDEN');
    await world.ask(manager, LIFT, { input: { restrictionId: input.restrictionId } });
    expect(await world.refusal(manager, NAME, { input })).toBe('BAD_USER_INPUT');
  });
});

describe('it is refused', () => {
  test.each(notManagers.map((viewer) => [viewer.role, viewer] as const))('to %s', async (_, viewer) => {
    expect(await refused(viewer)).toBe('FORBIDDEN');
  });

  test.each([
    ['a child of another authority', { childId: idOf(foreign) }, 'NOT_FOUND'],
    ['no child', { childId: `${BIRMINGHAM}.none` }, 'NOT_FOUND'],
    ['no reason', { reason: '   short   ' }, 'BAD_USER_INPUT'],
    ['an empty person', { namedPersonIds: [' '] }, 'BAD_USER_INPUT'],
    ['too many people', { namedPersonIds: Array.from({ length: 101 }, (_, index) => `p${index}`) }, 'BAD_USER_INPUT'],
  ])('for %s', async (_, parts, code) => {
    expect(await refused(manager, parts)).toBe(code);
  });
});

describe('row-level security alone', () => {
  const rows = async (viewer: Viewer) => {
    const related = await world.related(viewer);
    return world.database
      .read(related, (db) =>
        db.query('SELECT id FROM restriction UNION ALL SELECT restriction_id FROM restriction_person'),
      )
      .catch((error: { code?: string }) => (error.code === '42501' ? [] : Promise.reject(error as Error)));
  };

  test('shows the rows of a hidden child to nobody but those named of the authority’s staff', async () => {
    await place(manager, ['worker', 'analyst']);
    expect(await rows(manager)).toHaveLength(4);
    expect(await rows(analyst)).toHaveLength(4);
    for (const viewer of [otherManager, worker, foreignManager, ...notManagers.slice(2)]) {
      expect([viewer.role, await rows(viewer)]).toEqual([viewer.role, []]);
    }
  });

  test('lets nobody but managers write, and nobody delete', async () => {
    await place(manager, ['analyst']);
    const write = async (viewer: Viewer, sql: string) => {
      const related = await world.related(viewer);
      return world.database
        .write(related, (db) => db.query(sql))
        .then(
          (changed) => changed.length,
          (error: { code?: string }) => error.code,
        );
    };
    const lift = `UPDATE restriction SET lifted_at = now(), lifted_by = 'x' RETURNING id`;
    expect(await write(analyst, lift)).toBe(0);
    expect(await write(otherManager, lift)).toBe(0);
    expect(await write(manager, 'DELETE FROM restriction')).toBe('42501');
    expect(await write(manager, `UPDATE restriction SET reason = 'another'`)).toBe('42501');
    expect(await write(manager, lift)).toBe(1);
  });
});
