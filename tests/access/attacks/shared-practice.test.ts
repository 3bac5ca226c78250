import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { places } from '../../testkit/small-world.ts';
import { answered } from '../matrix/matrix-world.ts';
import { day, startAttackWorld, toAllocate, type AttackWorld } from './attack-world.ts';

/**
 * One practice that works for two authorities, as real ones do: what is read through it, however deep, shows each
 * authority its own part alone, and the practice both.
 */

let world: AttackWorld;
/** The other authority's child, with the home practice. */
let guest: string;
const contractId = 'guest-contract';

beforeAll(async () => {
  world = await startAttackWorld();
  const { platform } = world;
  await platform.subgraphs?.databases.contracts.owner((db) =>
    db.query(
      `INSERT INTO contract (la_code, id, practice_id, starts_on, ends_on, agreed_children, agreed_children_tolerance, delegated_functions,
                             allocates_at)
       SELECT $1, $2, practice_id, starts_on, NULL, 10, 5, delegated_functions, 'INTERIM_ORDER' FROM contract WHERE id = $3`,
      [places.withoutPractice, contractId, world.contractId],
    ),
  );
  const manager = await platform.token('la-manager', { la: places.withoutPractice });
  const { children } = answered(
    await world.ask<{ children: { edges: { node: { id: string } }[] } }>(
      manager,
      `{ children(first: 1, lookedAfterOn: "${day()}") { edges { node { id } } } }`,
    ),
  );
  guest = children.edges[0]?.node.id ?? '';
  const { data } = await world.change(manager, 'allocateChildren', {
    contractId,
    children: [toAllocate(guest)],
    startedOn: day(-1),
    idempotencyKey: 'guest',
  });
  if (data?.['allocateChildren']?.['__typename'] !== 'AllocateChildrenSuccess')
    throw new Error('The guest was not allocated.');
  await platform.subgraphs?.subgraphs.children.catchUp();
});
afterAll(() => world?.stop());

const ways = (): Readonly<Record<string, string>> => ({
  'the practice’s contracts': `{ practice(id: "${places.homePractice}") { contracts { id localAuthority { id name } agreedChildren children(first: 100) { totalCount edges { node { id } } } } } }`,
  'the contract itself': `{ contract(id: "${contractId}") { id agreedChildren localAuthority { id } children { totalCount edges { node { id } } } } }`,
  'a child’s allocation and back': `{ children(practice: "${places.homePractice}", first: 2) { edges { node { allocations { contract { practice { contracts { id localAuthority { id contracts { id } } children(first: 100) { edges { node { id } } } } } } } } } } }`,
  'lists of the practice': `{ children(practice: "${places.homePractice}", first: 100) { totalCount edges { node { id } } } }`,
  'lists of the other authority': `{ children(la: "${places.withoutPractice}", first: 100) { totalCount edges { node { id } } } }`,
  'what is behind the practice’s figures': `{ children(practice: "${places.homePractice}", first: 100, behind: { indicator: "reviews-took-part", from: "2025-04-01", to: "2026-03-31", part: DENOMINATOR }) { totalCount edges { node { id } } } }`,
  'the practice’s people and posts': `{ practice(id: "${places.homePractice}") { workers(first: 100) { edges { node { id employments { employer { __typename } } } } } } localAuthority(id: "${places.withoutPractice}") { people { id } workers { totalCount } } }`,
  'the child by its id': `{ child(id: "${guest}") { id localAuthority { id } allocations { id } } }`,
});

describe.each(['la-analyst', 'la-commissioner', 'la-manager', 'la-iro', 'ofsted-inspector', 'integrator'])(
  '%s of one authority is shown nothing of the other',
  (account) => {
    const names = [
      'the practice’s contracts',
      'the contract itself',
      'a child’s allocation and back',
      'lists of the practice',
      'lists of the other authority',
      'what is behind the practice’s figures',
      'the practice’s people and posts',
      'the child by its id',
    ];
    test.each(names)('through %s', async (name) => {
      const { data } = await world.ask(await world.platform.token(account), ways()[name] ?? '');
      const text = JSON.stringify(data ?? null);
      expect(text).not.toContain(guest);
      expect(text).not.toContain(contractId);
      expect(text).not.toContain(places.withoutPractice);
    });
  },
);

describe('the practice', () => {
  test('sees the children of both, and each authority’s audit tells of its own alone', async () => {
    const worker = world.somebody('shared-worker', 'swp-worker', { practice: places.homePractice });
    const { children } = answered(
      await world.ask<{ children: { totalCount: number; edges: { node: { id: string } }[] } }>(
        worker,
        '{ children(first: 100) { totalCount edges { node { id } } } }',
      ),
    );
    const ids = children.edges.map(({ node }) => node.id);
    expect(ids).toContain(guest);
    expect(ids.length).toBeGreaterThan(2);
    const log = (la: string): string =>
      `{ localAuthority(id: "${la}") { auditEvents(first: 5, filter: { personId: "shared-worker", kinds: [LIST] }) { edges { node { listedCount recordCount lists { name size } } } } } }`;
    const foreign = await world.platform.token('la-manager', { la: places.withoutPractice });
    const { data } = await world.ask<{
      localAuthority: { auditEvents: { edges: { node: { listedCount: number; lists: { size: number }[] } }[] } };
    }>(foreign, log(places.withoutPractice));
    const [event] = data?.localAuthority.auditEvents.edges.map(({ node }) => node) ?? [];
    expect(event?.listedCount).toBe(1);
    expect(event?.lists.map(({ size }) => size)).toEqual([1]);
  });

  test('must say for whose child it breaks the glass, and cannot do so for a third authority’s', async () => {
    const worker = world.somebody('shared-worker', 'swp-worker', { practice: places.homePractice });
    const reason = 'The child rang and nobody else is here.';
    const unsaid = await world.change(worker, 'breakGlass', { localId: '100001', reason });
    expect(unsaid.errors[0]?.extensions?.code).toBe('BAD_USER_INPUT');
    const third = await world.change(worker, 'breakGlass', {
      la: places.away,
      localId: world.subjects['of another authority'].localId,
      reason,
    });
    expect(third.data?.['breakGlass']).toEqual({ __typename: 'NoSuchChildError' });
  });

  test('keeps the children of one authority, and no more, when the other ends its contract', async () => {
    const worker = await world.platform.token('swp-worker');
    const foreign = await world.platform.token('la-manager', { la: places.withoutPractice });
    expect(await world.sees(worker, { id: guest })).toBe(true);
    await world.change(foreign, 'endContract', { contractId, lastDay: day(), reason: 'The contract was a mistake.' });
    expect(await world.sees(worker, { id: guest })).toBe(false);
    expect(await world.sees(worker, world.subjects['with the practice'])).toBe(true);
    const { data } = await world.ask(
      worker,
      `{ children(la: "${places.withoutPractice}") { totalCount } localAuthority(id: "${places.withoutPractice}") { people { id } workers { totalCount } } }`,
    );
    expect(data).toEqual({ children: { totalCount: 0 }, localAuthority: { people: [], workers: { totalCount: 0 } } });
  });
});
