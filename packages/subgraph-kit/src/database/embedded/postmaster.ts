import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** A server that has the data open, as its own note (`postmaster.pid`) tells. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

/** The server that has `cluster` open; null when none has. A note that a killed server left behind is not believed. */
export function runningPostmaster(cluster: string): Postmaster | null {
  const note = readNote(cluster);
  if (note === null || !isAlive(note.pid)) return null;
  if (isPostgres(note.pid)) return note;
  // The number was given to another program since. PostgreSQL itself would refuse to start over such a note.
  rmSync(join(cluster, 'postmaster.pid'), { force: true });
  return null;
}

/** True while the server has not gone: it deletes its note last of all, and a killed one is no longer alive. */
export function isStillThere(cluster: string, pid: number): boolean {
  return readNote(cluster)?.pid === pid && isAlive(pid);
}

function readNote(cluster: string): Postmaster | null {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    const [pid, port] = [Number(lines[0]), Number(lines[3])];
    return pid > 0 ? { pid, port } : null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return !isZombie(pid);
}

/** In a container nobody may be there to bury a process; it cannot be killed any more, but answers to its number. */
function isZombie(pid: number): boolean {
  if (process.platform !== 'linux') return false;
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.startsWith('Z') ?? false;
  } catch {
    // Gone between the two questions, or /proc is not mounted: the answer of the signal stands.
    return false;
  }
}

/** When the system does not tell what a process is, it is taken for the server: its note must never be taken away. */
function isPostgres(pid: number): boolean {
  if (process.platform === 'win32') return true;
  const command = commandOf(pid);
  return command === '' || command.includes('postgres');
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')[0] ?? '';
  } catch {
    // No /proc on this system.
    return spawnSync('ps', ['-o', 'comm=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';
  }
}
