import type { Viewer } from '@mainstay/subgraph-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aChild } from './testing/a-child.ts';
import { BIRMINGHAM, SANDWELL } from './testing/children-world.ts';
import { givenChildren, idOf } from './testing/given.ts';
import { startSafeguards, withoutRowSecurity, type SafeguardsWorld } from './testing/safeguards.ts';
import {
  analyst,
  commissioner,
  foreignManager,
  inspectorOfBirmingham,
  integrator,
  manager,
  otherManager,
  practiceManager,
  reviewingOfficer,
  worker,
} from './testing/staff.ts';

const allocations = (practice: string) => [{ practice, from: '2024-01-01' }];
const [plain, secret, foreign] = [aChild(), aChild(), aChild({ la: SANDWELL })];
const theirs = aChild({ allocations: allocations('harbour-practice') });
const children = [plain, secret, theirs, aChild({ allocations: allocations('oak-practice') })];
const INSPECTION = `${BIRMINGHAM}.inspection`;

const worlds: SafeguardsWorld[] = [];
const glasses: Record<string, string> = {};

beforeAll(async () => {
  const locked = await startSafeguards();
  await fill(locked);
  const unlocked = await startSafeguards(withoutRowSecurity);
  await copyRows(locked, unlocked);
  worlds.push(locked, unlocked);
});
afterAll(() => Promise.all(worlds.map((world) => world.close())));

const EVERYTHING = `query ($reps: [_Any!]!) {
  children(first: 100) { totalCount edges { node {
    id name { givenNames familyName } independentReviewingOfficer { id } restriction { id reason named { id } } } } }
  myBrokenGlasses { id childLocalId child { id } }
  _entities(representations: $reps) {
    ... on LocalAuthority {
      restrictions { id child { id } named { id } } brokenGlasses { id childLocalId reason review { note } } }
    ... on Inspection { sample { id } }
    ... on Restriction { id reason }
    ... on BreakGlass { id childLocalId reason }
    ... on Child { id name { givenNames } independentReviewingOfficer { id } restriction { id } } } }`;

const viewers: [string, Viewer, string | null][] = [
  ['a manager who is named', manager, null],
  ['a manager who is not', otherManager, null],
  ['an analyst', analyst, null],
  ['a commissioner', commissioner, null],
  ['a reviewing officer', reviewingOfficer, null],
  ['a machine', integrator, null],
  ['a worker', worker, null],
  ['the practice’s manager', practiceManager, null],
  ['an inspector', inspectorOfBirmingham, null],
  [
    'an inspector of another inspection',
    { ...inspectorOfBirmingham, inspection: { ...inspectorOfBirmingham.inspection!, id: 'x' } },
    null,
  ],
  ['a manager of another authority', foreignManager, null],
  ['an analyst under a broken glass', analyst, 'analyst'],
  ['a worker under a broken glass', worker, 'worker'],
];

describe('the policies alone tell what both locks tell', () => {
  test.each(viewers)('%s', async (_, viewer, glass) => {
    const references = await referencesTo(worlds[0]!);
    const presented = glass ? { breakGlassId: glasses[glass]! } : {};
    const [both, policies] = await Promise.all(
      worlds.map((world) => world.ask(viewer, EVERYTHING, { reps: references }, presented)),
    );
    expect(policies).toEqual(both);
    const told = JSON.stringify(both?.data);
    const mayKnow = viewer === manager || glass === 'analyst';
    expect(told.includes(idOf(secret))).toBe(mayKnow);
    expect(told.includes(`"${secret.localId}"`)).toBe(mayKnow || viewer === analyst);
    expect(told.includes(idOf(foreign))).toBe(viewer === foreignManager);
  });
});

async function fill(world: SafeguardsWorld): Promise<void> {
  await givenChildren(world.database, [...children, foreign]);
  const mutate = (viewer: Viewer, call: string, type: string, input: object) =>
    world.ask<Record<string, { breakGlass?: { id: string } }>>(viewer, `mutation ($input: ${type}!) { ${call} }`, {
      input,
    });
  for (const child of children) {
    const name = { childId: idOf(child), givenNames: 'Rowan', familyName: `Sampleby ${child.localId}` };
    await mutate(manager, 'recordChildName(input: $input) { id }', 'RecordChildNameInput', name);
  }
  const appointment = { childIds: children.slice(0, 3).map(idOf), officerId: 'officer', from: world.clock.today() };
  await mutate(
    manager,
    'appointIndependentReviewingOfficer(input: $input) { __typename }',
    'AppointIndependentReviewingOfficerInput',
    appointment,
  );
  const sample = { inspectionId: INSPECTION, childIds: [idOf(secret), idOf(theirs)] };
  await mutate(manager, 'sampleChildren(input: $input) { id }', 'SampleChildrenInput', sample);
  const restriction = { childId: idOf(secret), reason: 'The child of a colleague.', namedPersonIds: [] };
  await mutate(manager, 'restrictRecord(input: $input) { __typename }', 'RestrictRecordInput', restriction);
  for (const [viewer, child] of [
    [analyst, secret],
    [worker, plain],
  ] as const) {
    const { data } = await mutate(
      viewer,
      'breakGlass(input: $input) { ... on BreakGlassSuccess { breakGlass { id } } }',
      'BreakGlassInput',
      { localId: child.localId, reason: 'The police ask where she is now.' },
    );
    glasses[viewer.subject] = data['breakGlass']?.breakGlass?.id ?? '';
  }
}

/** The same rows in both databases, ids and all. */
async function copyRows(from: SafeguardsWorld, to: SafeguardsWorld): Promise<void> {
  await givenChildren(to.database, [...children, foreign]);
  const tables = [
    'child_name',
    'restriction',
    'restriction_person',
    'independent_reviewing_officer',
    'inspection_sample',
    'break_glass',
  ];
  for (const table of tables) {
    const rows = await from.database.owner((db) => db.query(`SELECT to_jsonb(t) AS row FROM ${table} t`));
    await to.database.owner((db) =>
      db.query(`INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(null::${table}, $1::jsonb)`, [
        JSON.stringify(rows.map(({ row }) => row)),
      ]),
    );
  }
}

async function referencesTo(world: SafeguardsWorld): Promise<object[]> {
  const ids = await world.database.owner((db) => db.query<{ id: string }>('SELECT id FROM restriction'));
  return [
    ...[BIRMINGHAM, SANDWELL].map((id) => ({ __typename: 'LocalAuthority', id })),
    { __typename: 'Inspection', id: INSPECTION },
    ...ids.map(({ id }) => ({ __typename: 'Restriction', id })),
    ...Object.values(glasses).map((id) => ({ __typename: 'BreakGlass', id })),
    ...[secret, plain, foreign].map((child) => ({ __typename: 'Child', id: idOf(child) })),
  ];
}
