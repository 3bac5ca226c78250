import { addDays } from '@mainstay/primitives';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aChild } from '../../testing/a-child.ts';
import { BIRMINGHAM, emptyDatabase, NOW, SANDWELL } from '../../testing/children-world.ts';
import { givenChildren, idOf } from '../../testing/given.ts';
import { startSafeguards, type SafeguardsWorld } from '../../testing/safeguards.ts';
import { analyst, inspectorOfBirmingham, integrator, manager, reviewingOfficer, worker } from '../../testing/staff.ts';
import type { ViewerRelationships } from './viewer-relationships.internal.ts';

let world: SafeguardsWorld;
const [plain, secret, foreign] = [aChild(), aChild(), aChild({ la: SANDWELL })];
const INSPECTION = `${BIRMINGHAM}.inspection`;

beforeAll(async () => {
  world = await startSafeguards();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.at(NOW);
  await emptyDatabase(world.database);
  await givenChildren(world.database, [plain, secret, foreign]);
});

const mutate = (viewer: typeof manager, mutation: string, input: object) =>
  world.ask<Record<string, { breakGlass: { id: string } }>>(viewer, mutation, { input });
const restrict = (named: readonly string[] = []) =>
  mutate(manager, 'mutation ($input: RestrictRecordInput!) { restrictRecord(input: $input) { __typename } }', {
    childId: idOf(secret),
    reason: 'The child of a colleague.',
    namedPersonIds: named,
  });
const appoint = (from = world.clock.today(), officerId = 'officer') =>
  mutate(
    manager,
    `mutation ($input: AppointIndependentReviewingOfficerInput!) {
      appointIndependentReviewingOfficer(input: $input) { __typename } }`,
    { childIds: [idOf(plain), idOf(secret)], officerId, from },
  );
const sample = () =>
  mutate(manager, 'mutation ($input: SampleChildrenInput!) { sampleChildren(input: $input) { id } }', {
    inspectionId: INSPECTION,
    childIds: [idOf(plain), idOf(secret)],
  });
const asked = (parts: Record<string, string>) =>
  world.call<ViewerRelationships>('viewer-relationships', {
    laCodes: BIRMINGHAM,
    subject: 'analyst',
    role: 'la-analyst',
    ...parts,
  });
const nothing = { hidden: [], named: [], breakGlass: null };
const ids = (...children: (typeof plain)[]) => children.map(idOf).toSorted();

describe('hidden are the children', () => {
  test('whose restriction does not name the viewer, in those authorities', async () => {
    await restrict(['worker']);
    expect(await asked({})).toEqual({ ...nothing, hidden: ids(secret) });
    expect(await asked({ laCodes: SANDWELL })).toEqual(nothing);
    expect(await asked({ laCodes: `${SANDWELL},${BIRMINGHAM}` })).toEqual({ ...nothing, hidden: ids(secret) });
    expect(await asked({ laCodes: '' })).toEqual(nothing);
    for (const { subject, role } of [manager, worker]) expect(await asked({ subject, role })).toEqual(nothing);
  });

  test('to a machine, whatever its subject is', async () => {
    await restrict(['integrator']);
    const { subject, role } = integrator;
    expect(await asked({ subject, role })).toEqual({ ...nothing, hidden: ids(secret) });
  });
});

