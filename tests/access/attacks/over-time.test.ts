import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { places } from '../../testkit/small-world.ts';
import { answered } from '../matrix/matrix-world.ts';
import { day, madeBy, startAttackWorld, type AttackWorld } from './attack-world.ts';

/** What was once allowed and is over, and what is not allowed yet. */

let world: AttackWorld;
beforeAll(async () => {
  world = await startAttackWorld();
});
beforeEach(() => world.later(0));
afterAll(() => world?.stop());

const somebody: AttackWorld['somebody'] = (...args) => world.somebody(...args);
const ask: AttackWorld['ask'] = (...args) => world.ask(...args);
const change: AttackWorld['change'] = (...args) => world.change(...args);
const sees: AttackWorld['sees'] = (...args) => world.sees(...args);
const minutes = (count: number): number => count * 60_000;

describe('an inspection', () => {
  const INSPECTION = '{ __typename ... on OpenInspectionSuccess { inspection { id } } }';
  async function open(from: number, to: number, inspector: string): Promise<string> {
    const opened = await change(
      await world.platform.token('la-manager'),
      'openInspection',
      { kind: 'Attack', from: day(from), to: day(to), inspectorIds: [inspector] },
      INSPECTION,
    );
    return madeBy(opened, 'openInspection', 'inspection');
  }
  const lists = async (token: string): Promise<unknown> => {
    const { data } = await ask(
      token,
      `{ children { totalCount } localAuthority(id: "${places.home}") { contracts { id } inspections { id } workers { totalCount } childMeasures(from: "2025-04-01", to: "2026-03-31") { result { __typename } } } }`,
    );
    return JSON.stringify(data).replaceAll('"Suppressed"', '"Nothing"');
  };
  const nothing = /"children":\{"totalCount":0\}.*"contracts":\[\],"inspections":\[\],"workers":\{"totalCount":0\}/;

  test('that has not begun, is over, is another’s, or was closed a moment ago shows nothing', async () => {
    await open(3, 5, 'early');
    expect(await lists(somebody('early', 'ofsted-inspector'))).toMatch(nothing);
    expect(await lists(somebody('of-another', 'ofsted-inspector'))).toMatch(nothing);
    const id = await open(0, 5, 'late');
    const late = somebody('late', 'ofsted-inspector');
    expect(await lists(late)).not.toMatch(nothing);
    await change(await world.platform.token('la-manager'), 'closeInspection', {
      inspectionId: id,
    });
    expect(await lists(late)).toMatch(nothing);
  });

  test('is not made longer, wider or another’s by what a token says of it', async () => {
    const id = await open(0, 0, 'claimant');
    const claims = { la: places.home, inspection: { id, la: places.home, from: '2020-01-01', to: '2030-01-01' } };
    const token = somebody('claimant', 'ofsted-inspector', claims);
    expect(await lists(token)).not.toMatch(nothing);
    expect(await sees(token, world.subjects['in the inspection’s sample'])).toBe(false);
    world.later(minutes(24 * 60 - 1));
    const tomorrow = somebody('claimant', 'ofsted-inspector', claims);
    world.later(minutes(24 * 60));
    expect(await lists(tomorrow)).toMatch(nothing);
  });

  test('shows its own inspector no other inspection, sample or log', async () => {
    const id = await open(0, 5, 'curious');
    const token = somebody('curious', 'ofsted-inspector');
    const { data } = await ask<{ inspection: unknown; localAuthority: { inspections: { id: string }[] } }>(
      token,
      `{ inspection(id: "${world.inspectionId}") { id sample { id } } localAuthority(id: "${places.home}") { inspections { id sample { id } } } }`,
    );
    expect(data?.inspection ?? null).toBeNull();
    expect(data?.localAuthority.inspections).toEqual([{ id, sample: [] }]);
  });

  test('does not show a record that was taken out of the sample a moment ago', async () => {
    const manager = await world.platform.token('la-manager');
    const inspector = await world.platform.token('ofsted-inspector');
    const child = world.subjects['in the inspection’s sample'];
    expect(await sees(inspector, child)).toBe(true);
    await change(manager, 'removeFromSample', {
      inspectionId: world.inspectionId,
      childIds: [child.id],
    });
    expect(await sees(inspector, child)).toBe(false);
    await change(manager, 'sampleChildren', {
      inspectionId: world.inspectionId,
      childIds: [child.id],
    });
    expect(await sees(inspector, child)).toBe(true);
  });
});

