import { createHash } from 'node:crypto';
import { fixedClock, systemClock, type Clock } from '@mainstay/primitives';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestPlatform, type TestPlatform } from '../../testkit/test-platform.ts';
import { CookieBrowser } from './cookie-browser.ts';

let platform: TestPlatform;
/** Later than it is by this much. */
let later = 0;
const at = (): Date => new Date(systemClock.now().getTime() + later);
const clock: Clock = { now: at, today: () => fixedClock(at()).today() };
const minutes = (count: number): number => count * 60_000;
const cookieName = 'mainstay-session';

beforeAll(async () => {
  platform = await startTestPlatform({ clock });
});
afterAll(() => platform?.stop());

/** The hash of a query that no page asks. */
const unknown = createHash('sha256').update('{ __typename }').digest('hex');
const byHash = (sha256Hash: string): object => ({ extensions: { persistedQuery: { version: 1, sha256Hash } } });

async function signedIn(account = 'la-manager'): Promise<CookieBrowser> {
  const browser = new CookieBrowser(platform.url);
  await browser.signIn(account);
  expect(browser.cookies.get(cookieName)).toBeDefined();
  return browser;
}

/** Whether a browser is let in: an unknown hash is refused only after that. */
async function isIn(browser: CookieBrowser): Promise<boolean> {
  const response = await browser.ask(byHash(unknown));
  return response.status === 400 && (await response.text()).includes('PERSISTED_QUERY_NOT_FOUND');
}

function holding(cookie: string): CookieBrowser {
  const thief = new CookieBrowser(platform.url);
  thief.cookies.set(cookieName, cookie);
  return thief;
}

describe('a page', () => {
  test('asks by hash, and for what is registered: no text, no other hash, no batch', async () => {
    const browser = await signedIn();
    for (const body of [
      { query: '{ __typename }' },
      { query: '', ...byHash(unknown) },
      { query: '{ __typename }', ...byHash(unknown) },
      [{ query: '{ __typename }' }],
      byHash('x'),
      byHash('../operations'),
      byHash('__proto__'),
      byHash('constructor'),
      {},
    ]) {
      const response = await browser.ask(body);
      expect(response.status).toBe(400);
      expect(await response.text()).not.toContain('"data"');
    }
  });

  test.each([
    {},
    { 'x-mainstay-csrf': '0' },
    { 'x-mainstay-csrf': '1', origin: 'https://evil.example' },
    { 'x-mainstay-csrf': '1', origin: 'null' },
    { 'x-mainstay-csrf': '1', 'sec-fetch-site': 'cross-site' },
    { 'x-mainstay-csrf': '1', 'sec-fetch-site': 'same-site' },
  ])('of another site is refused: %j', async (headers) => {
    const browser = await signedIn();
    expect((await browser.ask(byHash(unknown), headers as Record<string, string>)).status).toBe(403);
    const upload = await browser.request('/uploads', {
      method: 'POST',
      headers: { ...headers, 'x-file-name': 'a.csv', 'content-type': 'application/octet-stream' },
      body: 'x',
    });
    expect(upload.status).toBe(403);
  });

  test.each(['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain'])(
    'a form of type %s does nothing',
    async (type) => {
      const browser = await signedIn();
      const response = await browser.request('/graphql', {
        method: 'POST',
        headers: { 'content-type': type },
        body: JSON.stringify(byHash(unknown)),
      });
      expect([403, 415]).toContain(response.status);
    },
  );

  test('another site signs nobody out', async () => {
    const browser = await signedIn();
    const response = await browser.request('/sign-out', {
      method: 'POST',
      headers: { origin: 'https://evil.example', 'content-type': 'application/x-www-form-urlencoded' },
      body: '',
    });
    expect(response.status).toBe(403);
    expect(await isIn(browser)).toBe(true);
    await browser.request('/sign-out');
    expect(await isIn(browser)).toBe(true);
  });
});

