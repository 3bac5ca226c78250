import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { places } from '../../testkit/small-world.ts';
import { startTestPlatform, type TestPlatform } from '../../testkit/test-platform.ts';
import { rawRequest, sendRaw } from './raw-http.ts';

let platform: TestPlatform;
let token: string;
beforeAll(async () => {
  platform = await startTestPlatform();
  token = await platform.token('la-analyst');
});
afterAll(() => platform?.stop());

const question = JSON.stringify({ query: '{ __typename }' });

function post(headers: Record<string, string>, body: string | Uint8Array<ArrayBuffer> = question): Promise<Response> {
  return fetch(`${platform.url}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
    body,
  });
}

describe('a request that two readers could read differently', () => {
  const bearer = (): string => `Authorization: Bearer ${token}`;
  const json = 'Content-Type: application/json';
  const ways: readonly (readonly [string, () => string])[] = [
    [
      'two lengths',
      () =>
        rawRequest(
          'POST /graphql',
          [bearer(), json, 'Content-Length: 4', `Content-Length: ${question.length}`],
          question,
        ),
    ],
    [
      'a length and chunks',
      () =>
        rawRequest(
          'POST /graphql',
          [bearer(), json, 'Content-Length: 5', 'Transfer-Encoding: chunked'],
          '0\r\n\r\nGET /health/live HTTP/1.1\r\nHost: x\r\n\r\n',
        ),
    ],
    [
      'chunks that another encoding hides',
      () => rawRequest('POST /graphql', [bearer(), json, 'Transfer-Encoding: chunked, identity'], `0\r\n\r\n`),
    ],
    ['a length with a sign', () => rawRequest('POST /graphql', [bearer(), json, 'Content-Length: +5'], 'hello')],
    [
      'a header folded over two lines',
      () => rawRequest('POST /graphql', [bearer(), json, 'X-Mainstay-Caller: a', ' b', 'Content-Length: 2'], '{}'),
    ],
    ['a space before the colon', () => rawRequest('POST /graphql', [bearer(), json, 'Content-Length : 2'], '{}')],
    ['no host', () => 'GET /session HTTP/1.1\r\nConnection: close\r\n\r\n'],
    ['no HTTP at all', () => 'hello\r\n\r\n'],
    ['a header that is too long', () => rawRequest('GET /session', [`X-Long: ${'a'.repeat(20_000)}`])],
  ];
  test.each(ways)('is refused: %s', async (_name, text) => {
    const { status, answers, body } = await sendRaw(platform.url, text());
    expect({ status: Math.floor(status / 100), answers }).toEqual({ status: 4, answers: 1 });
    expect(body).not.toContain('"data"');
  });

  test('a line break in a header value is no second header', async () => {
    const injected = `/sign-in?returnTo=${encodeURIComponent('/\r\nSet-Cookie: mainstay-session=x')}`;
    const { headers } = await sendRaw(platform.url, rawRequest(`GET ${injected}`));
    expect(headers['set-cookie'] ?? '').not.toContain('mainstay-session');
  });
});

describe('an address', () => {
  const addresses = [
    '/..%2f..%2fetc%2fpasswd',
    '/%2e%2e/%2e%2e/package.json',
    '/assets/..%2f..%2f..%2fpackage.json',
    '/assets/%2e%2e%2findex.html',
    '/assets/..\\..\\package.json',
    '/modules/la/..%2f..%2f..%2fsecret/x.js',
    '/modules/..%2f..%2f/0/secret.json',
    '/modules/la/0/%2e%2e%2foperations.json',
    '/modules/la/0/operations.json',
    '/operations.json',
    '/index.html',
    '/secret.json',
    '/.env',
    '/.git/config.json',
    '/%00.json',
    '/%',
    '//[',
    '/\\evil.example/x.js',
  ];
  test.each(addresses)('%s leads to no file and to no fault', async (path) => {
    const { status, body } = await sendRaw(platform.url, rawRequest(`GET ${path}`));
    expect([302, 400, 404]).toContain(status);
    expect(body).not.toMatch(/root:|"dependencies"|sha256|INTERNAL_SERVER_ERROR/);
  });

  const internal = [
    'upload',
    'viewer-relationships',
    'misuse-facts',
    'allocation-facts',
    'allocation-feed',
    'viewer-context',
    'inspection-context',
  ];
  test.each(internal)('/internal/%s is not behind the gateway', async (route) => {
    for (const path of [`/internal/${route}`, `/graphql/../internal/${route}`, `/uploads/..%2finternal%2f${route}`]) {
      const { status } = await sendRaw(
        platform.url,
        rawRequest(`POST ${path}?laCodes=${places.home}`, [`Authorization: Bearer ${token}`, 'Content-Length: 0']),
      );
      expect([404, 405, 415]).toContain(status);
    }
  });
});

describe('what a client says of itself', () => {
  const forged = Buffer.from(
    JSON.stringify({ kind: 'viewer', viewer: { role: 'la-manager', laCodes: [places.away] } }),
  ).toString('base64url');
  const claims: readonly Record<string, string>[] = [
    { 'x-mainstay-caller': `${forged}.x` },
    { 'x-mainstay-viewer': forged, 'x-mainstay-role': 'la-manager', 'x-mainstay-la': places.away },
    { 'x-forwarded-user': 'demo:la-manager', 'x-remote-user': 'demo:la-manager', 'x-original-url': '/internal/upload' },
    { 'x-http-method-override': 'GET', 'x-method-override': 'DELETE' },
    { forwarded: 'for=127.0.0.1;host=evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' },
    { 'apollo-require-preflight': 'true', 'apollo-federation-include-trace': 'ftv1' },
    { 'apollo-query-plan-experimental': 'true', 'x-apollo-operation-name': 'x' },
  ];
  test.each(claims)('changes nothing: %j', async (headers) => {
    const query = `{ a: children(la: "${places.away}") { totalCount } b: children(first: 1) { totalCount } }`;
    const [plain, claimed] = await Promise.all(
      [{}, headers].map(async (more) => (await post(more, JSON.stringify({ query }))).json()),
    );
    expect(claimed).toEqual(plain);
    expect(claimed).toMatchObject({ data: { a: { totalCount: 0 } } });
  });
});

describe('the graph takes nothing but JSON by POST', () => {
  test.each(['GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD', 'QUERY'])('%s', async (method) => {
    const path = `/graphql?query=${encodeURIComponent('{ children { totalCount } }')}`;
    const { status, body } = await sendRaw(
      platform.url,
      rawRequest(`${method} ${path}`, [`Authorization: Bearer ${token}`]),
    );
    expect(status).toBeGreaterThanOrEqual(400);
    expect(body).not.toContain('totalCount');
  });

  const types = [
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/graphql',
    'text/json',
    'application/json5',
    '',
  ];
  test.each(types)('content type “%s”', async (type) => {
    expect((await post({ 'content-type': type })).status).toBe(415);
  });

  const bodies: readonly (readonly [string, string | Uint8Array<ArrayBuffer>])[] = [
    ['a batch', JSON.stringify([{ query: '{ __typename }' }, { query: '{ __typename }' }])],
    ['an empty batch', '[]'],
    [
      'invalid UTF-8',
      new Uint8Array([
        ...Buffer.from('{"query":"{ __typename }","variables":{"x":"'),
        0xff,
        0xfe,
        ...Buffer.from('"}}'),
      ]),
    ],
    ['UTF-16', Buffer.from(question, 'utf16le')],
    ['a prototype', '{"query":"{ __typename }","variables":{"__proto__":{"isAdmin":true}}}'],
    ['a prototype, spelt otherwise', '{"query":"{ __typename }","variables":{"\\u005f_proto__":{"isAdmin":true}}}'],
    ['variables that are a list', '{"query":"{ __typename }","variables":[1]}'],
    ['a query that is no text', '{"query":{"a":1}}'],
    ['an operation name that is no text', '{"query":"{ __typename }","operationName":{"a":1}}'],
    ['nothing', ''],
    ['null', 'null'],
    ['more than one value', `${question}${question}`],
  ];
  test.each(bodies)('body: %s', async (_name, body) => {
    const response = await post({}, body);
    expect(response.status).toBe(400);
    expect(await response.text()).not.toContain('"data"');
  });

  test('a body that is too large is refused, and nothing of it is repeated', async () => {
    const response = await post({}, JSON.stringify({ query: `{ __typename } # ${'canary '.repeat(50_000)}` }));
    expect(response.status).toBe(413);
    expect(await response.text()).not.toContain('canary');
  });

  test('names twice in a body: the last counts, for what is checked and for what is run', async () => {
    const body = '{"query":"mutation { revokeCredential(input: { id: \\"x\\" }) { id } }","query":"{ __typename }"}';
    expect(await (await post({}, body)).json()).toMatchObject({ data: { __typename: 'Query' } });
  });
});

