import { afterAll, beforeAll, expect, it } from 'vitest';
import { Browser } from './testing/browser.ts';
import { startTestGateway, type TestGateway } from './testing/test-gateway.ts';

let gateway: TestGateway;
let browser: Browser;
let machine: string;
beforeAll(async () => {
  gateway = await startTestGateway();
  browser = new Browser();
  await browser.signIn(gateway.url, 'la-analyst');
  machine = await gateway.token('integrator');
  await gateway.database.owner(async (db) => {
    for (const table of ['session', 'credential', 'person'])
      await db.query(`ALTER TABLE ${table} RENAME TO ${table}_away`);
  });
});
afterAll(async () => gateway.close());

const form = new URLSearchParams({ grant_type: 'client_credentials', client_id: 'x', client_secret: 'y' });

it.each([
  ['a session', async () => browser.request(`${gateway.url}/session`)],
  ['a page', async () => browser.request(`${gateway.url}/la`, { headers: { accept: 'text/html' } })],
  [
    'a machine',
    async () => gateway.ask({ query: '{ child(id: "x") { id } }' }, { authorization: `Bearer ${machine}` }),
  ],
  ['somebody who was never here', async () => tokenRequest('la-manager')],
  ['a machine that wants a token', async () => fetch(`${gateway.url}/oauth/token`, { method: 'POST', body: form })],
  ['signing in', async () => (await new Browser().signIn(gateway.url, 'la-manager')).response],
  [
    'signing out',
    async () => browser.request(`${gateway.url}/sign-out`, { method: 'POST', headers: { 'x-mainstay-csrf': '1' } }),
  ],
])('while the registers do not answer, %s is refused, and told why', async (_what, asked) => {
  const response = await asked();
  expect(response.status).toBe(503);
  const text = await response.text();
  expect(text).toContain('AUDIT_UNAVAILABLE');
  expect(text).not.toMatch(/relation|session_away|SELECT/);
});

async function tokenRequest(account: string): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  return fetch(`${gateway.url}/demonstration/token`, { method: 'POST', headers, body: JSON.stringify({ account }) });
}
