import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLogger } from '@mainstay/subgraph-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { places } from '../../testkit/small-world.ts';
import { startTestPlatform, type TestPlatform } from '../../testkit/test-platform.ts';
import { mint } from './forged-token.ts';
import { rawRequest, sendRaw } from './raw-http.ts';

/** Looking without leaving a trace, and leaving traces where none may be. */

let platform: TestPlatform;
const log: string[] = [];
let manager: string;
const children: string[] = [];

beforeAll(async () => {
  const logger = createLogger({
    service: 'attacked',
    now: () => new Date(),
    write: (line: string) => void log.push(line),
  });
  platform = await startTestPlatform({ logger });
  manager = await platform.token('la-manager');
  const { data } = await platform.ask<{ children: { edges: { node: { id: string } }[] } }>(
    manager,
    `{ children(practice: "${places.homePractice}", first: 20) { edges { node { id } } } }`,
  );
  children.push(...(data?.children.edges.map(({ node }) => node.id) ?? []));
});
afterAll(() => platform?.stop());

/** How often somebody looked at a child, as the audit has it. */
async function looksAt(id: string, person: string): Promise<number> {
  const query = `query ($la: ID!, $id: ID!, $person: ID!) { localAuthority(id: $la) { auditEvents(filter: { childId: $id, personId: $person }) { totalCount } } }`;
  const { data } = await platform.ask<{ localAuthority: { auditEvents: { totalCount: number } } }>(manager, query, {
    la: places.home,
    id,
    person,
  });
  return data?.localAuthority.auditEvents.totalCount ?? 0;
}

describe('nobody looks at a child without a trace', () => {
  const ways: Readonly<Record<string, (id: string) => string>> = {
    'by id': (id) => `{ child(id: "${id}") { localId } }`,
    'under an alias': (id) => `{ nothing: child(id: "${id}") { x: __typename } }`,
    'without a name for the operation': (id) => `query { child(id: "${id}") { dateOfBirth } }`,
    'in a fragment of a fragment': (id) =>
      `{ ...A } fragment A on Query { ...B } fragment B on Query { child(id: "${id}") { sex { code } } }`,
    'beside an error': (id) => `{ child(id: "${id}") { localId } children(first: 1000) { totalCount } }`,
    'where a field of it is skipped': (id) =>
      `query { child(id: "${id}") { localId @skip(if: true) dateOfBirth @include(if: true) } }`,
    'in a list': () => `{ children(practice: "${places.homePractice}", first: 100) { edges { node { id } } } }`,
    'in a list of which the total alone is asked, and the page': () =>
      `{ children(practice: "${places.homePractice}", first: 100) { totalCount pageInfo { endCursor } } }`,
    'through a contract': () =>
      `{ practice(id: "${places.homePractice}") { contracts { children(first: 100) { edges { node { localId } } } } } }`,
    'through the allocations of others': () =>
      `{ practice(id: "${places.homePractice}") { contracts { children(first: 100) { edges { node { allocations { child { dateOfBirth } } } } } } } }`,
  };
  test.each(Object.keys(ways))('%s', async (way) => {
    const person = `looker ${way}`;
    const token = mint(platform, { sub: person, role: 'la-analyst', la: places.home });
    const id = children[3] ?? '';
    await platform.ask(token, ways[way]?.(id) ?? '');
    // Who looked at whom is found a second later: when it has been sealed.
    await expect.poll(() => looksAt(id, person), { timeout: 10_000 }).toBe(1);
  });

  test('who breaks off before the answer', async () => {
    const token = mint(platform, { sub: 'hasty', role: 'la-analyst', la: places.home });
    const id = children[4] ?? '';
    for (let turn = 0; turn < 20; turn += 1) {
      await fetch(`${platform.url}/graphql`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ query: `{ child(id: "${id}") { localId } }` }),
        signal: AbortSignal.timeout(20),
      }).catch(() => undefined);
    }
    await expect.poll(() => looksAt(id, 'hasty'), { timeout: 10_000 }).toBeGreaterThan(0);
  });

  test('who is refused, over and over', async () => {
    const token = mint(platform, { sub: 'stubborn', role: 'la-analyst', la: places.home });
    for (let turn = 0; turn < 12; turn += 1)
      await platform.ask(token, `{ localAuthority(id: "${places.home}") { auditEvents { totalCount } } }`);
    const { data } = await platform.ask<{ localAuthority: { auditEvents: { totalCount: number } } }>(
      manager,
      `{ localAuthority(id: "${places.home}") { auditEvents(filter: { personId: "stubborn", outcome: REFUSED }) { totalCount } } }`,
    );
    expect(data?.localAuthority.auditEvents.totalCount).toBeGreaterThan(0);
  });

  test.each([{}, { la: places.home }, { la: places.away }, { la: 'platform' }])(
    'verifying the audit is for managers of the authority and for operators: %j',
    async (body) => {
      const status = async (token: string): Promise<number> =>
        (
          await fetch(`${platform.url}/audit/verify`, {
            method: 'POST',
            headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
            body: JSON.stringify(body),
          })
        ).status;
      for (const account of [
        'la-analyst',
        'la-commissioner',
        'la-iro',
        'swp-manager',
        'ofsted-inspector',
        'integrator',
      ]) {
        expect(await status(await platform.token(account))).toBe(403);
      }
      const isOwn = !('la' in body) || body.la === places.home;
      expect(await status(manager)).toBe(isOwn ? 200 : 403);
      expect(await status(await platform.token('platform-operator'))).toBe(200);
    },
  );
});