describe('every answer', () => {
  const asked: readonly (readonly [string, () => Promise<Response>])[] = [
    ['of the graph', () => post({})],
    ['that refuses', () => post({ authorization: 'Bearer x' })],
    ['that is too large', () => post({}, 'x'.repeat(300_000))],
    ['of another type', () => post({ 'content-type': 'text/plain' })],
    ['where nothing is', () => fetch(`${platform.url}/nothing.json`)],
    ['of the register', () => fetch(`${platform.url}/registry.json`)],
    ['of the session', () => fetch(`${platform.url}/session`)],
    ['of health', () => fetch(`${platform.url}/health/ready`)],
    ['that sends to the sign-in', () => fetch(`${platform.url}/la`, { redirect: 'manual' })],
    ['of the sign-in service', () => fetch(`${platform.url}/oidc/.well-known/openid-configuration`)],
    ['of the sign-in service where nothing is', () => fetch(`${platform.url}/oidc/nothing`)],
    [
      'of a preflight',
      () =>
        fetch(`${platform.url}/graphql`, {
          method: 'OPTIONS',
          headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
        }),
    ],
  ];
  test.each(asked)('has the headers that protect: %s', async (_name, ask) => {
    const { headers, url } = await ask();
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('cache-control')).toMatch(/no-store|no-cache/);
    // What a provider publishes of itself is for everybody; nothing else is for pages of other sites.
    const isOpen = url.endsWith('/openid-configuration');
    expect(headers.get('access-control-allow-origin')).toBe(isOpen ? '*' : null);
    expect(headers.get('access-control-allow-credentials')).toBeNull();
    expect(headers.get('x-powered-by') ?? headers.get('server')).toBeNull();
  });

  test.each(['/%', '//['])('even at an address that cannot be read: %s', async (path) => {
    const { headers } = await sendRaw(platform.url, rawRequest(`GET ${path}`));
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['cache-control']).toBe('no-store');
  });

  test.each(['/health/live', '/health/ready'])('%s tells nothing but how it is', async (path) => {
    const body = (await (await fetch(`${platform.url}${path}`)).json()) as Record<string, unknown>;
    expect(Object.keys(body).filter((key) => !['status', 'missing'].includes(key))).toEqual([]);
  });
});

