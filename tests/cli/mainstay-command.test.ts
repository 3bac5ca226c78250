import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startPlatformProcess } from '../testkit/platform-process.ts';
import { startTestPlatform, type TestPlatform } from '../testkit/test-platform.ts';

const root = join(import.meta.dirname, '../..');
const fixture = join(root, 'tests/fixtures/903-fake-validator');
const LEEDS = 'E08000035';

let platform: TestPlatform;
let here: string;
beforeAll(async () => {
  here = mkdtempSync(join(tmpdir(), 'mainstay-command-'));
  platform = await startTestPlatform();
});
afterAll(async () => {
  await platform?.stop();
  rmSync(here, { recursive: true, force: true });
});

/** Runs `npx mainstay` in a folder of its own. */
async function mainstay(words: readonly string[], settings: Record<string, string> = {}) {
  const child = spawn(process.execPath, [join(root, 'packages/cli/bin/mainstay.mjs'), ...words], {
    cwd: here,
    env: {
      ...process.env,
      MAINSTAY_URL: platform.url,
      DATA_DIR: platform.dataDir,
      MAINSTAY_TOKEN: undefined,
      ...settings,
    },
  });
  let [out, complaint] = ['', ''];
  child.stdout.on('data', (text) => (out += String(text)));
  child.stderr.on('data', (text) => (complaint += String(text)));
  const [code] = (await once(child, 'close')) as [number];
  return { code, out, complaint };
}

/**
 * A small return without a fault: what the platform itself writes, without the children of whom a check finds any. Those
 * who are left may be at fault for want of them, so it is done until nothing is found.
 */
async function goodReturn(): Promise<string> {
  const folder = join(here, 'good');
  if (existsSync(folder)) return folder;
  const { code } = await mainstay(['export', '903', '--la', 'E08000028', '--year', '2025', '--out', folder]);
  expect(code).toBe(0);
  for (let times = 0; times < 5; times++) {
    const check = ['import', '903', folder, '--la', LEEDS, '--year', '2025', '--dry-run', '--report', 'good.csv'];
    if ((await mainstay(check)).code === 0) break;
    const faults = readFileSync(join(here, 'good.csv'), 'utf8').trimEnd().split('\r\n').slice(1);
    const faulty = new Set(faults.map((line) => line.split(',')[5]));
    for (const file of readdirSync(folder)) {
      const [head = '', ...rows] = readFileSync(join(folder, file), 'utf8').trimEnd().split('\n');
      const kept = rows.filter((row) => !faulty.has(row.split(',')[0]));
      writeFileSync(join(folder, file), `${[head, ...kept].join('\n')}\n`);
    }
  }
  rmSync(join(here, 'good.csv'), { force: true });
  return folder;
}

test('published figures are loaded whole or not at all, once', async () => {
  const file = join(root, 'subgraphs/workforce/reference/csww_indicators_2017_to_2025.csv');
  await mainstay(['import', 'dfe', file]);
  const { code, out } = await mainstay(['import', 'dfe', file]);
  expect([code, out]).toEqual([0, expect.stringContaining('Nothing changed: every row was held already.')]);
  writeFileSync(
    join(here, 'faulty.csv'),
    readFileSync(file, 'utf8').split('\n').slice(0, 2).join('\n').replace('36186.3', 'many'),
  );
  const faulty = await mainstay(['import', 'dfe', 'faulty.csv']);
  expect([faulty.code, faulty.complaint]).toEqual([1, expect.stringContaining('faulty.csv, row 2, column inpost_fte')]);
  expect(faulty.complaint).not.toContain('many');
});

