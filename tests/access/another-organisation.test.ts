import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { places } from '../testkit/small-world.ts';
import { startTestPlatform, type TestPlatform } from '../testkit/test-platform.ts';

let platform: TestPlatform;
/** A child of the other authority, allocated to its practice. */
let foreignChild: string;
/** A child of the home authority that is allocated to nobody. */
let unallocatedChild: string;
let allocatedChild: string;

interface Children {
  readonly children: { readonly totalCount: number; readonly edges: { readonly node: { readonly id: string } }[] };
}
const CHILDREN = `query Children($la: ID, $practice: ID, $first: Int) {
  children(la: $la, practice: $practice, first: $first) { totalCount edges { node { id } } }
}`;

async function childrenOf(token: string, variables: Record<string, unknown> = {}): Promise<string[]> {
  const { data, errors } = await platform.ask<Children>(token, CHILDREN, { first: 100, ...variables });
  if (!data || errors.length > 0) throw new Error(`The children were not answered: ${errors[0]?.message}`);
  const ids = data.children.edges.map(({ node }) => node.id);
  if (data.children.totalCount < ids.length) throw new Error('The total is less than the page.');
  return ids;
}

beforeAll(async () => {
  platform = await startTestPlatform();
  const away = await platform.token('la-analyst', { la: places.away });
  const home = await platform.token('la-analyst');
  foreignChild = (await childrenOf(away, { practice: places.awayPractice }))[0] ?? '';
  const allocated = await childrenOf(home, { practice: places.homePractice });
  allocatedChild = allocated[0] ?? '';
  unallocatedChild = (await childrenOf(home)).find((id) => !allocated.includes(id)) ?? '';
  if (!foreignChild || !allocatedChild || !unallocatedChild) throw new Error('The small world lacks a child.');
});
afterAll(() => platform?.stop());

const strangers = [
  ['another authority’s analyst', 'la-analyst', { la: 'E08000028' }],
  ['another authority’s manager', 'la-manager', { la: 'E08000028' }],
  ['another practice’s worker', 'swp-worker', { practice: 'colne-practice' }],
  ['another practice’s manager', 'swp-manager', { practice: 'colne-practice' }],
  ['an inspector of another authority', 'ofsted-inspector', { la: 'E08000028' }],
  ['another authority’s integrator', 'integrator', { la: 'E08000028' }],
] as const;

describe.each(strangers)('for %s', (_name, account, place) => {
  test('a child of the home authority does not exist, by whichever way it is asked for', async () => {
    const token = await platform.token(account, place);
    const query = `query Ways($id: ID!, $la: ID!, $practice: ID!, $contract: ID!) {
      child(id: $id) { id }
      aliased: child(id: $id) { ... on Child { localId dateOfBirth episodes { id } leadProfessional { id } } }
      children(la: $la) { totalCount edges { node { id } } }
      behind: children(la: $la, behind: { indicator: "three-or-more-placements", from: "2025-04-01", to: "2026-03-31", part: DENOMINATOR }) { totalCount edges { node { id } } }
      ofPractice: children(practice: $practice) { totalCount edges { node { id } } }
      contract(id: $contract) { id children { totalCount } }
      localAuthority(id: $la) { id returns903 { collectionYear } contracts { id } childMeasures(from: "2025-04-01", to: "2026-03-31") { result { __typename } } }
      practice(id: $practice) { id contracts { id children { totalCount } } }
    }`;
    const variables = {
      id: allocatedChild,
      la: places.home,
      practice: places.homePractice,
      contract: 'canal-street-practice-2023',
    };
    const { data, errors } = await platform.ask<Record<string, unknown>>(token, query, variables);
    expect(errors).toEqual([]);
    expect(data).toMatchObject({
      child: null,
      aliased: null,
      children: { totalCount: 0, edges: [] },
      behind: { totalCount: 0, edges: [] },
      ofPractice: { totalCount: 0, edges: [] },
      contract: null,
      practice: null,
      localAuthority: { returns903: [], contracts: [] },
    });
    const authority = data?.['localAuthority'] as { childMeasures: { result: { __typename: string } }[] } | undefined;
    expect(new Set(authority?.childMeasures.map(({ result }) => result.__typename))).toEqual(new Set(['Suppressed']));
  });

  test('what a child that is there answers is what one that never was answers', async () => {
    const token = await platform.token(account, place);
    const ask = (id: string) => platform.ask(token, 'query One($id: ID!) { child(id: $id) { id localId } }', { id });
    const [there, never] = await Promise.all([ask(allocatedChild), ask(`${places.home}.aaaaaaaaaaaaaaaaaaaa`)]);
    expect({ ...there, extensions: {} }).toEqual({ ...never, extensions: {} });
  });
});

describe('practice staff', () => {
  test('see the children allocated to them and no other of the authority', async () => {
    const token = await platform.token('swp-worker');
    const seen = await childrenOf(token);
    expect(seen).toContain(allocatedChild);
    expect(seen).not.toContain(unallocatedChild);
    expect(seen).not.toContain(foreignChild);
    const home = await platform.token('la-analyst');
    const allocated = await childrenOf(home, { practice: places.homePractice });
    expect(seen.length).toBeLessThanOrEqual(allocated.length);
    expect(allocated).toEqual(expect.arrayContaining(seen));
  });

  test('cannot import a return, and are told so as a refusal', async () => {
    const token = await platform.token('swp-manager');
    const answer = await platform.ask(
      token,
      'mutation Import($input: StartImport903Input!) { startImport903(input: $input) { __typename } }',
      {
        input: { la: places.home, year: 2025, uploadIds: [] },
      },
    );
    expect(answer.errors[0]?.extensions?.code).toBe('FORBIDDEN');
  });
});

describe('an inspector', () => {
  test('sees the children of the authority under inspection and may change nothing', async () => {
    const token = await platform.token('ofsted-inspector');
    expect(await childrenOf(token)).toContain(unallocatedChild);
    for (const mutation of [
      'mutation { startImport903(input: { la: "E08000025", year: 2025, uploadIds: [] }) { __typename } }',
      'mutation { allocateChildren(input: { contractId: "canal-street-practice-2023", children: [], startedOn: "2026-01-01", idempotencyKey: "k" }) { __typename } }',
    ]) {
      const answer = await platform.ask(token, mutation);
      expect(answer.errors[0]?.extensions?.code).toBe('FORBIDDEN');
    }
  });
});

describe('nobody', () => {
  test('gets anything without signing in', async () => {
    const answer = await platform.ask(null, '{ localAuthority(id: "E08000025") { name } }');
    expect(answer.data).toBeNull();
    expect(answer.errors[0]?.extensions?.code).toBe('UNAUTHENTICATED');
  });
});
