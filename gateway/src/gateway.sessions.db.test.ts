import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Browser } from './testing/browser.ts';
import { movableClock } from './testing/movable-clock.ts';
import { startTestGateway, type TestGateway } from './testing/test-gateway.ts';
import { writeBuiltModule } from './testing/built-module.ts';
import { publishModule } from './module-registry/index.ts';

const clock = movableClock();
const mine = 'query MySessions { mySessions { id signedInAt seenAt isThis } }';
const out = 'mutation SignOutEverywhere($id: ID!) { signOutEverywhere(input: { personId: $id }) { endedSessions } }';
const hashOf = (query: string) => createHash('sha256').update(query).digest('hex');
const minute = 60_000;

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway({ clock });
  await writeBuiltModule(`${gateway.folder}/build`, {
    text: 'one',
    operations: { [hashOf(mine)]: mine, [hashOf(out)]: out },
  });
  await publishModule(gateway.modulesDir, `${gateway.folder}/build`);
});
afterAll(async () => gateway.close());
beforeEach(() => clock.move(31 * minute));

async function signedIn(account = 'la-analyst'): Promise<Browser> {
  const browser = new Browser();
  await browser.signIn(gateway.url, account);
  return browser;
}

async function ask(browser: Browser, query: string, variables: object = {}) {
  const response = await browser.request(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-mainstay-csrf': '1' },
    body: JSON.stringify({
      variables,
      extensions: { persistedQuery: { version: 1, sha256Hash: hashOf(query) } },
    }),
  });
  const body = (await response.json()) as { data?: Record<string, never>; errors?: unknown };
  return { status: response.status, ...body };
}

async function auditOf(kind: string) {
  return gateway.database.owner((db) =>
    db.query<{ subject: string; code: string; operation: string }>(
      'SELECT subject, code, operation FROM audit_event WHERE kind = $1 ORDER BY at DESC, id LIMIT 5',
      [kind],
    ),
  );
}

describe('sessions of a person', () => {
  it('are told to the person, the one that asks among them', async () => {
    const [here, elsewhere] = [await signedIn(), await signedIn()];
    const { data } = await ask(here, mine);
    const sessions = (data?.['mySessions'] ?? []) as { isThis: boolean }[];
    expect([sessions.length, sessions.filter(({ isThis }) => isThis).length]).toEqual([2, 1]);
    expect((await ask(elsewhere, mine)).status).toBe(200);
  });

  it('are all ended at once by the person', async () => {
    const [here, elsewhere] = [await signedIn(), await signedIn()];
    expect((await ask(here, out, { id: 'demo:la-analyst' })).data).toEqual({ signOutEverywhere: { endedSessions: 2 } });
    expect((await ask(elsewhere, mine)).status).toBe(401);
    expect((await ask(here, mine)).status).toBe(401);
    expect(await (await here.request(`${gateway.url}/session`)).json()).toMatchObject({ viewer: null });
  });

  it('are ended by a manager of the authority, and by nobody else', async () => {
    const [worker, manager, analyst] = [await signedIn('swp-worker'), await signedIn('la-manager'), await signedIn()];
    await ask(worker, mine);
    expect(await ask(analyst, out, { id: 'demo:swp-worker' })).toMatchObject({
      errors: [{ extensions: { code: 'FORBIDDEN' } }],
    });
    expect(await ask(manager, out, { id: 'somebody unknown' })).toMatchObject({
      errors: [{ extensions: { code: 'FORBIDDEN' } }],
    });
    expect((await ask(worker, mine)).status).toBe(200);
    expect((await ask(manager, out, { id: 'demo:swp-worker' })).data).toEqual({
      signOutEverywhere: { endedSessions: 1 },
    });
    expect((await ask(worker, mine)).status).toBe(401);
  });

  it('are ended, and the audit told, when a cookie comes again that was replaced', async () => {
    const browser = await signedIn();
    const thief = new Browser();
    const first = browser.cookie('mainstay-session') ?? '';
    thief.setCookie('mainstay-session', first);
    clock.move(5 * minute);
    expect((await ask(browser, mine)).status).toBe(200);
    expect(browser.cookie('mainstay-session')).not.toBe(first);
    clock.move(31_000);
    expect((await ask(thief, mine)).status).toBe(401);
    expect((await ask(browser, mine)).status).toBe(401);
    expect((await auditOf('SIGN_OUT'))[0]).toMatchObject({ subject: 'demo:la-analyst', code: 'SESSION_STOLEN' });
  });

  it('begin with another token at each sign-in, and the former session is over', async () => {
    const browser = await signedIn();
    const copy = new Browser();
    copy.setCookie('mainstay-session', browser.cookie('mainstay-session') ?? '');
    clock.move(1_000);
    await browser.signIn(gateway.url, 'la-manager');
    expect((await ask(copy, mine)).status).toBe(401);
    expect((await ask(browser, mine)).status).toBe(200);
    expect((await auditOf('SIGN_IN'))[0]).toMatchObject({ subject: 'demo:la-manager', operation: 'browser' });
  });
});

