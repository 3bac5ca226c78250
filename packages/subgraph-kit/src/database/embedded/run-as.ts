import { spawnSync } from 'node:child_process';
import { realpathSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** The user PostgreSQL runs as; null for the platform's own. */
export type RunAs = { readonly uid: number; readonly gid: number } | null;

/** `nobody`, which every system has. */
const NOBODY = 65_534;

/** PostgreSQL refuses to run as root: then it runs as nobody. */
export function postgresUser(): RunAs {
  return process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : null;
}

/** True when `user` can pass through `folder` and every folder on the way to it. A container's root home (0700) stops it. */
export function canReach(folder: string, user: RunAs): boolean {
  if (user === null) return true;
  for (let passed = realpathSync(folder); ; passed = dirname(passed)) {
    const { mode, uid, gid } = statSync(passed);
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (passed === dirname(passed)) return true;
  }
}

/** Null when `program` runs as `user`; otherwise what the system said. The one sure test of folders, mounts and libraries. */
export function whyItDoesNotRun(program: string, user: RunAs): string | null {
  const { status, stderr, error } = spawnSync(program, ['--version'], { ...user, cwd: '/', encoding: 'utf8' });
  if (status === 0) return null;
  return error?.message ?? (stderr.trim() || `it ended with status ${status}`);
}