describe('a reviewing officer', () => {
  test('sees a child from the day of the appointment, and not once another has it', async () => {
    const manager = await world.platform.token('la-manager');
    const child = world.subjects['with the authority'];
    const appoint = (officerId: string, from: number) =>
      change(manager, 'appointIndependentReviewingOfficer', {
        childIds: [child.id],
        officerId,
        from: day(from),
      });
    const [first, second] = [somebody('first-iro', 'la-iro'), somebody('second-iro', 'la-iro')];
    await appoint('first-iro', 0);
    expect([await sees(first, child), await sees(second, child)]).toEqual([true, false]);
    await appoint('second-iro', 2);
    expect([await sees(first, child), await sees(second, child)]).toEqual([true, false]);
    await appoint('second-iro', 0);
    expect([await sees(first, child), await sees(second, child)]).toEqual([false, true]);
    const { data } = await ask(
      first,
      `{ child(id: "${child.id}") { accesses { totalCount } } children { totalCount } }`,
    );
    expect(data).toEqual({ child: null, children: { totalCount: 0 } });
  });

  test('is not one for holding the name of one in another authority or another role', async () => {
    const child = world.subjects['reviewed by the IRO'];
    expect(await sees(somebody('demo:la-iro', 'la-iro'), child)).toBe(true);
    expect(await sees(somebody('demo:la-iro', 'la-iro', { la: places.away }), child)).toBe(false);
    expect(await sees(somebody('demo:la-iro', 'swp-worker', { practice: places.homePractice }), child)).toBe(false);
  });
});

describe('a practice', () => {
  test('sees nothing of a child, not even that it had one, from the moment the allocation ends; and nothing when its contract does', async () => {
    const { platform, subjects, contractId } = world;
    const [manager, worker] = [await platform.token('la-manager'), await platform.token('swp-worker')];
    const child = subjects['with the practice'];
    const count = async (): Promise<number> =>
      answered(await ask<{ children: { totalCount: number } }>(worker, '{ children { totalCount } }')).children
        .totalCount;
    const before = await count();
    const known = await ask<{ child: { allocations: { id: string }[] } }>(
      worker,
      `{ child(id: "${child.id}") { allocations { id } } }`,
    );
    const allocationIds = answered(known).child.allocations.map(({ id }) => id);
    await change(manager, 'endAllocations', {
      allocationIds,
      lastDay: day(0),
      reason: 'TAKEN_BACK',
      explanation: 'Returned to the authority.',
    });
    expect(await sees(worker, child)).toBe(false);
    expect(await count()).toBe(before - 1);
    const past = await ask(
      worker,
      `{ contract(id: "${contractId}") { children(on: "${day(-30)}", first: 100) { edges { node { id } } } } }`,
    );
    expect(JSON.stringify(past.data)).not.toContain(child.id);
    await change(manager, 'endContract', {
      contractId,
      lastDay: day(0),
      reason: 'The practice closes.',
    });
    expect(await count()).toBe(0);
    const after = await ask(
      worker,
      `{ children { totalCount } contract(id: "${contractId}") { children(on: "${day(-30)}") { totalCount } } localAuthority(id: "${places.home}") { people { id } } }`,
    );
    expect(after.data).toMatchObject({ children: { totalCount: 0 } });
    expect(JSON.stringify(after.data)).not.toMatch(/"totalCount":[1-9]/);
  });
});
