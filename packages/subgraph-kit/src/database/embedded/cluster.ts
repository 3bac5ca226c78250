import { spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { programEnvironment } from '../../environment.ts';
import { programIn } from './binaries.ts';
import type { RunAs } from './run-as.ts';
import type { Placement } from './placement.ts';

/** The superuser of every server of ours. Only the launcher uses it. */
export const SUPERUSER = 'mainstay';

/** The same order of letters on every machine, whatever its C library. */
const LETTERS = {
  encoding: 'UTF8',
  locale: 'C',
  'locale-provider': 'builtin',
  'builtin-locale': 'C.UTF-8',
};

/** Where a server's data lies. */
export function clusterIn(folder: string): string {
  return join(folder, 'cluster');
}

/** Initialises a server's data unless that was done before. Interrupted, it leaves nothing that counts. */
export async function initialiseCluster(
  placement: Placement,
  user: RunAs,
  options: { password: string; isDurable: boolean },
): Promise<void> {
  const cluster = clusterIn(placement.folder);
  if (existsSync(cluster)) return;
  const unfinished = `${cluster}.${process.pid}`;
  const passwordFile = `${unfinished}.password`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  try {
    writeFileSync(passwordFile, options.password, { mode: 0o600 });
    chmodSync(unfinished, 0o700);
    if (user) for (const path of [unfinished, passwordFile]) chownSync(path, user.uid, user.gid);
    await initdb(placement, user, {
      pgdata: unfinished,
      pwfile: passwordFile,
      username: SUPERUSER,
      auth: 'scram-sha-256',
      ...LETTERS,
      ...(options.isDurable ? {} : { 'no-sync': '' }),
      'no-instructions': '',
    });
    adopt(unfinished, cluster);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(unfinished, { recursive: true, force: true });
  }
}

/** Another process may have finished the same in the meantime: then its data counts. */
function adopt(unfinished: string, cluster: string): void {
  try {
    renameSync(unfinished, cluster);
  } catch (error) {
    if (!existsSync(cluster)) throw error;
  }
}

function initdb(placement: Placement, user: RunAs, options: Record<string, string>): Promise<void> {
  const parameters = Object.entries(options).map(([name, value]) => (value ? `--${name}=${value}` : `--${name}`));
  return new Promise((resolve, reject) => {
    const child = spawn(programIn(placement.binaries, 'initdb'), parameters, {
      ...user,
      cwd: '/',
      env: programEnvironment(),
      stdio: ['ignore', 'ignore', 'pipe'],
      windowsHide: true,
    });
    let complaint = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
    child.once('error', reject);
    child.once('close', (status) =>
      status === 0
        ? resolve()
        : reject(new Error(`initdb ended with status ${status}: ${complaint.trim().slice(-500)}`)),
    );
  });
}
