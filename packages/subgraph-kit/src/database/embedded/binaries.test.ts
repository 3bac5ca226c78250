import { chmodSync, cpSync, existsSync, lstatSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { installedBinaries, programIn, usableBinaries, type InstalledBinaries } from './binaries.ts';
import { canReach, postgresUser, whyItDoesNotRun } from './run-as.ts';

const user = postgresUser();
let scratch: string;
let closed: string;
let fallback: string;
/** As npm leaves them where install scripts do not run, below a folder like root's home. */
let withoutLinks: InstalledBinaries;

beforeAll(() => {
  const installed = installedBinaries();
  scratch = mkdtempSync(join(tmpdir(), 'mainstay-binaries-'));
  chmodSync(scratch, 0o755);
  closed = join(scratch, 'closed');
  fallback = join(scratch, 'fallback');
  cpSync(installed.folder, join(closed, 'native'), { recursive: true, verbatimSymlinks: true });
  withoutLinks = { folder: join(closed, 'native'), version: installed.version };
  for (const link of linksOf(withoutLinks)) rmSync(link, { force: true });
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function linksOf({ folder }: InstalledBinaries): string[] {
  const list = join(folder, 'pg-symlinks.json');
  if (!existsSync(list)) return [];
  const links = JSON.parse(readFileSync(list, 'utf8')) as { target: string }[];
  return links.map(({ target }) => join(dirname(folder), target));
}

describe('the programs of PostgreSQL', () => {
  test('get the links of their libraries where npm did not make them', () => {
    const folder = usableBinaries(withoutLinks, user, fallback);
    expect(folder).toBe(withoutLinks.folder);
    expect(linksOf(withoutLinks).every((link) => lstatSync(link).isSymbolicLink())).toBe(true);
    expect(whyItDoesNotRun(programIn(folder, 'postgres'), user)).toBeNull();
  });

  test('are copied to where their user can reach them', () => {
    chmodSync(closed, 0o700);
    const folder = usableBinaries(withoutLinks, user, fallback);
    chmodSync(closed, 0o755);
    expect(folder.startsWith(fallback)).toBe(user !== null);
    expect(whyItDoesNotRun(programIn(folder, 'initdb'), user)).toBeNull();
  });

  test('that do not run say why', () => {
    expect(whyItDoesNotRun(join(scratch, 'no-such-program'), user)).toContain('ENOENT');
    expect(whyItDoesNotRun('/bin/false', null)).toBe('it ended with status 1');
  });
});

test('a folder is within reach when every folder above it may be entered', () => {
  expect(canReach(scratch, { uid: 65_534, gid: 65_534 })).toBe(true);
  chmodSync(closed, 0o700);
  expect(canReach(join(closed, 'native'), { uid: 65_534, gid: 65_534 })).toBe(false);
  expect(canReach(join(closed, 'native'), null)).toBe(true);
  chmodSync(closed, 0o755);
});