describe('a session', () => {
  test('has a cookie that no script reads and no other site sends', async () => {
    const browser = new CookieBrowser(platform.url);
    const callback = await browser.signIn('la-manager', '/', (at) => at.includes('/sign-in/callback'));
    const response = await browser.request(callback);
    const [cookie] = response.headers.getSetCookie().filter((line) => line.startsWith(`${cookieName}=`));
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=(?:Lax|Strict)/i);
    expect(cookie).not.toMatch(/Domain=/i);
    expect(response.headers.get('location')).toBe('/');
  });

  test('is not the one that somebody set before the sign-in', async () => {
    const browser = holding('fixed-by-an-attacker');
    await browser.signIn('la-manager');
    expect(browser.cookies.get(cookieName)).not.toBe('fixed-by-an-attacker');
    expect(await isIn(holding('fixed-by-an-attacker'))).toBe(false);
  });

  test('of an attacker that a victim was given ends when the victim signs in', async () => {
    const attacker = await signedIn('swp-worker');
    const cookie = attacker.cookies.get(cookieName) ?? '';
    const victim = holding(cookie);
    await victim.signIn('la-manager');
    expect(await isIn(victim)).toBe(true);
    expect(await isIn(holding(cookie))).toBe(false);
  });

  test('is over for every browser that holds its cookie once one signed out', async () => {
    const browser = await signedIn();
    const copy = holding(browser.cookies.get(cookieName) ?? '');
    expect(await isIn(copy)).toBe(true);
    await browser.request('/sign-out', { method: 'POST' });
    expect(await isIn(copy)).toBe(false);
  });

  test('ends for thief and owner when a cookie comes back that was replaced', async () => {
    const browser = await signedIn();
    const old = browser.cookies.get(cookieName) ?? '';
    later += minutes(6);
    expect(await isIn(browser)).toBe(true);
    expect(browser.cookies.get(cookieName)).not.toBe(old);
    later += minutes(2);
    expect(await isIn(holding(old))).toBe(false);
    expect(await isIn(browser)).toBe(false);
  });

  test('ends after half an hour without use, and after twelve hours with', async () => {
    const idle = await signedIn();
    const busy = await signedIn('la-analyst');
    later += minutes(31);
    expect(await isIn(idle)).toBe(false);
    const again = await signedIn('la-analyst');
    for (let passed = 0; passed < 12 * 60 - 20; passed += 20) {
      later += minutes(20);
      expect(await isIn(again)).toBe(true);
    }
    later += minutes(25);
    expect(await isIn(again)).toBe(false);
    expect(await isIn(busy)).toBe(false);
  });

  test.each(['', 'x', 'a'.repeat(4_000), '../../x', "' OR 1=1 --", '%00', '__proto__'])(
    'is not opened by “%s”',
    async (cookie) => {
      expect(await isIn(holding(encodeURIComponent(cookie)))).toBe(false);
    },
  );
});

describe('a sign-in', () => {
  const callbackOf = (browser: CookieBrowser): Promise<string> =>
    browser.signIn('la-manager', '/', (at) => at.includes('/sign-in/callback'));

  test('that began in another browser is not finished in this one', async () => {
    const attacker = new CookieBrowser(platform.url);
    const callback = await callbackOf(attacker);
    const victim = new CookieBrowser(platform.url);
    expect((await victim.request(callback)).status).toBe(400);
    await victim.request('/sign-in');
    expect((await victim.request(callback)).status).toBe(400);
    expect(victim.cookies.get(cookieName)).toBeUndefined();
  });

  test('is finished once: its code and its state are worth nothing then', async () => {
    const browser = new CookieBrowser(platform.url);
    const callback = await callbackOf(browser);
    const state = new Map(browser.cookies);
    expect((await browser.request(callback)).status).toBe(303);
    const replay = new CookieBrowser(platform.url);
    for (const [name, value] of state) replay.cookies.set(name, value);
    replay.cookies.delete(cookieName);
    expect((await replay.request(callback)).status).toBe(400);
    expect(replay.cookies.get(cookieName)).toBeUndefined();
  });

  test.each(['state', 'code', 'iss'])('with another %s is not finished', async (name) => {
    const browser = new CookieBrowser(platform.url);
    const callback = new URL(await callbackOf(browser));
    callback.searchParams.set(name, 'forged');
    expect((await browser.request(callback.href)).status).toBe(400);
    expect(browser.cookies.get(cookieName)).toBeUndefined();
  });

  test('with its state forged, or of a session, is not finished', async () => {
    const browser = new CookieBrowser(platform.url);
    const callback = await callbackOf(browser);
    for (const forged of ['x', (await signedIn()).cookies.get(cookieName) ?? '']) {
      browser.cookies.set('mainstay-sign-in', forged);
      expect((await browser.request(callback)).status).toBe(400);
    }
  });

  test('that fails repeats nothing of what was sent', async () => {
    const browser = new CookieBrowser(platform.url);
    const response = await browser.request(
      '/sign-in/callback?error=%3Cscript%3Ecanary%3C/script%3E&error_description=canary&state=x',
    );
    expect(await response.text()).not.toContain('canary');
  });
});
