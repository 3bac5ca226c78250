import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publishModule } from './module-registry/index.ts';
import { Browser } from './testing/browser.ts';
import { registeredHash, writeBuiltModule } from './testing/built-module.ts';
import { startTestGateway, type TestGateway } from './testing/test-gateway.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
  await writeBuiltModule(`${gateway.folder}/build`, { text: 'one' });
  await publishModule(gateway.modulesDir, `${gateway.folder}/build`);
});
afterAll(async () => gateway.close());

const json = { 'content-type': 'application/json' };
const csrf = { 'x-mainstay-csrf': '1' };
const registered = JSON.stringify({
  operationName: 'LaName',
  variables: { id: 'E08000025' },
  extensions: { persistedQuery: { version: 1, sha256Hash: registeredHash } },
});

async function signedIn(account = 'la-analyst'): Promise<Browser> {
  const browser = new Browser();
  await browser.signIn(gateway.url, account);
  return browser;
}

describe('signing in', () => {
  it('goes over the provider’s page and back to the page that was asked for', async () => {
    const browser = new Browser();
    const first = await browser.open(`${gateway.url}/la/children?on=2026-03-31`);
    expect(first.url).toContain('/oidc/interaction/');
    const page = await first.response.text();
    for (const account of [
      'la-analyst',
      'la-commissioner',
      'la-manager',
      'swp-worker',
      'swp-manager',
      'ofsted-inspector',
      'integrator',
    ]) {
      expect(page).toContain(`value="${account}"`);
    }
    const done = await browser.open(first.url, {
      method: 'POST',
      body: new URLSearchParams({ account: 'swp-manager' }),
    });
    expect(done.url).toBe(`${gateway.url}/la/children?on=2026-03-31`);
    expect(done.response.status).toBe(200);
    const session = (await (await browser.request(`${gateway.url}/session`)).json()) as object;
    expect(session).toEqual({
      viewer: {
        personId: 'demo:swp-manager',
        name: 'Ewan Hill',
        role: 'swp-manager',
        audience: 'practice',
        organisation: 'Harbour Practice',
        laCode: 'E08000025',
        practiceId: 'harbour-practice',
        workerId: null,
        inspection: null,
        breakGlassAllowed: true,
      },
      demonstration: true,
      csrf: '1',
    });
  });

  it('tells the page under which number a social worker is registered', async () => {
    const browser = await signedIn('la-worker');
    const session = (await (await browser.request(`${gateway.url}/session`)).json()) as {
      viewer: { workerId: string };
    };
    expect(session.viewer.workerId).toBe('SW099001');
  });

  it('keeps the session where no script can read it, and asks again who it is after signing out', async () => {
    const browser = await signedIn();
    const response = await browser.request(`${gateway.url}/sign-out`, { method: 'POST', headers: csrf });
    expect(response.headers.getSetCookie().join()).toMatch(/mainstay-session=;/);
    expect(await (await browser.request(`${gateway.url}/session`)).json()).toMatchObject({ viewer: null });
    expect((await browser.open(`${gateway.url}/la`)).url).toContain('/oidc/interaction/');
  });

  it('leaves a copied cookie worthless after signing out', async () => {
    const browser = await signedIn();
    const copy = new Browser();
    copy.setCookie('mainstay-session', browser.cookie('mainstay-session') ?? '');
    expect(await (await copy.request(`${gateway.url}/session`)).json()).toMatchObject({
      viewer: { role: 'la-analyst' },
    });
    await browser.request(`${gateway.url}/sign-out`, { method: 'POST', headers: csrf });
    expect(await (await copy.request(`${gateway.url}/session`)).json()).toMatchObject({ viewer: null });
  });

  it('refuses an answer of the provider that this browser did not ask for, or that was tampered with', async () => {
    const stranger = await new Browser().open(
      `${gateway.url}/sign-in/callback?code=abc&state=def&iss=${encodeURIComponent(`${gateway.url}/oidc`)}`,
    );
    expect(stranger.response.status).toBe(400);
    const browser = new Browser();
    const page = await browser.open(`${gateway.url}/sign-in`);
    let at = page.url;
    let response = await browser.request(at, { method: 'POST', body: new URLSearchParams({ account: 'la-analyst' }) });
    while (!at.includes('/sign-in/callback')) {
      at = new URL(response.headers.get('location') ?? '', at).href;
      if (!at.includes('/sign-in/callback')) response = await browser.request(at);
    }
    const tampered = new URL(at);
    tampered.searchParams.set('state', 'another');
    expect((await browser.request(tampered.href)).status).toBe(400);
    expect(browser.cookies).not.toContain('mainstay-session');
  });

  it('refuses an account that is none, and a provider’s page that was opened by itself', async () => {
    const browser = new Browser();
    const page = await browser.open(`${gateway.url}/sign-in`);
    const wrong = await browser.request(page.url, {
      method: 'POST',
      body: new URLSearchParams({ account: 'administrator' }),
    });
    expect(wrong.status).toBe(400);
    expect(await wrong.text()).toContain('role="alert"');
    expect((await new Browser().request(page.url)).status).toBe(400);
  });

  it('needs a code challenge: a request without one is refused', async () => {
    const url = new URL(`${gateway.url}/oidc/auth`);
    url.search = new URLSearchParams({
      client_id: 'mainstay-gateway',
      response_type: 'code',
      scope: 'openid',
      redirect_uri: `${gateway.url}/sign-in/callback`,
    }).toString();
    const response = await fetch(url, { redirect: 'manual' });
    expect(response.headers.get('location')).toContain('error=invalid_request');
  });
});