describe('two processes of the gateway', () => {
  it('know at once what was ended at the other: a session, a machine', async () => {
    const other = await startTestGateway({ clock, database: gateway.database });
    const browser = await signedIn();
    const there = async () => (await (await browser.request(`${other.url}/session`)).json()) as { viewer: unknown };
    const machine = { authorization: `Bearer ${await other.token('integrator', { la: 'E08000029' })}` };
    const manager = {
      authorization: `Bearer ${await gateway.token('la-manager', { la: 'E08000029' })}`,
    };
    const anything = { query: '{ child(id: "E08000025.1") { id } }' };
    try {
      expect(await there()).toMatchObject({ viewer: { role: 'la-analyst' } });
      expect((await other.ask(anything, machine)).status).toBe(200);
      await ask(browser, out, { id: 'demo:la-analyst' });
      const revoke = 'mutation { revokeCredential(input: { id: "demo:integrator.E08000029" }) { status } }';
      expect(await (await gateway.ask({ query: revoke }, manager)).json()).toMatchObject({
        data: { revokeCredential: { status: 'REVOKED' } },
      });
      expect(await there()).toMatchObject({ viewer: null });
      expect((await other.ask(anything, machine)).status).toBe(401);
    } finally {
      await other.stop();
    }
  });
});

describe('an operator of the platform', () => {
  it('signs in and sees nothing: neither graph nor files nor modules', async () => {
    const browser = await signedIn('platform-operator');
    expect(await (await browser.request(`${gateway.url}/session`)).json()).toMatchObject({
      viewer: { role: 'platform-operator', audience: null, organisation: null, laCode: null, breakGlassAllowed: false },
    });
    expect(await ask(browser, mine)).toMatchObject({ status: 403 });
    expect(await (await browser.request(`${gateway.url}/registry.json`)).json()).toEqual({ modules: [] });
    const page = await browser.open(`${gateway.url}/la`);
    expect(await page.response.text()).toContain('Operators see no records');
    const headers = { authorization: `Bearer ${await gateway.token('platform-operator')}`, 'x-file-name': 'a.csv' };
    expect((await fetch(`${gateway.url}/uploads`, { method: 'POST', headers, body: 'x' })).status).toBe(403);
    const signedOut = await browser.request(`${gateway.url}/sign-out`, {
      method: 'POST',
      body: new URLSearchParams(),
      headers: { accept: 'text/html' },
    });
    expect(signedOut.status).toBe(303);
  });
});

describe('the page’s session', () => {
  it('tells an inspector the inspection that is open, and none where none is', async () => {
    const browser = await signedIn('ofsted-inspector');
    const session = async () => (await browser.request(`${gateway.url}/session`)).json();
    expect(await session()).toMatchObject({ viewer: { organisation: 'Ofsted', inspection: { la: 'E08000025' } } });
    gateway.stand.inspections.clear();
    clock.move(1_001);
    expect(await session()).toMatchObject({ viewer: { inspection: null } });
    gateway.stand.inspections.add('E08000025');
  });
});
