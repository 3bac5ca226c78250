import { createHash } from 'node:crypto';
import { chmodSync, existsSync, lstatSync, mkdirSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installedBinaries, usableBinaries } from './binaries.ts';
import { canReach, type RunAs } from './run-as.ts';

/** Where a server's programs and its data lie. */
export interface Placement {
  /** Holds the folder `cluster` and, when they had to be copied, the programs. */
  readonly folder: string;
  /** Folder with `bin`, `lib` and `share`. */
  readonly binaries: string;
}

/**
 * Where the server can live: in `home`, unless the user PostgreSQL runs as cannot get there; then below /var/lib, or
 * below the system's folder for temporary files. `remembered` is where it lived before.
 *
 * @throws Error that says what was tried when it can live nowhere, or when the remembered folder is gone.
 */
export function placeServer(home: string, user: RunAs, remembered: string | null): Placement {
  if (remembered !== null) return placedAgain(home, user, remembered);
  const installed = installedBinaries();
  const failures: string[] = [];
  for (const folder of candidates(home, user)) {
    try {
      makeFolder(folder);
      return { folder, binaries: usableBinaries(installed, user, folder) };
    } catch (error) {
      failures.push(`${folder}: ${(error as Error).message}`);
    }
  }
  throw new Error(
    [
      'The PostgreSQL server that comes with Mainstay cannot be run here.',
      ...failures,
      'Set CHILDREN_DATABASE_URL, WORKFORCE_DATABASE_URL and CONTRACTS_DATABASE_URL to a server of your own.',
    ].join('\n'),
  );
}

function placedAgain(home: string, user: RunAs, folder: string): Placement {
  if (!existsSync(folder)) {
    throw new Error(
      `The data of this platform was kept in ${folder}, which is gone. ` +
        `Put it back, or delete ${home} to begin with an empty platform.`,
    );
  }
  return { folder, binaries: usableBinaries(installedBinaries(), user, folder) };
}

function candidates(home: string, user: RunAs): string[] {
  const name = `mainstay-${createHash('sha256').update(realpathSync(home)).digest('hex').slice(0, 12)}`;
  const elsewhere = user === null ? [] : [join('/var/lib', name), join(tmpdir(), name)];
  return [...(canReach(home, user) ? [home] : []), ...elsewhere];
}

/** In a folder that all may write to, somebody else may have made one of this name: never trust that one. */
function makeFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const found = lstatSync(folder);
  if (!found.isDirectory() || (process.getuid && found.uid !== process.getuid())) {
    throw new Error('this folder belongs to somebody else');
  }
  chmodSync(folder, 0o755);
}
