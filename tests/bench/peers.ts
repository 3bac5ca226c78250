import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const template = fileURLToPath(new URL('peers', import.meta.url));
const folder = fileURLToPath(new URL('.peers', import.meta.url));

/** The program of Hive Gateway, next to what it is made of. */
export const hiveServer = join(folder, 'hive.server.mjs');

/** Installs what we are measured against, into a folder of its own, unless it is there already. */
export function installPeers(tell: (message: string) => void): void {
  mkdirSync(folder, { recursive: true });
  const lock = readFileSync(join(template, 'package-lock.json'), 'utf8');
  const stamp = join(folder, '.installed-lock');
  for (const file of ['package.json', 'package-lock.json', 'hive.server.mjs']) {
    copyFileSync(join(template, file), join(folder, file));
  }
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  tell('Installing the peers …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const done = spawnSync(npm, ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (done.status !== 0) throw new Error('The peers could not be installed: see npm’s message above.');
  writeFileSync(stamp, lock);
}

/** The versions of what we are measured against. */
export function peerVersions(): Record<string, string> {
  const { dependencies } = JSON.parse(readFileSync(join(template, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  return dependencies;
}