describe('an operator of the platform', () => {
  test.each([
    '{ children { totalCount } }',
    '{ __typename }',
    '{ localAuthorities { totalCount } }',
    'mutation { revokeCredential(input: { id: "x" }) { id } }',
    '{ mySessions { id } }',
  ])('asks the graph nothing: %s', async (query) => {
    const { status, data } = await platform.ask(await platform.token('platform-operator'), query);
    expect({ status, data }).toEqual({ status: 403, data: null });
  });

  test('sends no file', async () => {
    await expect(platform.upload(await platform.token('platform-operator'), 'x.csv', 'x')).rejects.toThrow('403');
  });
});

test('what somebody sends does not stand in any log', async () => {
  const canary = 'Canary5417';
  const token = await platform.token('la-manager');
  const queries: [string, object?][] = [
    [`{ children(localIdStartsWith: "${canary}") { totalCount } }`],
    [`query ($x: Int) { children(first: $x) { totalCount } }`, { x: canary }],
    [`query ($x: String) { children(localIdStartsWith: $x) { totalCount } }`, { x: `${canary}\u0000` }],
    [`query ($x: ID!) { child(id: $x) { id } }`, { x: canary }],
    [
      `mutation ($x: String!) { recordChildName(input: { childId: "${children[0]}", givenNames: $x, familyName: $x }) { id } }`,
      { x: canary },
    ],
    [
      `mutation ($x: String!) { recordChildName(input: { childId: "${children[0]}", givenNames: $x, familyName: $x }) { id } }`,
      { x: `${canary}\u0000` },
    ],
    [
      `mutation ($x: String!) { restrictRecord(input: { childId: "${children[0]}", reason: $x, namedPersonIds: [$x] }) { __typename } }`,
      { x: `${canary} for a reason` },
    ],
    [
      `mutation ($x: String!) { breakGlass(input: { localId: $x, reason: $x }) { __typename } }`,
      { x: `${canary} for a good reason` },
    ],
    [
      `mutation ($x: ID!) { endAllocations(input: { allocationIds: [$x], lastDay: "2026-11-22", reason: TAKEN_BACK, explanation: "To be tested." }) { __typename } }`,
      { x: canary },
    ],
    [`{ ${canary}`],
    [`{ children(first: "${canary}") { totalCount } }`],
  ];
  for (const [query, variables] of queries) {
    await platform.ask(token, query, (variables ?? {}) as Record<string, unknown>);
    await platform.ask(await platform.token('ofsted-inspector'), query, (variables ?? {}) as Record<string, unknown>);
  }
  await platform.upload(token, `${canary}.csv`, `CHILD,SEX\n${canary},${canary}\n`);
  for (const path of [
    `/${canary}`,
    `/la/${canary}?name=${canary}`,
    `/sign-in?returnTo=/${canary}`,
    `/sign-in/callback?code=${canary}&state=${canary}`,
    `/assets/${canary}.js`,
    `/%${canary}`,
  ]) {
    await sendRaw(
      platform.url,
      rawRequest(`GET ${path}`, [`Cookie: mainstay-session=${canary}`, `X-Canary: ${canary}`, `User-Agent: ${canary}`]),
    );
  }
  await platform.ask(`${canary}.${canary}.${canary}`, '{ __typename }');
  const postgres = join(platform.dataDir, 'postgres', 'postgres.log');
  expect(existsSync(postgres)).toBe(true);
  expect(log.length).toBeGreaterThan(10);
  expect(log.filter((line) => line.includes(canary))).toEqual([]);
  expect(
    readFileSync(postgres, 'utf8')
      .split('\n')
      .filter((line) => line.includes(canary)),
  ).toEqual([]);
});