describe('import 903', () => {
  const of = (folder: string, ...more: string[]) => ['import', '903', folder, '--la', LEEDS, '--year', '2018', ...more];

  test('with --dry-run tells every fault, loads nothing and ends with 1', async () => {
    const { code, out } = await mainstay(of(fixture, '--dry-run', '--report', 'dry.csv'));
    expect(code).toBe(1);
    expect(out).toContain('Checked; nothing was loaded, as asked.');
    expect(readFileSync(join(here, 'dry.csv'), 'utf8').split('\r\n').length).toBeGreaterThan(100);
    expect((await mainstay(['export', '903', '--la', LEEDS, '--year', '2018', '--out', 'none'])).code).toBe(1);
  });

  test('loads what it accepts, writes a report of every fault, and ends with 1', async () => {
    const { code, out } = await mainstay(of(fixture, '--report', 'faults.csv'));
    expect(code).toBe(1);
    for (const word of ['Loaded.', 'Faults by rule', 'Faults by child', 'Rules that did not run', 'faults.csv'])
      expect(out).toContain(word);
    const [head, ...lines] = readFileSync(join(here, 'faults.csv'), 'utf8').trimEnd().split('\r\n');
    expect(head).toBe('file,row,table,field,rule,child,kept_out,message,what_to_do');
    const told = /Faults by rule([\s\S]*?)\n\n/.exec(out)?.[1] ?? '';
    const total = [...told.matchAll(/ (\d+) faults/g)].reduce((sum, match) => sum + Number(match[1]), 0);
    expect(lines.length).toBe(total);
    for (const line of lines.slice(0, 50)) expect(line).toMatch(/^[\w.]+\.csv,\d*,\w*,[^,]*,\w+,\w*,(yes|no),.+/);
  });

  test('of the same files says that nothing changed', async () => {
    expect((await mainstay(of(fixture))).out).toContain('Nothing changed: every row was loaded already.');
  });

  test('of a return without a fault ends with 0, and leaves no report', async () => {
    const folder = await goodReturn();
    const first = await mainstay(['import', '903', folder, '--la', LEEDS, '--year', '2025']);
    const files = readdirSync(here).filter((name) => name.startsWith('faults-903'));
    expect([first.code, first.out.split('\n')[0], files.filter((name) => name.includes('2025'))]).toEqual([
      0,
      'Loaded.',
      [],
    ]);
    expect((await mainstay(['import', '903', join(folder, 'header.csv'), '--la', LEEDS, '--year', '2025'])).code).toBe(
      0,
    );
  });

  test('of files that are no return says what is wrong with each and ends with 1', async () => {
    writeFileSync(join(here, 'lunch.csv'), 'SOUP,SALAD\n1,2\n');
    const { code, out } = await mainstay(['import', '903', 'lunch.csv', '--la', LEEDS, '--year', '2018']);
    expect(code).toBe(1);
    expect(out).toMatch(/lunch\.csv.*columns/s);
  });

  test.each([
    [['import', '903'], /--la is missing/],
    [['import', '903', 'nowhere', '--la', LEEDS, '--year', '2018'], /There is no nowhere/],
    [['import', '903', '.', '--la', 'Leeds', '--year', '2018'], /ONS code/],
    [['import', '903', '.', '--la', LEEDS, '--year', 'last'], /collection year/],
    [['import', '903', '.', '--la', LEEDS, '--year', '2018', '--quietly'], /quietly/],
    [['import', 'dfe'], /Name one file/],
    [['export', 'everything'], /no command/],
    [['token'], /Name the account/],
    [['module', 'publish'], /folder/],
  ])('%j is not understood: 2', async (words, why) => {
    const { code, complaint } = await mainstay(words);
    expect([code, complaint]).toEqual([2, expect.stringMatching(why)]);
  });

  test('of a platform that does not answer says where it looked', async () => {
    const { code, complaint } = await mainstay(of(fixture), { MAINSTAY_URL: 'http://127.0.0.1:9' });
    expect([code, complaint]).toEqual([1, expect.stringContaining('http://127.0.0.1:9')]);
  });
});

