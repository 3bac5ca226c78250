import { chmodSync, existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What is remembered of a server from one start to the next. It holds passwords: readable by its owner only. */
export interface ServerState {
  /** Where the data lies: `home` itself, or the folder it had to be kept in instead. */
  readonly folder: string;
  readonly port: number;
  readonly superuserPassword: string;
  /** Passwords of the logins that own the databases, by login. */
  readonly ownerPasswords: Readonly<Record<string, string>>;
}

const FILE = 'server.json';

/** What is remembered in `home`, or null when no server ever was. */
export function readState(home: string): ServerState | null {
  const file = join(home, FILE);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as ServerState) : null;
}

/** Remembers, whole or not at all. */
export function writeState(home: string, state: ServerState): void {
  renameSync(unfinishedState(home, state), join(home, FILE));
}

/** Remembers `state` unless another process was first; answers what is remembered. */
export function firstState(home: string, state: ServerState): ServerState {
  const unfinished = unfinishedState(home, state);
  try {
    linkSync(unfinished, join(home, FILE));
    return state;
  } catch {
    const other = readState(home);
    if (other !== null) return other;
    // Not every file system has hard links.
    writeState(home, state);
    return state;
  } finally {
    rmSync(unfinished, { force: true });
  }
}

function unfinishedState(home: string, state: ServerState): string {
  const file = join(home, `${FILE}.${process.pid}`);
  writeFileSync(file, `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600 });
  chmodSync(file, 0o600);
  return file;
}