describe('what a browser may ask', () => {
  it('is a registered operation, by its hash', async () => {
    const browser = await signedIn();
    const response = await browser.request(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { ...json, ...csrf },
      body: registered,
    });
    expect(await response.json()).toEqual({ data: { localAuthority: { id: 'E08000025', name: 'Birmingham' } } });
  });

  it('is nothing else: neither an unknown hash nor the text of a query', async () => {
    const browser = await signedIn();
    const unknown = JSON.stringify({
      extensions: {
        persistedQuery: { version: 1, sha256Hash: createHash('sha256').update('{ practices { id } }').digest('hex') },
      },
    });
    const asked = async (body: string) => {
      const response = await browser.request(`${gateway.url}/graphql`, {
        method: 'POST',
        headers: { ...json, ...csrf },
        body,
      });
      return [
        response.status,
        ((await response.json()) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code,
      ];
    };
    expect(await asked(unknown)).toEqual([400, 'PERSISTED_QUERY_NOT_FOUND']);
    expect(await asked('{"query":"{ practices { id } }"}')).toEqual([400, 'QUERY_TEXT_REFUSED']);
  });

  it('must come from a page of the gateway', async () => {
    const browser = await signedIn();
    const send = async (headers: Record<string, string>) =>
      (
        await browser.request(`${gateway.url}/graphql`, {
          method: 'POST',
          headers: { ...json, ...headers },
          body: registered,
        })
      ).status;
    expect(await send({})).toBe(403);
    expect(await send({ ...csrf, origin: 'https://evil.example' })).toBe(403);
    expect(await send({ ...csrf, origin: 'null' })).toBe(403);
    expect(await send({ ...csrf, 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await send({ ...csrf, origin: gateway.url })).toBe(200);
    expect(
      (
        await browser.request(`${gateway.url}/sign-out`, {
          method: 'POST',
          headers: { origin: 'https://evil.example' },
        })
      ).status,
    ).toBe(403);
    expect(
      (
        await browser.request(`${gateway.url}/uploads`, {
          method: 'POST',
          headers: { 'x-file-name': 'a.csv' },
          body: 'x',
        })
      ).status,
    ).toBe(403);
  });

  it('carries one credential, not two', async () => {
    const browser = await signedIn();
    const authorization = `Bearer ${await gateway.token('la-analyst')}`;
    const response = await browser.request(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { ...json, ...csrf, authorization },
      body: registered,
    });
    expect(response.status).toBe(400);
  });
});
