import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestPlatform, type TestPlatform } from '../testkit/test-platform.ts';

const root = join(import.meta.dirname, '../..');
const BIRMINGHAM = 'E08000025';
const tables = ['audit_event', 'audit_event_seal', 'audit_event_head', 'audit_event_child', 'audit_event_verification'];

let platform: TestPlatform;
let here: string;
let copy: string;
beforeAll(async () => {
  here = mkdtempSync(join(tmpdir(), 'mainstay-audit-'));
  copy = join(here, 'heads');
  platform = await startTestPlatform();
  for (let look = 0; look < 3; look += 1) await lookAtChildren();
  await verify();
  cpSync(join(platform.dataDir, 'audit-heads'), copy, { recursive: true });
});
afterAll(async () => {
  await platform?.stop();
  rmSync(here, { recursive: true, force: true });
});

async function lookAtChildren(): Promise<void> {
  const token = await platform.token('la-manager');
  const { status } = await platform.ask(
    token,
    'query Look { children(first: 3) { totalCount edges { node { id } } } }',
  );
  if (status !== 200) throw new Error(`The children were not shown: ${status}.`);
}

/** Runs `npx mainstay audit verify`. */
async function verify(...words: string[]) {
  const env = { ...process.env, MAINSTAY_URL: platform.url, MAINSTAY_TOKEN: undefined };
  const child = spawn(process.execPath, [join(root, 'packages/cli/bin/mainstay.mjs'), 'audit', 'verify', ...words], {
    env,
  });
  let [out, complaint] = ['', ''];
  child.stdout.on('data', (text) => (out += String(text)));
  child.stderr.on('data', (text) => (complaint += String(text)));
  const [code] = (await once(child, 'close')) as [number];
  return { code, out, complaint };
}

/** Runs statements as the superuser of the database server, who takes the triggers away first and puts them back. */
async function asSuperuser(...statements: string[]): Promise<void> {
  const state = JSON.parse(readFileSync(join(platform.dataDir, 'postgres/server.json'), 'utf8')) as {
    port: number;
    superuserPassword: string;
  };
  const { port, superuserPassword: password } = state;
  const client = new pg.Client({ host: '127.0.0.1', port, user: 'mainstay', password, database: 'gateway' });
  await client.connect();
  try {
    for (const table of tables) await client.query(`ALTER TABLE ${table} DISABLE TRIGGER ALL`);
    for (const statement of statements) await client.query(statement);
    for (const table of tables) await client.query(`ALTER TABLE ${table} ENABLE ALWAYS TRIGGER refuse_changes`);
  } finally {
    await client.end();
  }
}

describe('audit verify', () => {
  test('ends with 0 and says what it looked at when the audit is intact', async () => {
    const all = await verify();
    expect(all).toMatchObject({ code: 0, complaint: '' });
    for (const words of ['The audit is intact.', 'platform:', `${BIRMINGHAM}:`, 'Ed25519'])
      expect(all.out).toContain(words);
    expect((await verify('--la', BIRMINGHAM, '--heads', copy)).code).toBe(0);
  });

  test.each([
    [['--la', 'Birmingham'], 'ONS code'],
    [['--heads', '/nowhere'], 'no folder'],
    [['everything'], 'not understood'],
    [['--quickly'], ''],
  ])('ends with 2 when it was not understood: %j', async (words, message) => {
    const { code, complaint } = await verify(...words);
    expect(code).toBe(2);
    expect(complaint).toContain(message);
  });

  test('ends with 1 when a copy of the heads is another', async () => {
    const forged = join(here, 'forged');
    cpSync(copy, forged, { recursive: true });
    const file = join(forged, `${BIRMINGHAM}.jsonl`);
    writeFileSync(file, readFileSync(file, 'utf8').replace(/"hash":"[0-9a-f]{64}"/, `"hash":"${'0'.repeat(64)}"`));
    const { code, out } = await verify('--la', BIRMINGHAM, '--heads', forged);
    expect(code).toBe(1);
    expect(out).toContain('head-not-signed');
  });

  test('ends with 1 and names authority and place when somebody with every right removed an event', async () => {
    const event = `(SELECT event_id FROM audit_event_seal WHERE la_code = '${BIRMINGHAM}' AND sequence = 2)`;
    await asSuperuser(`DELETE FROM audit_event WHERE id = ${event}`);
    const { code, out } = await verify();
    expect(code).toBe(1);
    expect(out).toMatch(new RegExp(`${BIRMINGHAM}: \\d+ events, TAMPERED WITH[^]*place 2: removed`));
    const graph = await platform.ask<{ localAuthority: { auditChain: { isIntact: boolean } } }>(
      await platform.token('la-manager'),
      `{ localAuthority(id: "${BIRMINGHAM}") { auditChain { isIntact lastVerifiedAt } } }`,
    );
    expect(graph.data?.localAuthority.auditChain.isIntact).toBe(false);
  });

  test('ends with 1 when everything the database and the platform’s folder knew is gone, by the copy of the heads', async () => {
    await asSuperuser(`TRUNCATE ${tables.join(', ')}`);
    rmSync(join(platform.dataDir, 'audit-heads'), { recursive: true });
    await lookAtChildren();
    const { code, out } = await verify('--heads', copy);
    expect(code).toBe(1);
    expect(out).toMatch(new RegExp(`DO NOT AGREE[^]*${BIRMINGHAM}, place \\d+: (cut-off|recomputed)`));
  });
});
