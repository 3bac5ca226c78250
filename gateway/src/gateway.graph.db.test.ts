import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestGateway, type TestGateway } from './testing/test-gateway.ts';

interface Answer {
  data?: Record<string, unknown> | null;
  errors?: { message: string; path?: unknown[]; extensions: Record<string, unknown> }[];
  extensions?: Record<string, unknown>;
}

const crossing = `query ($la: ID!) { localAuthority(id: $la) { name practices { contracts { children(first: 2) { edges { node {
  localId leadProfessional { name employments { role } } } } } } } } }`;

describe.each([{ apart: false }, { apart: true }])('the graph over subgraphs (apart: $apart)', ({ apart }) => {
  let gateway: TestGateway;
  const answer = async (body: unknown, headers: Record<string, string> = {}) =>
    (await (await gateway.ask(body, headers)).json()) as Answer;
  const codes = async (body: unknown) => (await answer(body)).errors?.map(({ extensions }) => extensions['code']);

  beforeAll(async () => {
    gateway = await startTestGateway({ apart, limits: { subgraphMs: 300, requestMs: 1_000 } });
  });
  afterAll(async () => gateway.close());

  it('answers an operation that crosses the three subgraphs, for the viewer of the token', async () => {
    const { data, errors, extensions } = await answer({ query: crossing, variables: { la: 'E08000025' } });
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      localAuthority: {
        practices: [
          {
            contracts: [
              { children: { edges: [{ node: { localId: '900', leadProfessional: { name: 'Test Worker' } } }] } },
            ],
          },
        ],
      },
    });
    expect(extensions?.['cost']).toBeGreaterThan(0);
    expect(gateway.stand.viewers.at(-1)).toMatchObject({
      subject: 'demo:la-analyst',
      role: 'la-analyst',
      audience: 'la',
      laCodes: ['E08000025'],
    });
  });

  it('gives a practice’s viewer the local authorities of its live contracts, asked at most every five seconds', async () => {
    const token = await gateway.token('swp-worker');
    gateway.stand.viewerContexts.length = 0;
    for (let i = 0; i < 3; i += 1)
      await gateway.ask({ query: '{ child(id: "x") { id } }' }, { authorization: `Bearer ${token}` });
    expect(gateway.stand.viewers.at(-1)).toMatchObject({
      audience: 'practice',
      practiceId: 'harbour-practice',
      laCodes: ['E08000025'],
    });
    expect(gateway.stand.viewerContexts.length).toBeLessThanOrEqual(1);
  });

  it('says which part is missing when a subgraph hangs, and answers the rest', async () => {
    gateway.stand.hung.add('workforce');
    try {
      const query =
        '{ localAuthority(id: "E08000025") { name } child(id: "E08000025.1") { localId leadProfessional { id name } } }';
      const { data, errors } = await answer({ query });
      expect(data).toEqual({
        localAuthority: { name: 'Birmingham' },
        child: { localId: '901', leadProfessional: { id: 'SW000001', name: null } },
      });
      expect(errors).toEqual([
        {
          message: expect.stringContaining('workforce'),
          extensions: { code: 'SUBGRAPH_UNAVAILABLE', part: 'workforce' },
        },
      ]);
      expect((await fetch(`${gateway.url}/health/ready`)).status).toBe(503);
    } finally {
      gateway.stand.hung.clear();
    }
  });

  it('never shows what a subgraph failed with', async () => {
    const text = await (await gateway.ask({ query: '{ child(id: "fault") { id } }' })).text();
    expect(text).not.toMatch(/SELECT|127\.0\.0\.1|localhost|stack|serviceName/);
    expect(text).toMatch(/"code":"INTERNAL_SERVER_ERROR","reference":"[\w-]+"/);
  });

  it.each([
    [
      'DEPTH_LIMIT_EXCEEDED',
      { query: `{ child(id: "x") ${'{ currentPlacement '.repeat(20)} { id } ${'}'.repeat(20)} }` },
    ],
    ['TOKENS_LIMIT_EXCEEDED', { query: `{ ${'placements { child {'.repeat(800)} id ${'}}'.repeat(800)} }` }],
    [
      'TOKENS_LIMIT_EXCEEDED',
      { query: `{ ${Array.from({ length: 1_000 }, (_, i) => `a${i}: child(id: "x") { id }`).join(' ')} }` },
    ],
    [
      'ALIASES_LIMIT_EXCEEDED',
      { query: `{ child(id: "x") { ${Array.from({ length: 31 }, (_, i) => `a${i}: id`).join(' ')} } }` },
    ],
    ['ROOT_FIELDS_LIMIT_EXCEEDED', { query: `{ ${'child(id: "x") { id } '.repeat(21)} }` }],
    [
      'COST_LIMIT_EXCEEDED',
      { query: 'query ($n: Int) { children(first: $n) { edges { node { id } } } }', variables: { n: 100_000 } },
    ],
  ])('refuses with %s, and asks no subgraph', async (code, body) => {
    gateway.stand.viewers.length = 0;
    const response = await gateway.ask(body);
    expect(response.status).toBe(400);
    expect(((await response.json()) as Answer).errors?.[0]?.extensions['code']).toBe(code);
    expect(gateway.stand.viewers).toEqual([]);
  });

  it('refuses a body of 5 MB before it reads it as a query', async () => {
    expect((await gateway.ask({ query: `{ ${'a'.repeat(5_000_000)} }` })).status).toBe(413);
  });

  it('refuses malformed UTF-8, lists of operations, and what is no JSON', async () => {
    const malformed = Buffer.concat([
      Buffer.from('{"query":"{ child(id: \\"'),
      Buffer.from([0xff, 0xfe, 0xc0]),
      Buffer.from('\\") { id } }"}'),
    ]);
    for (const body of [malformed, Buffer.from('[{"query":"{ __typename }"}]'), Buffer.from('{'), Buffer.from('')]) {
      expect((await gateway.ask(body)).status).toBe(400);
    }
    expect((await gateway.ask({ query: '{ __typename }' }, { 'content-type': 'text/plain' })).status).toBe(415);
  });

  it('answers a query that does not fit the schema with 200, or 400 where the client knows the type', async () => {
    const query = '{ childs { id } }';
    const plain = await gateway.ask({ query });
    expect(plain.status).toBe(200);
    const typed = await gateway.ask({ query }, { accept: 'application/graphql-response+json' });
    expect(typed.status).toBe(400);
    expect(typed.headers.get('content-type')).toBe('application/graphql-response+json; charset=utf-8');
    expect((await gateway.ask({ query }, { accept: 'text/html' })).status).toBe(406);
    expect(JSON.stringify(await plain.json())).not.toContain('Did you mean');
    expect(await codes({ query: '{ child(id: "x" }' })).toEqual(['GRAPHQL_PARSE_FAILED']);
    expect(await codes({ query: 'query ($id: ID!) { child(id: $id) { id } }', variables: {} })).toEqual([
      'BAD_USER_INPUT',
    ]);
  });

  it('tells its schema outside production', async () => {
    expect((await answer({ query: '{ __schema { queryType { name } } }' })).data).toEqual({
      __schema: { queryType: { name: 'Query' } },
    });
  });

  it('takes nothing but POST, and nobody without a credential', async () => {
    expect((await fetch(`${gateway.url}/graphql?query={__typename}`)).status).toBe(405);
    const anonymous = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ __typename }"}',
    });
    expect(anonymous.status).toBe(401);
    expect((await gateway.ask({ query: '{ __typename }' }, { authorization: 'Basic eDp5' })).status).toBe(401);
  });

  it('passes files on as they come', async () => {
    const token = await gateway.token('la-analyst');
    const body = Buffer.alloc(3_000_000, 'x');
    const headers = {
      authorization: `Bearer ${token}`,
      'x-file-name': encodeURIComponent('header – 2026.csv'),
      'content-type': 'text/csv',
    };
    const response = await fetch(`${gateway.url}/uploads`, { method: 'POST', headers, body });
    expect(await response.json()).toEqual({ id: 'upload-1', name: 'header – 2026.csv', size: 3_000_000 });
    expect(gateway.stand.uploads.at(-1)).toEqual({ name: 'header – 2026.csv', size: 3_000_000 });
  });
});