test('export 903 writes files that read back as they are held', async () => {
  // Of Birmingham's children things were recorded here, which a table that never came is built from.
  const [folder, la, year] = [join(here, 'back'), 'E08000028', '2024'];
  const { code, out } = await mainstay(['export', '903', '--la', la, '--year', year, '--out', folder]);
  expect(code).toBe(0);
  expect(readdirSync(folder).toSorted()).toEqual(
    [...out.matchAll(/^(\w+\.csv): \d+ rows$/gm)].map((match) => match[1] ?? '').toSorted(),
  );
  expect((await mainstay(['import', '903', folder, '--la', la, '--year', year])).out).toContain('Nothing changed');
});

test('export annex-a writes Ofsted’s lists as a workbook, and says of each how many rows it has', async () => {
  const of = ['export', 'annex-a', '--la', 'E08000025', '--as-at', '2026-03-31'];
  const { code, out } = await mainstay([...of, '--out', 'annex-a.xlsx']);
  expect(code).toBe(0);
  const { sheets } = await readXlsx(new Uint8Array(readFileSync(join(here, 'annex-a.xlsx'))));
  const rows = Number(/List 8, Children in care: (\d+) rows/.exec(out)?.[1]);
  expect(rows).toBeGreaterThan(0);
  const list = sheets.find(({ name }) => name === 'List_8');
  expect(list?.rows).toHaveLength(rows + 2);
  const placedIn = list?.rows[1]?.indexOf('LA of Placement') ?? -1;
  expect(list?.rows.slice(2).map((row) => row[placedIn])).toContain('Birmingham');
  expect(out).toContain('List 1, Contacts: 0 rows. Mainstay keeps');
  expect((await mainstay([...of, '--out', 'annex-a.csv'])).code).toBe(2);
});

test('export 903 --format xml writes one file that reads back as it is held, and says what is not in it', async () => {
  const [folder, la] = [join(here, 'back-in-xml'), 'E08000028'];
  const of = ['--la', la, '--year', '2024'];
  const { code, out } = await mainstay(['export', '903', ...of, '--out', folder, '--format', 'xml']);
  expect([code, readdirSync(folder)]).toEqual([0, ['ssda903-2024.xml']]);
  expect(out).toMatch(/Left out: \d+ rows of SWEpisodes\./);
  const again = await mainstay(['import', '903', join(folder, 'ssda903-2024.xml'), ...of]);
  expect(again.out).toContain('Nothing changed');
  expect((await mainstay(['export', '903', ...of, '--out', folder, '--format', 'pdf'])).code).toBe(2);
});

test('check 903 judges files on this machine and needs no platform', async () => {
  const nowhere = { MAINSTAY_URL: 'http://127.0.0.1:9' };
  const { code, out } = await mainstay(['check', '903', join(fixture, 'header.csv'), '--year', '2024'], nowhere);
  expect(code).toBe(1);
  expect(out).toContain('header.csv\tHeader');
  expect(out).toMatch(/\d+ faults; \d+ rules could not run\./);
});

test('rules 903 lists one rule a line: code, tables, what it checks', async () => {
  const { code, out } = await mainstay(['rules', '903', '--year', '2024'], { MAINSTAY_URL: 'http://127.0.0.1:9' });
  expect(code).toBe(0);
  const lines = out.trimEnd().split('\n');
  expect(lines.length).toBeGreaterThan(60);
  for (const line of lines) expect(line).toMatch(/^\w+\t(every table|[\w,]+)\t.{10,}$/);
  expect(new Set(lines.map((line) => line.split('\t')[0])).size).toBe(lines.length);
});

describe('token', () => {
  test('prints a token of the account and authority asked for', async () => {
    const { code, out } = await mainstay(['token', 'la-analyst', '--la', 'e08000028']);
    expect(code).toBe(0);
    const { data } = await platform.ask<{ children: { edges: { node: { localAuthority: { id: string } } }[] } }>(
      out.trim(),
      '{ children(first: 1) { edges { node { localAuthority { id } } } } }',
    );
    expect(data?.children.edges[0]?.node.localAuthority.id).toBe('E08000028');
  });

  test.each([
    ['nobody', []],
    ['la-analyst', ['--la', 'E99999999']],
    ['swp-worker', ['--practice', 'no-such-practice']],
  ])('of %s with %j is refused with a reason', async (account, more) => {
    const { code, complaint } = await mainstay(['token', account, ...more]);
    expect([code, complaint.length > 20, complaint.includes('    at ')]).toEqual([1, true, false]);
  });
});

