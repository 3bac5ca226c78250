import { OAuth2Server } from 'oauth2-mock-server';
import { SignJWT } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { Browser } from './testing/browser.ts';
import { startTestGateway, type TestGateway } from './testing/test-gateway.ts';

// A provider by other people than those who wrote the embedded one. It asks nobody who they are: whoever is sent to it
// comes back signed in, as `person` says.
let provider: OAuth2Server;
let gateway: TestGateway;
const person = { claims: {} as Record<string, unknown> };
const analyst = { sub: 'entra|7', name: 'Ada Brooks', role: 'la-analyst', la: 'E08000025' };

beforeAll(async () => {
  provider = new OAuth2Server();
  await provider.issuer.keys.generate('RS256', { kid: 'first' });
  await provider.start(0, 'localhost');
  provider.service.on('beforeTokenSigning', ({ payload }: { payload: Record<string, unknown> }) => {
    Object.assign(payload, person.claims);
  });
  gateway = await startTestGateway({
    identity: {
      oidc: {
        issuer: provider.issuer.url ?? '',
        clientId: 'mainstay',
        clientSecret: 'shared with the provider',
        audience: 'mainstay',
        scope: 'openid profile',
      },
    },
  });
});
afterAll(async () => {
  await gateway.close();
  await provider.stop();
});
afterEach(() => {
  vi.useRealTimers();
  person.claims = {};
});

async function signIn(claims: Record<string, unknown>): Promise<{ browser: Browser; url: string; status: number }> {
  person.claims = { aud: 'mainstay', ...claims };
  const browser = new Browser();
  const { url, response } = await browser.open(`${gateway.url}/sign-in?returnTo=%2Fla`);
  return { browser, url, status: response.status };
}

async function viewerOf(browser: Browser): Promise<unknown> {
  return ((await (await browser.request(`${gateway.url}/session`)).json()) as { viewer: unknown }).viewer;
}

/** Opens the page of the provider and answers where it sends the browser back to. */
async function callbackOf(browser: Browser): Promise<URL> {
  const there = (await browser.request(`${gateway.url}/sign-in`)).headers.get('location') ?? '';
  return new URL((await browser.request(there)).headers.get('location') ?? '');
}

async function accessToken(claims: Record<string, unknown>, header: Record<string, unknown> = {}): Promise<string> {
  return provider.issuer.buildToken({
    scopesOrTransform: (head, payload) => {
      Object.assign(head, header);
      Object.assign(payload, { aud: 'mainstay', ...claims });
    },
  });
}

async function statusWith(token: string): Promise<number> {
  return (await gateway.ask({ query: '{ child(id: "E08000025.1") { id } }' }, { authorization: `Bearer ${token}` }))
    .status;
}

describe('signing in with another provider', () => {
  it('goes through code and PKCE, and takes the role from the claims', async () => {
    const { browser, url, status } = await signIn(analyst);
    expect([url, status]).toEqual([`${gateway.url}/la`, 200]);
    expect(await viewerOf(browser)).toMatchObject({
      personId: 'entra|7',
      name: 'Ada Brooks',
      role: 'la-analyst',
      organisation: 'Birmingham',
    });
  });

  it.each([
    ['an IRO', { ...analyst, role: 'la-iro' }, { role: 'la-iro', audience: 'la' }],
    [
      'a worker, with what is compared and not kept',
      {
        sub: 'w',
        role: 'swp-worker',
        practice: 'harbour-practice',
        worker: 'SW123456',
        family_name: 'Marsh',
        address: { postal_code: 'B1 1AA' },
      },
      { role: 'swp-worker', practiceId: 'harbour-practice' },
    ],
    [
      'an inspector, as providers used to tell one',
      { sub: 'i', role: 'ofsted-inspector', inspection: { la: 'E08000025' } },
      { role: 'ofsted-inspector', inspection: { la: 'E08000025' } },
    ],
    ['an operator', { sub: 'o', role: 'platform-operator' }, { role: 'platform-operator', audience: null }],
  ])('knows %s', async (_who, claims, viewer) => {
    expect(await viewerOf((await signIn(claims)).browser)).toMatchObject(viewer);
  });

  it.each([
    ['no role', { sub: 'x' }],
    ['a role that is none', { sub: 'x', role: 'administrator' }],
    ['a role without its authority', { sub: 'x', role: 'la-analyst' }],
    [
      'an inspector of two authorities',
      {
        sub: 'x',
        role: 'ofsted-inspector',
        la: 'E08000025',
        inspection: { la: 'E08000026' },
      },
    ],
  ])('lets nobody in with %s', async (_what, claims) => {
    const { browser, status } = await signIn(claims);
    expect(status).toBe(403);
    expect(browser.cookies).not.toContain('mainstay-session');
  });
});