describe('a subgraph that is down', () => {
  it('is named, and its address is not', async () => {
    const gateway = await startTestGateway({ apart: true });
    try {
      await gateway.stand.subgraphs.find(({ name }) => name === 'workforce')?.close();
      const query =
        '{ localAuthority(id: "E08000025") { name } child(id: "E08000025.1") { leadProfessional { id name } } }';
      const text = await (await gateway.ask({ query })).text();
      const { data, errors } = JSON.parse(text) as Answer;
      expect(data).toEqual({
        localAuthority: { name: 'Birmingham' },
        child: { leadProfessional: { id: 'SW000001', name: null } },
      });
      expect(errors).toEqual([
        { message: expect.any(String), extensions: { code: 'SUBGRAPH_UNAVAILABLE', part: 'workforce' } },
      ]);
      expect(text).not.toMatch(/127\.0\.0\.1|ECONNREFUSED/);
      const ready = await fetch(`${gateway.url}/health/ready`);
      expect(await ready.json()).toEqual({ status: 'unavailable', missing: ['workforce'] });
      expect((await fetch(`${gateway.url}/health/live`)).status).toBe(200);
    } finally {
      await gateway.close();
    }
  });
});

describe('without children', () => {
  it('nobody’s sight is known, so nothing at all is answered', async () => {
    const gateway = await startTestGateway({ apart: true });
    try {
      await gateway.stand.subgraphs.find(({ name }) => name === 'children')?.close();
      const response = await gateway.ask({ query: '{ localAuthority(id: "E08000025") { name } }' });
      expect(response.status).toBe(503);
      const text = await response.text();
      expect(text).toContain('SUBGRAPH_UNAVAILABLE');
      expect(text).not.toMatch(/127\.0\.0\.1|ECONNREFUSED|Birmingham/);
    } finally {
      await gateway.close();
    }
  });
});

