import {
  CALLER_HEADER,
  internalSubject,
  signCaller,
  type Caller,
  type SubgraphName,
  type Viewer,
} from '@mainstay/subgraph-kit';
import { aViewer } from '@mainstay/subgraph-kit/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { places } from '../../testkit/small-world.ts';
import { startTestPlatform, type TestPlatform } from '../../testkit/test-platform.ts';
import { secretOf } from './forged-token.ts';
import { rawRequest, sendRaw } from './raw-http.ts';

let platform: TestPlatform;
let secret: string;
const urls = new Map<SubgraphName, string>();
const names = ['children', 'contracts', 'workforce'] as const;
beforeAll(async () => {
  platform = await startTestPlatform();
  secret = secretOf(platform);
  for (const name of names) {
    const url = await platform.subgraphs?.subgraphs[name].listen({ host: '127.0.0.1', port: 0 });
    urls.set(name, url ?? '');
  }
});
afterAll(() => platform?.stop());

const manager: Caller = {
  kind: 'viewer',
  viewer: aViewer({ role: 'la-manager', laCodes: [places.home], subject: 'demo:la-manager' }),
};
const service: Caller = { kind: 'service', name: 'gateway', requestId: 'attack' };
const question = JSON.stringify({ query: '{ __typename }' });

interface Signing {
  readonly subgraph?: string;
  readonly caller?: Caller;
  readonly body?: string;
  readonly at?: number;
  readonly key?: string;
}
function tokenOf(subgraph: string, o: Signing = {}): string {
  return signCaller(o.caller ?? manager, {
    subgraph: o.subgraph ?? subgraph,
    secret: o.key ?? secret,
    body: o.body ?? question,
    now: new Date(Date.now() + (o.at ?? 0)),
  });
}