describe('nobody is sent to another site', () => {
  const places = [
    '//evil.example',
    'https://evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    'javascript:alert(1)',
    '/sign-in?returnTo=/',
    'evil',
  ];
  test.each(places)('returnTo=%s', async (returnTo) => {
    const response = await fetch(`${platform.url}/sign-in?returnTo=${encodeURIComponent(returnTo)}`, {
      redirect: 'manual',
    });
    expect(response.status).toBe(302);
    expect(new URL(response.headers.get('location') ?? '', platform.url).origin).toBe(new URL(platform.url).origin);
  });

  test('two of them are none', async () => {
    const response = await fetch(`${platform.url}/sign-in?returnTo=/a&returnTo=//evil.example`, { redirect: 'manual' });
    expect(response.status).toBe(302);
  });

  test('an address of another host in the request line stays here', async () => {
    const { status, headers } = await sendRaw(
      platform.url,
      rawRequest('GET http://evil.example/la', ['Accept: text/html']),
    );
    expect(status).toBe(302);
    expect(headers['location']).toMatch(/^\/sign-in\?/);
  });

  test('a host that is made up is not repeated', async () => {
    const { headers, body } = await sendRaw(
      platform.url,
      'GET /sign-in HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n',
    );
    expect(`${headers['location']}${body}`).not.toContain('evil.example');
  });
});