describe('files that are too large', () => {
  it('are refused before they are read, or cut off where they pass the limit', async () => {
    const gateway = await startTestGateway({ limits: { uploadBytes: 1_000_000 } });
    try {
      const headers = { authorization: `Bearer ${await gateway.token('la-analyst')}`, 'x-file-name': 'big.csv' };
      const said = await fetch(`${gateway.url}/uploads`, { method: 'POST', headers, body: Buffer.alloc(20_000_000) });
      expect(said.status).toBe(413);
      expect(await said.json()).toMatchObject({ message: expect.stringContaining('CSV file') });
      async function* endless() {
        for (let i = 0; i < 200; i += 1) yield new Uint8Array(100_000);
      }
      const unsaid = await fetch(`${gateway.url}/uploads`, {
        method: 'POST',
        headers,
        body: ReadableStream.from(endless()),
        duplex: 'half',
      } as RequestInit);
      expect(unsaid.status).toBe(413);
      expect(gateway.stand.uploads).toEqual([]);
      expect((await readdir(gateway.folder)).filter((name) => name !== 'audit-heads')).toEqual(['shell']);
    } finally {
      await gateway.close();
    }
  });

  it('need a name without folders', async () => {
    const gateway = await startTestGateway();
    try {
      const authorization = `Bearer ${await gateway.token('la-analyst')}`;
      for (const name of ['', '..%2Fsecret', 'a%00b', '%E0%A4%A', 'x'.repeat(300)]) {
        const response = await fetch(`${gateway.url}/uploads`, {
          method: 'POST',
          headers: { authorization, 'x-file-name': name },
          body: 'x',
        });
        expect(response.status).toBe(400);
      }
    } finally {
      await gateway.close();
    }
  });
});
