import { addDays, type PlainDate } from '@mainstay/primitives';
import type { Viewer } from '@mainstay/subgraph-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aChild } from '../../testing/a-child.ts';
import { BIRMINGHAM, clock, emptyDatabase, NOW, SANDWELL } from '../../testing/children-world.ts';
import { givenChildren, idOf } from '../../testing/given.ts';
import { startSafeguards, type SafeguardsWorld } from '../../testing/safeguards.ts';
import {
  analyst,
  foreignManager,
  inspectorOfBirmingham,
  integrator,
  manager,
  notManagers,
  reviewingOfficer,
  worker,
} from '../../testing/staff.ts';
import { canAppoint } from './independent-reviewing-officer.policy.ts';

let world: SafeguardsWorld;
const theirs = aChild({ allocations: [{ practice: 'harbour-practice', from: '2024-01-01' }] });
const [plain, foreign] = [aChild(), aChild({ la: SANDWELL })];
const today = clock.today();

beforeAll(async () => {
  world = await startSafeguards();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.at(NOW);
  await emptyDatabase(world.database);
  await givenChildren(world.database, [theirs, plain, foreign]);
});

const APPOINT = `mutation ($input: AppointIndependentReviewingOfficerInput!) {
  appointIndependentReviewingOfficer(input: $input) { __typename
    ... on AppointIndependentReviewingOfficerSuccess { children { id independentReviewingOfficer { id } } }
    ... on AppointmentDateError { earliest latest } } }`;
interface Appointed {
  readonly appointIndependentReviewingOfficer: { readonly __typename: string };
}
const inputOf = (parts: object = {}) => ({
  input: { childIds: [idOf(theirs), idOf(plain)], officerId: 'officer', from: today, ...parts },
});
const appoint = (parts: object = {}) => world.ask<Appointed>(manager, APPOINT, inputOf(parts));
const officers = async (viewer: Viewer): Promise<Record<string, string>> => {
  const { data } = await world.ask<{
    children: { edges: { node: { id: string; independentReviewingOfficer: { id: string } | null } }[] };
  }>(viewer, '{ children { edges { node { id independentReviewingOfficer { id } } } } }');
  const found = data.children.edges.flatMap(({ node }) =>
    node.independentReviewingOfficer ? [[node.id, node.independentReviewingOfficer.id]] : [],
  );
  return Object.fromEntries(found) as Record<string, string>;
};
const appointments = () =>
  world.database.owner((db) =>
    db.query(
      `SELECT officer_id AS officer, started_on AS "from", ended_on AS until FROM independent_reviewing_officer
       WHERE child_id = $1 AND superseded_at IS NULL ORDER BY started_on`,
      [idOf(plain)],
    ),
  );

describe('a reviewing officer', () => {
  test('is appointed for several children, and sees those and no others', async () => {
    const { data, touched } = await appoint();
    const childIds = [idOf(theirs), idOf(plain)];
    expect(data.appointIndependentReviewingOfficer).toMatchObject({
      children: childIds.map((id) => ({ id, independentReviewingOfficer: { id: 'officer' } })),
    });
    expect(touched.changes).toEqual([
      { what: 'reviewing officer appointed', laCode: BIRMINGHAM, ids: childIds, childIds },
    ]);
    await appoint({ childIds: [idOf(theirs)], officerId: 'another' });
    expect(await officers(reviewingOfficer)).toEqual({ [idOf(plain)]: 'officer' });
  });

  test('is shown to those who may open the record', async () => {
    await appoint();
    const both = { [idOf(theirs)]: 'officer', [idOf(plain)]: 'officer' };
    for (const viewer of [analyst, integrator]) expect(await officers(viewer)).toEqual(both);
    expect(await officers(worker)).toEqual({ [idOf(theirs)]: 'officer' });
    expect(await officers(inspectorOfBirmingham)).toEqual({});
    expect(await officers(foreignManager)).toEqual({});
  });

  test('ends the day before the next begins; what begins later is no more', async () => {
    const day = (days: number): PlainDate => addDays(today, days);
    await appoint({ from: day(-10) });
    await appoint({ officerId: 'second', from: day(20) });
    await appoint({ officerId: 'third', from: day(5) });
    expect(await appointments()).toEqual([
      { officer: 'officer', from: day(-10), until: day(4) },
      { officer: 'third', from: day(5), until: null },
    ]);
    await appoint({ officerId: 'corrected', from: day(-10) });
    expect(await appointments()).toEqual([{ officer: 'corrected', from: day(-10), until: null }]);
  });

  test('is one at a time, though several are appointed at once, and whoever writes', async () => {
    await Promise.all(['a', 'b', 'c', 'd'].map((officerId) => appoint({ officerId })));
    expect(await appointments()).toHaveLength(1);
    const twice = world.database.owner((db) =>
      db.query(`INSERT INTO independent_reviewing_officer VALUES ($1, $2, 'twice', 'x', $3, NULL, 'x', now(), NULL)`, [
        BIRMINGHAM,
        idOf(plain),
        addDays(today, 30),
      ]),
    );
    await expect(twice).rejects.toThrow(/ex_independent_reviewing_officer_one_per_child/);
  });

  test('is not appointed for a day more than a year away', async () => {
    const { data } = await appoint({ from: addDays(today, 367) });
    expect(data.appointIndependentReviewingOfficer).toEqual({
      __typename: 'AppointmentDateError',
      earliest: addDays(today, -366),
      latest: addDays(today, 366),
    });
  });
});

describe('it is refused', () => {
  test.each(notManagers.map((viewer) => [viewer.role, viewer] as const))('to %s', async (_, viewer) => {
    expect(canAppoint(viewer, BIRMINGHAM)).toBe(false);
    expect(await world.refusal(viewer, APPOINT, inputOf())).toBe('FORBIDDEN');
  });

  test.each([
    ['a child of another authority', { childIds: [idOf(plain), idOf(foreign)] }, 'NOT_FOUND'],
    ['no child', { childIds: [] }, 'BAD_USER_INPUT'],
    ['no officer', { officerId: ' ' }, 'BAD_USER_INPUT'],
  ])('for %s', async (_, parts, code) => {
    expect(await world.refusal(manager, APPOINT, inputOf(parts))).toBe(code);
    expect(await appointments()).toEqual([]);
  });
});

test('row-level security alone shows appointments as the graph does', async () => {
  await appoint();
  const rows = async (viewer: Viewer) => {
    const related = await world.related(viewer);
    const found = await world.database.read(related, (db) => db.query('SELECT id FROM independent_reviewing_officer'));
    return found.length;
  };
  const seen = await Promise.all([analyst, reviewingOfficer, worker, inspectorOfBirmingham, foreignManager].map(rows));
  expect(seen).toEqual([2, 2, 1, 0, 0]);
  const hiding = { ...analyst, hiddenChildIds: [idOf(plain)] };
  const left = await world.database.read(hiding, (db) => db.query('SELECT id FROM independent_reviewing_officer'));
  expect(left).toHaveLength(1);
});