describe('in production', () => {
  const secret = 'a secret of thirty-two characters, or more';
  const settings = { NODE_ENV: 'production', MAINSTAY_SECRET: secret, HOST: '127.0.0.1' };
  const provider = { OIDC_ISSUER: 'https://127.0.0.1:9', OIDC_CLIENT_ID: 'mainstay', OIDC_CLIENT_SECRET: 'unused' };

  test('there are no tokens of demonstration accounts, and no demonstration', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'mainstay-production-'));
    chmodSync(dataDir, 0o755);
    const production = await startPlatformProcess(dataDir, { ...settings, ...provider }, '/health/live');
    try {
      const { code, out, complaint } = await mainstay(['token', 'la-analyst'], { MAINSTAY_URL: production.url });
      expect([code, out, complaint]).toEqual([1, '', expect.stringContaining('not a demonstration')]);
      expect((await fetch(`${production.url}/oidc/.well-known/openid-configuration`)).status).not.toBe(200);
      expect(readdirSync(dataDir, { recursive: true }).map(String)).not.toContain('secret');
    } finally {
      await production.stop();
      rmSync(dataDir, { recursive: true, force: true });
    }
  });

  test.each([
    ['MAINSTAY_SECRET', { ...settings, ...provider, MAINSTAY_SECRET: '' }],
    ['OIDC_ISSUER', settings],
  ])('the platform does not start without %s, and names it', async (name, given) => {
    await expect(startPlatformProcess(join(here, 'unused'), given)).rejects.toThrow(name);
    expect(existsSync(join(here, 'unused'))).toBe(false);
  });
});

describe('module', () => {
  test('is listed, published and rolled back; a running platform serves the new version at once', async () => {
    const listed = await mainstay(['module', 'list']);
    const before = /^la\t(\S+)/m.exec(listed.out)?.[1] ?? '';
    expect(before).toMatch(/^0\.1\.0-[0-9a-f]{8}$/);
    const folder = join(here, 'la');
    for (const part of ['dist', 'module.json', 'package.json'])
      cpSync(join(root, 'web-modules/la', part), join(folder, part), { recursive: true });
    const entry = readdirSync(join(folder, 'dist')).find((name) => /^remoteEntry.*\.js$/.test(name)) ?? '';
    writeFileSync(join(folder, 'dist', entry), `${readFileSync(join(folder, 'dist', entry), 'utf8')}\n// changed\n`);
    const published = await mainstay(['module', 'publish', folder]);
    expect(published.code).toBe(0);
    const after = /^la (\S+) is live\./m.exec(published.out)?.[1];
    expect(after).not.toBe(before);
    const served = await fetch(`${platform.url}/modules/la/${after}/${entry}`);
    expect([served.status, await served.text()]).toEqual([200, expect.stringContaining('// changed')]);
    expect((await mainstay(['module', 'publish', folder])).out).toContain('was live already');
    expect((await mainstay(['module', 'list'])).out).toContain(`la\t${after}\t${before}`);
    expect((await mainstay(['module', 'rollback', 'la'])).out).toContain(`la ${before} is live.`);
    expect((await mainstay(['module', 'rollback', 'la'])).code).toBe(1);
  });

  test('that is not built, or not there, is refused with a reason', async () => {
    for (const words of [
      ['module', 'publish', here],
      ['module', 'rollback', 'lunch'],
    ]) {
      const { code, complaint } = await mainstay(words);
      expect([code, complaint]).toEqual([1, expect.stringMatching(/.{20,}/)]);
    }
  });
});
