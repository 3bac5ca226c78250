import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestPlatform, type TestPlatform } from '../testkit/test-platform.ts';

const root = join(import.meta.dirname, '../..');
// A census that nobody here wrote: see SOURCES.md beside it.
const fixture = join(root, 'tests/fixtures/cswc-2022/social_work_workforce_2022.xml');
const BARKING = 'E09000002';

let platform: TestPlatform;
let here: string;
beforeAll(async () => {
  here = mkdtempSync(join(tmpdir(), 'mainstay-cswc-'));
  platform = await startTestPlatform();
});
afterAll(async () => {
  await platform?.stop();
  rmSync(here, { recursive: true, force: true });
});

/** Runs `npx mainstay` in a folder of its own. */
async function mainstay(...words: readonly string[]) {
  const child = spawn(process.execPath, [join(root, 'packages/cli/bin/mainstay.mjs'), ...words], {
    cwd: here,
    env: { ...process.env, MAINSTAY_URL: platform.url, DATA_DIR: platform.dataDir, MAINSTAY_TOKEN: undefined },
  });
  let [out, complaint] = ['', ''];
  child.stdout.on('data', (text) => (out += String(text)));
  child.stderr.on('data', (text) => (complaint += String(text)));
  const [code] = (await once(child, 'close')) as [number];
  return { code, out, complaint };
}

const importing = (path: string, ...more: string[]) => mainstay('import', 'cswc', path, '--la', BARKING, ...more);
const exporting = (out: string) => mainstay('export', 'cswc', '--la', BARKING, '--year', '2022', '--out', out);

describe('a workforce census', () => {
  test('is only checked with --dry-run: every fault in the report, nothing loaded, 1', async () => {
    const { code, out } = await importing(fixture, '--dry-run', '--report', 'dry.csv');
    expect(code).toBe(1);
    expect(out).toContain('Checked; nothing was loaded, as asked.');
    const [head, ...lines] = readFileSync(join(here, 'dry.csv'), 'utf8').trimEnd().split('\r\n');
    expect(head).toBe('worker,line,field,rule,kept_out,message');
    const told = [...out.matchAll(/ (\d+) faults?\b/g)].reduce((sum, match) => sum + Number(match[1]), 0);
    expect(lines.length).toBe(told);
    expect((await exporting('none.xml')).code).toBe(1);
    expect(existsSync(join(here, 'none.xml'))).toBe(false);
  });

  test('is loaded, and comes out as it went in: the same again changes nothing', async () => {
    const { code, out } = await importing(fixture, '--year', '2022');
    expect(code).toBe(1);
    expect(out).toContain('Loaded.');
    expect(out).toContain('30 workers read, 30 accepted, 0 kept out.');
    expect(existsSync(join(here, `faults-cswc-${BARKING}-2022.csv`))).toBe(true);
    expect((await exporting('out.xml')).code).toBe(0);
    const workersOf = (xml: string) => xml.match(/<CSWWWorker>[\s\S]*?<\/CSWWWorker>/g)?.length;
    expect(workersOf(readFileSync(join(here, 'out.xml'), 'utf8'))).toBe(30);
    expect((await importing('out.xml')).out).toContain('Nothing changed');
  });

  test('of another year or another authority, or no census, is refused with 1', async () => {
    const ofYear = await importing(fixture, '--year', '2025');
    expect([ofYear.code, ofYear.complaint]).toEqual([1, expect.stringContaining('census of 2022, not of 2025')]);
    const elsewhere = await mainstay('import', 'cswc', fixture, '--la', 'E08000025');
    expect([elsewhere.code, elsewhere.complaint]).toEqual([
      1,
      expect.stringContaining('Barking and Dagenham (E09000002)'),
    ]);
    writeFileSync(
      join(here, 'bad.xml'),
      '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><Message>&e;</Message>',
    );
    const bad = await importing('bad.xml');
    expect([bad.code, bad.complaint]).toEqual([1, expect.stringContaining('declares a document type on line 1')]);
  });

  test('that was not asked for rightly ends with 2', async () => {
    expect((await mainstay('import', 'cswc', fixture)).code).toBe(2);
    expect((await importing('missing.xml')).code).toBe(2);
    expect((await mainstay('export', 'cswc', '--la', BARKING, '--out', 'x.xml')).code).toBe(2);
  });
});