describe('what is wrong with an ID token', () => {
  it.each([
    ['another nonce', { nonce: 'of somebody else' }],
    ['another issuer', { iss: 'https://login.evil.example' }],
    ['another audience', { aud: 'another-client' }],
    ['its time being over', { exp: 1_000_000_000 }],
  ])('%s: nobody is signed in', async (_what, wrong) => {
    const { browser, status } = await signIn({ ...analyst, ...wrong });
    expect(status).toBe(400);
    expect(browser.cookies).not.toContain('mainstay-session');
  });

  it.each([
    ['signed by nobody', 'none'],
    ['signed with the shared secret', 'HS256'],
  ])('%s: nobody is signed in', async (_what, alg) => {
    provider.service.once('beforeResponse', (response: { body: Record<string, unknown> | '' }) => {
      if (response.body !== '') response.body['id_token'] = forged[alg] ?? '';
    });
    const claims = { ...analyst, iss: provider.issuer.url ?? '', aud: 'mainstay' };
    const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const seconds = Math.floor(Date.now() / 1000);
    const forged: Record<string, string> = {
      none: `${part({ alg: 'none' })}.${part({ ...claims, iat: seconds, exp: seconds + 300 })}.`,
      HS256: await new SignJWT(claims)
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuedAt()
        .setExpirationTime('5m')
        .sign(Buffer.from('shared with the provider')),
    };
    const { browser, status } = await signIn(analyst);
    expect(status).toBe(400);
    expect(browser.cookies).not.toContain('mainstay-session');
  });
});

describe('what is wrong with the way back', () => {
  it('another state: nobody is signed in', async () => {
    person.claims = { aud: 'mainstay', ...analyst };
    const browser = new Browser();
    const callback = await callbackOf(browser);
    callback.searchParams.set('state', 'another');
    expect((await browser.request(callback.href)).status).toBe(400);
  });

  it('another issuer named: nobody is signed in', async () => {
    person.claims = { aud: 'mainstay', ...analyst };
    const browser = new Browser();
    const callback = await callbackOf(browser);
    callback.searchParams.set('iss', 'https://login.evil.example');
    expect((await browser.request(callback.href)).status).toBe(400);
  });

  it('in another browser, or a second time: nobody is signed in', async () => {
    person.claims = { aud: 'mainstay', ...analyst };
    const browser = new Browser();
    const callback = await callbackOf(browser);
    expect((await new Browser().request(callback.href)).status).toBe(400);
    expect((await browser.request(callback.href)).status).toBe(303);
    expect((await browser.request(callback.href)).status).toBe(400);
  });

  it('with the code of another sign-in: the verifier does not fit', async () => {
    person.claims = { aud: 'mainstay', ...analyst };
    const [mine, theirs] = [new Browser(), new Browser()];
    const [callback, other] = [await callbackOf(mine), await callbackOf(theirs)];
    callback.searchParams.set('code', other.searchParams.get('code') ?? '');
    expect((await mine.request(callback.href)).status).toBe(400);
  });
});

describe('access tokens of another provider', () => {
  it('are taken for their claims', async () => {
    expect(await statusWith(await accessToken(analyst))).toBe(200);
    expect(gateway.stand.viewers.at(-1)).toMatchObject({ subject: 'entra|7', role: 'la-analyst' });
    expect(await statusWith(await accessToken(analyst, { typ: 'at+jwt' }))).toBe(200);
  });

  it.each([
    ['another audience', { aud: 'another' }, {}],
    ['another issuer', { iss: 'https://login.evil.example' }, {}],
    ['a time that is over', { exp: 1_000_000_000 }, {}],
    ['what only an ID token has', { nonce: 'n' }, {}],
    ['keys of its own', {}, { jku: 'https://evil.example/jwks' }],
  ])('are refused with %s', async (_what, claims, header) => {
    expect(await statusWith(await accessToken({ ...analyst, ...claims }, header))).toBe(401);
  });

  it('let no machine in that is not registered here, whatever they say', async () => {
    const token = await accessToken({ sub: 'app-1', role: 'integrator', la: 'E08000025', scope: 'children' });
    expect(await statusWith(token)).toBe(401);
  });
});

describe('when the provider changes its keys', () => {
  it('the new ones are taken, for sign-ins and for tokens, and strangers’ are not', async () => {
    expect((await signIn(analyst)).status).toBe(200);
    expect(await statusWith(await accessToken(analyst))).toBe(200);
    const stranger = new OAuth2Server();
    await stranger.issuer.keys.generate('RS256', { kid: 'strange' });
    stranger.issuer.url = provider.issuer.url;
    await provider.issuer.keys.generate('RS256', { kid: 'second' });
    // Keys are asked for again after a minute at the latest.
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 61_000 });
    const [one, other] = [await accessToken(analyst), await accessToken(analyst)];
    expect([await statusWith(one), await statusWith(other)]).toEqual([200, 200]);
    expect([(await signIn(analyst)).status, (await signIn(analyst)).status]).toEqual([200, 200]);
    const forged = await stranger.issuer.buildToken({
      scopesOrTransform: (_head, payload) => void Object.assign(payload, { aud: 'mainstay', ...analyst }),
    });
    expect(await statusWith(forged)).toBe(401);
  });
});