describe('named are the children', () => {
  const officer = { subject: reviewingOfficer.subject, role: reviewingOfficer.role };

  test('whom an IRO reviews today, but for hidden ones', async () => {
    await appoint();
    expect(await asked(officer)).toEqual({ ...nothing, named: ids(plain, secret) });
    await restrict();
    expect(await asked(officer)).toEqual({ hidden: ids(secret), named: ids(plain), breakGlass: null });
    expect(await asked({ ...officer, role: 'swp-worker' })).toMatchObject({ named: [] });
    expect(await asked({ ...officer, laCodes: SANDWELL })).toMatchObject({ named: [] });
  });

  test('from the first day of the appointment to its last', async () => {
    const today = world.clock.today();
    await appoint(addDays(today, 1));
    await appoint(addDays(today, 3), 'another');
    expect(await asked(officer)).toEqual(nothing);
    for (const [day, count] of [
      ['2026-11-23T00:00:00Z', 2],
      ['2026-11-24T23:59:59.999Z', 2],
      ['2026-11-25T00:00:00Z', 0],
    ] as const) {
      world.at(day);
      expect([day, (await asked(officer)).named.length]).toEqual([day, count]);
    }
  });

  test('in the sample of the viewer’s inspection, but for hidden ones', async () => {
    await sample();
    const { subject, role } = inspectorOfBirmingham;
    const inspector = { subject, role, inspectionId: INSPECTION };
    expect(await asked(inspector)).toEqual({ ...nothing, named: ids(plain, secret) });
    expect(await asked({ ...inspector, inspectionId: `${BIRMINGHAM}.other` })).toEqual(nothing);
    expect(await asked({ ...inspector, role: 'la-analyst' })).toEqual(nothing);
    await restrict();
    expect(await asked(inspector)).toEqual({ hidden: ids(secret), named: ids(plain), breakGlass: null });
  });
});

describe('under a broken glass', () => {
  const breaking = async (viewer: typeof manager, child: typeof plain): Promise<string> => {
    const { data } = await mutate(
      viewer,
      `mutation ($input: BreakGlassInput!) { breakGlass(input: $input) {
        ... on BreakGlassSuccess { breakGlass { id } } } }`,
      { localId: child.localId, reason: 'The police ask where she is.' },
    );
    return data['breakGlass']!.breakGlass.id;
  };

  test('its child is named and not hidden, and no other is named', async () => {
    await restrict();
    const id = await breaking(analyst, secret);
    const until = '2026-11-22T13:00:00.000Z';
    expect(await asked({ breakGlassId: id })).toEqual({
      hidden: [],
      named: ids(secret),
      breakGlass: { id, childId: idOf(secret), until },
    });
    expect(await asked({})).toEqual({ ...nothing, hidden: ids(secret) });
  });

  test('an IRO sees that child alone', async () => {
    await appoint();
    await mutate(
      manager,
      `mutation ($input: AppointIndependentReviewingOfficerInput!) {
        appointIndependentReviewingOfficer(input: $input) { __typename } }`,
      { childIds: [idOf(secret)], officerId: 'another', from: world.clock.today() },
    );
    const id = await breaking(reviewingOfficer, secret);
    const { subject, role } = reviewingOfficer;
    expect(await asked({ subject, role, breakGlassId: id })).toMatchObject({ named: ids(secret) });
  });

  test.each([
    ['one that does not exist', {}, `${BIRMINGHAM}.none`],
    ['another’s', { subject: 'commissioner' }, null],
    ['one broken in another role', { role: 'la-manager' }, null],
    ['one of an authority the viewer has left', { laCodes: SANDWELL }, null],
  ])('%s opens nothing', async (_, parts, other) => {
    await restrict();
    const id = await breaking(analyst, secret);
    const { named, breakGlass } = await asked({ ...parts, breakGlassId: other ?? id });
    expect({ named, breakGlass }).toEqual({ named: [], breakGlass: null });
  });

  test('it opens nothing from the end of its 60 minutes on', async () => {
    await restrict();
    const id = await breaking(analyst, secret);
    world.at('2026-11-22T12:59:59.999Z');
    expect((await asked({ breakGlassId: id })).breakGlass).not.toBeNull();
    world.at('2026-11-22T13:00:00Z');
    expect(await asked({ breakGlassId: id })).toEqual({ ...nothing, hidden: ids(secret) });
  });
});

test('only the platform itself asks', async () => {
  const caller = { kind: 'viewer', viewer: manager } as const;
  const refused = world.call('viewer-relationships', { laCodes: BIRMINGHAM }, { caller });
  await expect(refused).rejects.toMatchObject({ code: 'FORBIDDEN' });
});
