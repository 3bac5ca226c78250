import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { places } from '../../testkit/small-world.ts';
import { startTestPlatform, type TestPlatform } from '../../testkit/test-platform.ts';

let platform: TestPlatform;
let token: string;
beforeAll(async () => {
  platform = await startTestPlatform();
  token = await platform.token('la-manager');
});
afterAll(() => platform?.stop());

async function ask(
  body: Record<string, unknown>,
): Promise<{ status: number; codes: unknown[]; data: unknown; text: string }> {
  const response = await fetch(`${platform.url}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  const { data, errors = [] } = JSON.parse(text) as { data?: unknown; errors?: { extensions?: { code?: string } }[] };
  const codes = errors.map(({ extensions }) => extensions?.code);
  return { status: response.status, codes, data, text };
}

const nested = (depth: number): string =>
  `{ practice(id: "x") ${'{ contracts { practice '.repeat(depth)}{ id }${' } }'.repeat(depth)} }`;
const fragments = (count: number): string =>
  `{ localAuthority(id: "x") { ...F0 } } ${Array.from({ length: count }, (_, index) => `fragment F${index} on LocalAuthority { ...F${index + 1} ...F${index + 1} }`).join(' ')} fragment F${count} on LocalAuthority { id }`;

describe('a document is refused that is', () => {
  const bombs: readonly (readonly [string, string, string])[] = [
    ['too deep', nested(40), 'DEPTH_LIMIT_EXCEEDED'],
    [
      'too deep through fragments',
      `{ practice(id: "x") { ...A } } fragment A on Practice { contracts { practice { ...B } } } ${'BCDEFGHIJ'
        .split('')
        .map(
          (name, index) => `fragment ${name} on Practice { contracts { practice { ...${'BCDEFGHIJK'[index + 1]} } } }`,
        )
        .join(' ')} fragment K on Practice { id }`,
      'DEPTH_LIMIT_EXCEEDED',
    ],
    [
      'full of aliases',
      `{ ${Array.from({ length: 19 }, (_, index) => `a${index}: localAuthority(id: "x") { b: name c: name }`).join(' ')} }`,
      'ALIASES_LIMIT_EXCEEDED',
    ],
    [
      'full of aliases in fragments',
      `{ localAuthority(id: "x") { ...F ...F ...F ...F } } fragment F on LocalAuthority { ${Array.from({ length: 10 }, (_, index) => `a${index}: name`).join(' ')} }`,
      'ALIASES_LIMIT_EXCEEDED',
    ],
    ['wide at the top', `{ ${'children { totalCount } '.repeat(25)} }`, 'ROOT_FIELDS_LIMIT_EXCEEDED'],
    [
      'wide at the top through fragments',
      `{ ...F } fragment F on Query { ${'children { totalCount } '.repeat(25)} }`,
      'ROOT_FIELDS_LIMIT_EXCEEDED',
    ],
    ['full of directives', `{ __typename ${'@include(if: true) '.repeat(30)} }`, 'DIRECTIVES_LIMIT_EXCEEDED'],
    ['too long', `{ ${'children { totalCount } '.repeat(800)} }`, 'TOKENS_LIMIT_EXCEEDED'],
    ['not a document', '{ children(', 'GRAPHQL_PARSE_FAILED'],
    [
      'costly by its pages',
      '{ localAuthorities(first: 100) { edges { node { workers(first: 100) { edges { node { employments { role } } } } } } } }',
      'COST_LIMIT_EXCEEDED',
    ],
    ['costly by a page of many', '{ children(first: 2147483647) { edges { node { id } } } }', 'COST_LIMIT_EXCEEDED'],
  ];
  test.each(bombs)('%s', async (_name, query, code) => {
    const { codes, data } = await ask({ query });
    expect(codes).toEqual([code]);
    expect(data ?? null).toBeNull();
  });

  test('made of fragments that double thirty times: it is answered or refused', async () => {
    const { status } = await ask({ query: fragments(30) });
    expect(status).toBeLessThan(500);
  });

  test('made of a fragment that spreads itself', async () => {
    const { codes } = await ask({
      query:
        '{ localAuthority(id: "x") { ...F } } fragment F on LocalAuthority { practices { contracts { localAuthority { ...F } } } }',
    });
    expect(codes.length).toBeGreaterThan(0);
  });

  test('costly by the value of a variable', async () => {
    const query =
      'query ($n: Int) { localAuthorities(first: $n) { edges { node { workers(first: $n) { edges { node { id } } } } } } }';
    expect((await ask({ query, variables: { n: 100_000 } })).codes).toEqual(['COST_LIMIT_EXCEEDED']);
  });
});

describe('which operation is meant cannot be hidden from what is counted and written down', () => {
  const revoke = 'mutation Revoke { revokeCredential(input: { id: "x" }) { id } }';
  const lots = 'query Lots { children(first: 100) { edges { node { id episodes { id } } } } }';

  test('an empty name is none: the operation costs what it costs', async () => {
    const [named, empty] = await Promise.all(
      [undefined, ''].map((operationName) => cost({ query: lots, operationName })),
    );
    expect(empty).toBe(named);
    expect(Number(empty)).toBeGreaterThan(100);
  });

  test('a mutation with an empty name is written down as a mutation, before it is run', async () => {
    const kinds =
      'query ($la: ID!) { localAuthority(id: $la) { auditEvents(first: 5, filter: { kinds: [CHANGE] }) { totalCount } } }';
    const count = async (): Promise<number> => {
      const { data } = await platform.ask<{ localAuthority: { auditEvents: { totalCount: number } } }>(token, kinds, {
        la: places.home,
      });
      return data?.localAuthority.auditEvents.totalCount ?? 0;
    };
    const before = await count();
    await ask({ query: revoke, operationName: '' });
    expect(await count()).toBeGreaterThan(before);
  });

  test.each([
    { query: revoke, operationName: 'Other' },
    { query: `${lots} ${revoke}` },
    { query: `${lots} ${revoke}`, operationName: '' },
    { query: `${lots} ${lots}`, operationName: 'Lots' },
    { query: 'fragment F on Query { __typename }' },
    { query: 'subscription { x }' },
    { query: 'type Query { a: Int }' },
  ])('what names none, or several, is not run: %j', async (body) => {
    const { codes, data } = await ask(body);
    expect(codes.length).toBeGreaterThan(0);
    expect(data ?? null).toBeNull();
    expect(codes).not.toContain('INTERNAL_SERVER_ERROR');
    expect(codes).not.toContain('NOT_FOUND');
  });

  async function cost(body: object): Promise<string | null> {
    const response = await fetch(`${platform.url}/graphql`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return response.headers.get('x-mainstay-cost');
  }
});

describe('what belongs to the inside of the graph is not there', () => {
  test.each([
    '{ _service { sdl } }',
    'query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }',
    '{ __type(name: "_Entity") { name possibleTypes { name } } }',
    '{ __type(name: "_Service") { name } }',
    '{ ... on _Entity { __typename } }',
  ])('%s', async (query) => {
    const { data } = await ask({ query, variables: { r: [{ __typename: 'Child', id: 'x' }] } });
    expect(JSON.stringify(data ?? null)).toMatch(/^(?:null|\{"__type":null\})$/);
  });
});

describe('a value nobody can mean is refused in so many words, and is no fault', () => {
  const cursor = (key: unknown): string => Buffer.from(JSON.stringify(key)).toString('base64url');
  const texts = [
    'a\u0000b',
    '\u0000',
    cursor(['a\u0000']),
    cursor([1e300]),
    cursor([-5]),
    cursor([1.5]),
    cursor([]),
    cursor([[1]]),
    cursor({ __proto__: 1 }),
    cursor([null]),
    cursor(['2026-02-30T00:00:00.000000Z', 'x']),
    cursor(['2026-01-01T00:00:00.000000Z', '\u0000']),
    '%',
    '🧨',
    '\ud800',
    "' OR 1=1 --",
    'x'.repeat(20_000),
  ];
  const queries = {
    'an id':
      'query ($x: ID!) { child(id: $x) { id } contract(id: $x) { id } practice(id: $x) { id } localAuthority(id: $x) { name } inspection(id: $x) { id } import903(id: $x) { id } }',
    'a cursor of children': 'query ($x: String!) { children(after: $x, first: 1) { totalCount } }',
    'a cursor of authorities': 'query ($x: String!) { localAuthorities(after: $x, first: 1) { totalCount } }',
    'a cursor of imports': 'query ($x: String!) { imports903(after: $x, first: 1) { totalCount } }',
    'a cursor of workers': `query ($x: String!) { localAuthority(id: "${places.home}") { workers(after: $x, first: 1) { totalCount } } }`,
    'a cursor of the audit': `query ($x: String!) { localAuthority(id: "${places.home}") { auditEvents(after: $x, first: 1) { totalCount } } }`,
    'a cursor of signals': `query ($x: String!) { localAuthority(id: "${places.home}") { misuseSignals(after: $x, first: 1) { totalCount } } }`,
    'the start of a number': 'query ($x: String!) { children(localIdStartsWith: $x) { totalCount } }',
    'a person of the audit': `query ($x: ID!) { localAuthority(id: "${places.home}") { auditEvents(filter: { personId: $x, childId: $x }) { totalCount } } }`,
    'a role': `query ($x: String!) { localAuthority(id: "${places.home}") { people(role: $x) { id } } }`,
    'an indicator': `query ($x: ID!) { localAuthority(id: "${places.home}") { childMeasures(from: "2025-04-01", to: "2026-03-31", indicators: [$x]) { indicator { code } } } }`,
    'a table': `query ($x: String!) { localAuthority(id: "${places.home}") { return903Csv(year: 2025, table: $x) } }`,
    'a child to break the glass for':
      'mutation ($x: String!) { breakGlass(input: { localId: $x, reason: "To be tested, and for nothing else." }) { __typename } }',
    'a child to name':
      'mutation ($x: ID!) { recordChildName(input: { childId: $x, givenNames: "A", familyName: "B" }) { id } }',
    'a name':
      'mutation ($x: String!) { registerCredential(input: { name: $x, purpose: "To be tested, no more.", scopes: [FIGURES], expiresOn: "2020-01-01" }) { __typename } }',
    'an upload': 'mutation ($x: ID!) { importPostcodes(input: { uploadId: $x }) { __typename } }',
    'a credential': 'mutation ($x: ID!) { revokeCredential(input: { id: $x }) { id } }',
    'an allocation':
      'mutation ($x: ID!) { endAllocations(input: { allocationIds: [$x], lastDay: "2026-11-22", reason: TAKEN_BACK, explanation: "To be tested." }) { __typename } }',
    'a person': 'mutation ($x: ID!) { signOutEverywhere(input: { personId: $x }) { endedSessions } }',
  };
  test.each(Object.entries(queries))('%s', async (_name, query) => {
    for (const x of texts) {
      const { codes, status } = await ask({ query, variables: { x } });
      expect({ x: x.slice(0, 60), codes, status }).toEqual({
        x: x.slice(0, 60),
        codes: codes.filter((code) => code !== 'INTERNAL_SERVER_ERROR'),
        status: 200,
      });
    }
  });

  test.each([
    { n: -1 },
    { n: 0 },
    { n: 101 },
    { n: 2 ** 31 },
    { n: 1.5 },
    { n: '5' },
    { n: [5] },
    { n: {} },
    { n: null },
    { n: true },
  ])('a page of %j', async ({ n }) => {
    const { codes, data } = await ask({
      query: 'query ($n: Int) { children(first: $n) { edges { node { id } } } }',
      variables: { n },
    });
    expect(codes).not.toContain('INTERNAL_SERVER_ERROR');
    expect(codes.length).toBe(1);
    expect(data ?? null).toBeNull();
  });

  test('lists within lists of variables, and names of a prototype', async () => {
    let deep: unknown = 'x';
    for (let depth = 0; depth < 5_000; depth += 1) deep = [deep];
    const query = `query ($x: [ID!]) { localAuthority(id: "${places.home}") { childMeasures(from: "2025-04-01", to: "2026-03-31", indicators: $x) { indicator { code } } } }`;
    for (const x of [
      deep,
      Array.from({ length: 20_000 }, () => 'x'),
      { constructor: 1 },
      ['constructor', 'toString'],
    ]) {
      const { codes } = await ask({ query, variables: { x, constructor: { prototype: 1 }, toString: 'x' } });
      expect(codes.length).toBeGreaterThan(0);
      expect(codes).not.toContain('INTERNAL_SERVER_ERROR');
    }
  });

  test('a wrong value is not repeated', async () => {
    const query = 'query ($n: Int) { children(first: $n) { totalCount } }';
    expect((await ask({ query, variables: { n: 'canary-5417' } })).text).not.toContain('canary-5417');
  });
});
