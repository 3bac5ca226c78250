import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { heldRows, importFiles, reportOf, startImport, type Importing } from '../testkit/importing.ts';
import { startPlatformProcess, untilReady, type PlatformProcess } from '../testkit/platform-process.ts';
import { startTestPlatform } from '../testkit/test-platform.ts';

const LEEDS = 'E08000035';
const GIGABYTE = 1024 ** 3;
const folder = join(import.meta.dirname, '../fixtures/903-fake-validator');
/** A return of 26,000 rows that nobody here wrote: long enough to be killed in the middle of it. */
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.csv'))
  .map((name) => ({ name, content: readFileSync(join(folder, name)) }));

let dataDir: string;
let platform: PlatformProcess;
/** The rows held of each table after an import that nobody disturbs. */
let whole: Record<string, number>;

const leeds = async (year: number): Promise<Importing> => ({
  platform,
  la: LEEDS,
  year,
  token: await platform.token('la-analyst', { la: LEEDS }),
});

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'mainstay-killed-'));
  chmodSync(dataDir, 0o755);
  await (await startTestPlatform({ dataDir })).stop();
  platform = await startPlatformProcess(dataDir);
  await importFiles(await leeds(2017), files);
  whole = await heldRows(await leeds(2017));
  if (Object.keys(whole).length < 9) throw new Error('The undisturbed import is not whole.');
});
afterAll(async () => {
  await platform?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** How many children of the authority the platform knows. */
async function children(importing: Importing): Promise<number> {
  const { data } = await platform.ask<{ children: { totalCount: number } }>(
    importing.token,
    'query C($la: ID!) { children(la: $la) { totalCount } }',
    { la: LEEDS },
  );
  return data?.children.totalCount ?? 0;
}

describe('an import whose platform is killed', () => {
  test.each([
    [2010, 'as soon as it was asked for', 0],
    [2011, 'while it reads and checks', 0.1],
    [2012, 'while it loads', 0.6],
    [2013, 'just before it is done', 0.9],
  ])('for %i, %s, leaves nothing or all, says so, and can be run again', async (year, _moment, until) => {
    const before = await leeds(year);
    const known = await children(before);
    const id = await startImport(before, files);
    for (;;) {
      const report = await reportOf(before, id);
      if (report && (report.progress >= until || report.finishedAt)) break;
      await wait(5);
    }
    await platform.kill();
    platform = await startPlatformProcess(dataDir);

    const after = await leeds(year);
    await expect.poll(async () => (await reportOf(after, id))?.finishedAt ?? null, { timeout: 30_000 }).not.toBeNull();
    const report = await reportOf(after, id);
    const held = await heldRows(after);
    expect([report?.status, held]).toEqual(report?.status === 'LOADED' ? ['LOADED', whole] : ['INTERRUPTED', {}]);
    expect(await children(after)).toBe(known);
    const again = await importFiles(after, files);
    expect(again.status).toBe(report?.status === 'LOADED' ? 'UNCHANGED' : 'LOADED');
    expect(await heldRows(after)).toEqual(whole);
  });

  test('leaves nothing or all when it is the database that is killed, which is there again by itself', async () => {
    const importing = await leeds(2014);
    const id = await startImport(importing, files);
    await wait(300);
    process.kill(databaseProcess(), 'SIGKILL');
    await untilReady(`${platform.url}/health/ready`, platform.process);
    await expect
      .poll(async () => (await reportOf(importing, id))?.finishedAt ?? null, { timeout: 60_000 })
      .not.toBeNull();
    const report = await reportOf(importing, id);
    const held = await heldRows(importing);
    expect(['FAILED', 'INTERRUPTED', 'LOADED']).toContain(report?.status);
    expect(held).toEqual(report?.status === 'LOADED' ? whole : {});
    expect(['LOADED', 'UNCHANGED']).toContain((await importFiles(importing, files)).status);
    expect(await heldRows(importing)).toEqual(whole);
  });
});

describe('two imports of the same return at once', () => {
  test('load each row once', async () => {
    const importing = await leeds(2015);
    const done = await Promise.all([importFiles(importing, files), importFiles(importing, files)]);
    expect(done.map(({ status }) => status).toSorted()).toEqual(['LOADED', 'UNCHANGED']);
    expect(await heldRows(importing)).toEqual(whole);
  });
});

describe('a file of a gigabyte', () => {
  test.each([
    ['that says so is refused at once', GIGABYTE],
    ['that does not say so is refused when it is more than a return can be', null],
  ])('%s, and takes no memory', async (_name, length) => {
    const { token } = await leeds(2016);
    const before = platform.memory();
    let most = before;
    const watch = setInterval(() => (most = Math.max(most, platform.memory())), 20);
    const { status, body } = await sendZeros(token, length);
    clearInterval(watch);
    expect(status).toBe(413);
    expect(body).toMatch(/larger than 256 MB.*return/);
    expect((most - before) / 1e6).toBeLessThan(200);
    expect((await importFiles(await leeds(2017), files)).status).toBe('UNCHANGED');
  });

  /** Sends a gigabyte of rows without holding it. */
  function sendZeros(token: string, length: number | null): Promise<{ status: number; body: string }> {
    const chunk = Buffer.alloc(1024 ** 2, 'A1,01/05/2023,S,C1,N1,U6,PR1,,,,,,\n');
    return new Promise((resolve, reject) => {
      const headers = {
        authorization: `Bearer ${token}`,
        'x-file-name': 'episodes.csv',
        'content-type': 'application/octet-stream',
        ...(length === null ? {} : { 'content-length': length }),
      };
      const sending = request(`${platform.url}/uploads`, { method: 'POST', headers }, (response) => {
        let body = '';
        response.on('data', (text) => (body += String(text)));
        response.on('end', () => {
          sending.destroy();
          resolve({ status: response.statusCode ?? 0, body });
        });
      });
      sending.on('error', (error: NodeJS.ErrnoException) => {
        if (error.code !== 'EPIPE' && error.code !== 'ECONNRESET') reject(error);
      });
      let sent = 0;
      const send = () => {
        while (sent < GIGABYTE && !sending.destroyed) {
          sent += chunk.length;
          if (!sending.write(chunk)) return void sending.once('drain', send);
        }
        sending.end();
      };
      send();
    });
  }
});

describe('a platform that is told to stop', () => {
  test('finishes the request under way, takes no other, and ends without an error', async () => {
    const { token } = await leeds(2016);
    const stopping: { exit?: Promise<number | null> } = {};
    const answer = new Promise<{ status: number; body: string }>((resolve, reject) => {
      const headers = {
        authorization: `Bearer ${token}`,
        'x-file-name': 'slow.csv',
        'content-type': 'application/octet-stream',
      };
      const sending = request(`${platform.url}/uploads`, { method: 'POST', headers }, (response) => {
        let body = '';
        response.on('data', (text) => (body += String(text)));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
      });
      sending.on('error', reject);
      sending.write('CHILD,SEX,');
      setTimeout(() => {
        stopping.exit = platform.stop();
        setTimeout(() => sending.end('DOB,DUC\n'), 300);
      }, 300);
    });
    const { status, body } = await answer;
    expect([status, JSON.parse(body)]).toEqual([200, expect.objectContaining({ name: 'slow.csv', size: 18 })]);
    expect(await stopping.exit).toBe(0);
    await expect(fetch(`${platform.url}/health/live`)).rejects.toThrow('fetch failed');
  });
});

/** The process of the embedded database. */
function databaseProcess(): number {
  const note = readdirSync(dataDir, { recursive: true })
    .map(String)
    .find((name) => name.endsWith('postmaster.pid'));
  if (!note) throw new Error('The database left no note of its process.');
  return Number(readFileSync(join(dataDir, note), 'utf8').split('\n')[0]);
}