async function post(name: SubgraphName, path: string, headers: Record<string, string>, body: string = question) {
  const response = await fetch(`${urls.get(name)}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  return { status: response.status, text: await response.text() };
}

describe.each(names)('the port of %s', (name) => {
  test('answers the gateway: what follows is refused for what is wrong with it', async () => {
    const { status, text } = await post(name, '/graphql', { [CALLER_HEADER]: tokenOf(name) });
    expect({ status, text }).toMatchObject({ status: 200, text: expect.stringContaining('"Query"') as string });
  });

  const other = name === 'children' ? 'contracts' : 'children';
  const ways: Readonly<Record<string, () => Record<string, string>>> = {
    'no token': () => ({}),
    'an access token of the gateway’s': () => ({ authorization: 'Bearer x', cookie: 'mainstay-session=x' }),
    'a token for another subgraph': () => ({ [CALLER_HEADER]: tokenOf(name, { subgraph: other }) }),
    'a token for another subgraph, signed with this one’s name': () => ({ [CALLER_HEADER]: tokenOf(`${name} `) }),
    'a token for another body': () => ({ [CALLER_HEADER]: tokenOf(name, { body: `${question} ` }) }),
    'a token that is over': () => ({ [CALLER_HEADER]: tokenOf(name, { at: -31_000 }) }),
    'a token of the far future': () => ({ [CALLER_HEADER]: tokenOf(name, { at: 3_600_000 }) }),
    'a token of another secret': () => ({ [CALLER_HEADER]: tokenOf(name, { key: 'x'.repeat(43) }) }),
    'a token with other claims': () => ({ [CALLER_HEADER]: altered(tokenOf(name)) }),
    'a token without its signature': () => ({ [CALLER_HEADER]: tokenOf(name).split('.')[0] ?? '' }),
    'a token with an empty signature': () => ({ [CALLER_HEADER]: `${tokenOf(name).split('.')[0]}.` }),
    'two tokens in one': () => ({ [CALLER_HEADER]: `${tokenOf(name)}, ${tokenOf(name)}` }),
    'a token and more': () => ({ [CALLER_HEADER]: `${tokenOf(name)}.x` }),
    'the token of an internal call': () => ({
      [CALLER_HEADER]: tokenOf(name, { body: internalSubject('upload', {}) }),
    }),
    'no JSON': () => ({ [CALLER_HEADER]: 'e30.e30' }),
  };
  test.each(Object.entries(ways))('refuses %s', async (_name, headers) => {
    const { status, text } = await post(name, '/graphql', headers());
    expect(status).toBe(401);
    expect(text).not.toMatch(/"data"|at .*\.ts|expire|signature|subgraph/i);
  });

  test('takes a token once', async () => {
    const headers = { [CALLER_HEADER]: tokenOf(name) };
    const answers = await Promise.all([post(name, '/graphql', headers), post(name, '/graphql', headers)]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 401]);
    expect((await post(name, '/graphql', headers)).status).toBe(401);
    const spelt = { [CALLER_HEADER]: `${headers[CALLER_HEADER]}=` };
    expect((await post(name, '/graphql', spelt)).status).toBe(401);
  });

  test('lets the platform itself ask no operation: services are no viewers', async () => {
    const { text } = await post(name, '/graphql', { [CALLER_HEADER]: tokenOf(name, { caller: service }) });
    expect(text).not.toContain('"data":{');
  });

  test.each(['GET', 'PUT', 'DELETE', 'OPTIONS', 'HEAD'])('takes no %s', async (method) => {
    const url = urls.get(name) ?? '';
    const { status, body } = await sendRaw(url, rawRequest(`${method} /graphql?query=%7B__typename%7D`));
    expect([401, 404]).toContain(status);
    expect(body).not.toContain('"data"');
  });

  test('refuses a request before its body is read', async () => {
    const { status } = await sendRaw(
      urls.get(name) ?? '',
      rawRequest('POST /graphql', ['Content-Type: application/json', 'Content-Length: 1000000'], 'x'),
    );
    expect(status).toBe(401);
  });

  test('tells whoever asks for its health nothing but whether it is well', async () => {
    for (const path of ['/health/live', '/health/ready']) {
      const body = (await (await fetch(`${urls.get(name)}${path}`)).json()) as object;
      expect(Object.keys(body)).toEqual(['status']);
    }
    for (const path of [
      '/health/../graphql',
      '/health/..%2finternal%2fupload',
      '//health/live/../../graphql',
      '/health/../internal/allocation-feed?after=0',
    ]) {
      const { status, body } = await sendRaw(
        urls.get(name) ?? '',
        rawRequest(`POST ${path}`, ['Content-Type: application/json', 'Content-Length: 26'], question),
      );
      expect([400, 401, 404, 415]).toContain(status);
      expect(body).not.toMatch(/"data"|\[/);
    }
  });
});

describe('an internal route', () => {
  const forPlatform = [
    ['children', 'viewer-relationships', { laCodes: places.home, subject: 'demo:la-manager', role: 'la-manager' }],
    ['children', 'misuse-facts', { laCode: places.home }],
    ['children', 'allocation-catch-up', {}],
    ['contracts', 'viewer-context', { practiceId: places.homePractice }],
    ['contracts', 'authority-context', { laCode: places.home }],
    ['contracts', 'inspection-context', { laCode: places.home, subject: 'demo:ofsted-inspector' }],
    ['contracts', 'allocation-feed', { after: '0' }],
  ] as const;
  const send = (name: SubgraphName, route: string, params: Record<string, string>, token: string) =>
    post(
      name,
      internalSubject(route, params),
      { [CALLER_HEADER]: token, 'content-type': 'application/octet-stream' },
      '[]',
    );

  test.each(forPlatform)('of %s, %s, is for the platform itself and not for a viewer', async (name, route, params) => {
    const body = internalSubject(route, params);
    expect((await send(name, route, params, tokenOf(name, { caller: service, body }))).status).toBe(200);
    const asViewer = await send(name, route, params, tokenOf(name, { body }));
    expect(asViewer.status).toBe(403);
  });

  test.each(forPlatform)(
    'of %s, %s, is refused with other parameters than were signed',
    async (name, route, params) => {
      const token = tokenOf(name, { caller: service, body: internalSubject(route, params) });
      const more = { ...params, laCode: places.away, practiceId: places.awayPractice, subject: 'somebody' };
      expect((await send(name, route, more, token)).status).toBe(401);
      expect((await send(name, 'no-such-route', params, token)).status).toBeGreaterThanOrEqual(401);
    },
  );

  test('with a parameter given twice is not the one that was signed', async () => {
    const params = { practiceId: places.homePractice };
    const token = tokenOf('contracts', { caller: service, body: internalSubject('viewer-context', params) });
    const path = `${internalSubject('viewer-context', params)}&practiceId=${places.awayPractice}`;
    expect(
      (await post('contracts', path, { [CALLER_HEADER]: token, 'content-type': 'application/octet-stream' }, ''))
        .status,
    ).toBeGreaterThanOrEqual(400);
  });

  test('upload takes files of those alone who import', async () => {
    const params = { name: 'x.csv' };
    const body = internalSubject('upload', params);
    for (const viewer of [
      { role: 'la-commissioner' as const },
      { role: 'la-iro' as const },
      { breakGlass: { id: 'x', childId: 'x', until: '2099-01-01T00:00:00Z' }, role: 'la-manager' as const },
    ]) {
      const token = tokenOf('children', { body, caller: { kind: 'viewer', viewer: aViewer(viewer) } });
      expect((await send('children', 'upload', params, token)).status).toBe(403);
    }
    expect((await send('children', 'upload', params, tokenOf('children', { caller: service, body }))).status).toBe(403);
  });
});

describe('entities asked for at a subgraph, past the gateway’s plans', () => {
  const stranger = (parts: Partial<Viewer>): Viewer =>
    aViewer({ subject: 'stranger', laCodes: [places.withoutPractice], ...parts });
  const strangers: readonly (readonly [string, Viewer])[] = [
    ['a manager of another authority', stranger({ role: 'la-manager' })],
    [
      'a worker of another practice',
      stranger({ role: 'swp-manager', audience: 'practice', practiceId: places.awayPractice, laCodes: [places.away] }),
    ],
    [
      'a practice without any contract',
      stranger({ role: 'swp-manager', audience: 'practice', practiceId: places.homePractice, laCodes: [] }),
    ],
    [
      'an inspector whose window is over',
      stranger({
        role: 'ofsted-inspector',
        audience: 'inspector',
        laCodes: [places.home],
        inspection: {
          id: `${places.home}.x`,
          laCode: places.home,
          from: '2020-01-01' as never,
          to: '2020-02-01' as never,
        },
      }),
    ],
    ['a machine with no scope', stranger({ role: 'integrator', laCodes: [places.home], scopes: [] })],
    ['a reviewing officer of no child', stranger({ role: 'la-iro', laCodes: [places.home] })],
    [
      'somebody whose glass is over',
      stranger({
        role: 'la-manager',
        laCodes: [places.home],
        breakGlass: { id: 'x', childId: 'x', until: '2020-01-01T00:00:00.000Z' },
      }),
    ],
  ];
  const QUERY = `query ($r: [_Any!]!) { _entities(representations: $r) { __typename
    ... on Child { id localId dateOfBirth episodes { id } currentPlacement { id } leadProfessional { id } } } }`;
  const LA = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on LocalAuthority { returns903 { collectionYear } restrictions { id } brokenGlasses { id } return903Csv(year: 2025, table: "Header") } } }`;

  async function entities(
    name: SubgraphName,
    viewer: Viewer,
    query: string,
    representations: object[],
  ): Promise<unknown> {
    const body = JSON.stringify({ query, variables: { r: representations } });
    const { text } = await post(
      name,
      '/graphql',
      { [CALLER_HEADER]: tokenOf(name, { caller: { kind: 'viewer', viewer }, body }) },
      body,
    );
    return (JSON.parse(text) as { data?: unknown }).data;
  }

  test.each(strangers)('show %s no child', async (_name, viewer) => {
    const { data } = await platform.ask<{ children: { edges: { node: { id: string } }[] } }>(
      await platform.token('la-manager'),
      '{ children(first: 100) { edges { node { id } } } }',
    );
    const ids = data?.children.edges.map(({ node }) => node.id) ?? [];
    expect(ids.length).toBeGreaterThan(20);
    const shown = await entities(
      'children',
      viewer,
      QUERY,
      ids.map((id) => ({ __typename: 'Child', id })),
    );
    expect(shown).toEqual({ _entities: ids.map(() => null) });
    expect(
      await entities('children', aViewer({ laCodes: [places.home] }), QUERY, [{ __typename: 'Child', id: ids[0] }]),
    ).toMatchObject({ _entities: [{ id: ids[0] }] });
  });

  test.each(strangers)('show %s nothing of the authority', async (_name, viewer) => {
    expect(await entities('children', viewer, LA, [{ __typename: 'LocalAuthority', id: places.home }])).toEqual({
      _entities: [{ returns903: [], restrictions: [], brokenGlasses: [], return903Csv: null }],
    });
  });

  test.each([
    { __typename: 'Viewer', id: 'x' },
    { __typename: 'Query' },
    { __typename: '__proto__', id: 'x' },
    { __typename: 'Child' },
    { __typename: 'Child', id: { $ne: null } },
    { __typename: 'Child', id: ['a', 'b'] },
    { __typename: 'Child', id: '\u0000' },
  ])('of no sense bring down nothing: %j', async (representation) => {
    const shown = await entities('children', aViewer({ laCodes: [places.home] }), QUERY, [representation]);
    expect(JSON.stringify(shown ?? null)).not.toContain('localId');
  });
});

/** The same token with a viewer of another authority. */
function altered(token: string): string {
  const [payload = '', mac = ''] = token.split('.');
  const claims = Buffer.from(payload, 'base64url').toString('utf8').replace(places.home, places.away);
  return `${Buffer.from(claims).toString('base64url')}.${mac}`;
}
