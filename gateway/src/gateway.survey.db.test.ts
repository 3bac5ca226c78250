import { createLogger } from '@mainstay/subgraph-kit';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fixedClock } from '@mainstay/primitives';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SurveyRate } from './survey/survey-rate.ts';
import { startTestGateway, type TestGateway } from './testing/test-gateway.ts';

const answers = { waveId: 'w.1', group: 'PRACTICE', message: 'm', signature: 's', answers: { 'autonomy.1': 4 } };
const logged: string[] = [];
let gateway: TestGateway;
beforeAll(async () => {
  const write = (line: string) => void logged.push(line);
  const logger = createLogger({ service: 'gateway', now: () => new Date(0), write });
  gateway = await startTestGateway({ logger, surveyDir: '/nowhere' });
});
afterAll(() => gateway?.close());

function post(path: string, body: string, headers: Record<string, string> = {}): Promise<Response> {
  const all = { 'content-type': 'application/json', ...headers };
  return fetch(`${gateway.url}${path}`, { method: 'POST', headers: all, body });
}

async function auditEvents(): Promise<number> {
  const [row] = await gateway.database.owner((db) => db.query<{ count: string }>('SELECT count(*) FROM audit_event'));
  return Number(row?.count);
}

test('answers reach the subgraph without anything of who sent them', async () => {
  const token = await gateway.token('la-analyst');
  const cookie = 'session=somebody';
  const headers = {
    authorization: `Bearer ${token}`,
    cookie,
    'user-agent': 'A Browser of Somebody',
    'x-forwarded-for': '192.0.2.7',
  };
  const response = await post('/survey/answers', JSON.stringify(answers), headers);
  expect([response.status, await response.json()]).toEqual([200, { isReceived: true }]);
  expect(response.headers.get('set-cookie')).toBeNull();
  expect(gateway.stand.surveyAnswers).toEqual([
    { caller: { kind: 'service', name: 'gateway', requestId: 'survey' }, params: {}, body: JSON.stringify(answers) },
  ]);
});

test('nothing of answering is logged or audited: not refusals, not what cannot be read', async () => {
  const before = { events: await auditEvents(), lines: logged.length };
  const refused = await post('/survey/open', '{"secret":"none"}');
  expect([refused.status, await refused.json()]).toEqual([410, { code: 'CLOSED', message: 'The survey has closed.' }]);
  const tooLarge = await post('/survey/answers', JSON.stringify({ ...answers, more: 'x'.repeat(70_000) }));
  expect([tooLarge.status, await tooLarge.json()]).toMatchObject([400, { code: 'BAD_REQUEST' }]);
  const noJson = await post('/survey/answers', 'a=b', { 'content-type': 'application/x-www-form-urlencoded' });
  expect([noJson.status, await noJson.json()]).toMatchObject([400, { code: 'BAD_REQUEST' }]);
  // The stand-in knows no such route: the part fails.
  const failed = await post('/survey/credential', '{}');
  expect([failed.status, await failed.json()]).toMatchObject([503, { code: 'UNAVAILABLE' }]);
  expect({ events: await auditEvents(), lines: logged.length }).toEqual(before);
  // What is asked elsewhere is audited: the count would have told.
  await gateway.ask({ query: '{ children(first: 1) { totalCount } }' });
  expect(await auditEvents()).toBeGreaterThan(before.events);
});

test('the page comes without signing in, under a policy of its own, and says when it is not built', async () => {
  const missing = await fetch(`${gateway.url}/survey/`);
  expect([missing.status, await missing.text()]).toEqual([503, expect.stringContaining('not built')]);
  const surveyDir = join(gateway.folder, 'survey');
  await mkdir(join(surveyDir, 'assets'), { recursive: true });
  await writeFile(join(surveyDir, 'index.html'), '<!doctype html><title>Survey</title>');
  await writeFile(join(surveyDir, 'assets/index-a.js'), 'answer();');
  const built = await startTestGateway({ surveyDir, database: gateway.database });
  try {
    const page = await fetch(`${built.url}/survey/`);
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('<title>Survey')]);
    expect(page.headers.get('content-security-policy')).toMatch(/script-src 'self';.*frame-ancestors 'none'/);
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    expect(page.headers.get('set-cookie')).toBeNull();
    expect((await fetch(`${built.url}/survey/assets/index-a.js`)).status).toBe(200);
    expect((await fetch(`${built.url}/survey/assets/none.js`)).status).toBe(404);
    const bare = await fetch(`${built.url}/survey`, { redirect: 'manual' });
    expect([bare.status, bare.headers.get('location')]).toEqual([308, '/survey/']);
  } finally {
    await built.stop();
  }
});

test('too many requests of one connection wait, and others do not', () => {
  let now = new Date('2027-01-11T12:00:00Z');
  const rate = new SurveyRate({ ...fixedClock(now), now: () => now }, 2);
  expect([1, 2, 3].map(() => rate.secondsToWait('192.0.2.1') > 0)).toEqual([false, false, true]);
  expect(rate.secondsToWait('192.0.2.2')).toBe(0);
  now = new Date('2027-01-11T12:01:00Z');
  expect(rate.secondsToWait('192.0.2.1')).toBe(0);
});
