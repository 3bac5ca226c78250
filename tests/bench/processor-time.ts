import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';

/** Seconds of processor time a process has used, all its threads together; children that ended are not in it. */
export function processSeconds(pid: number): number {
  const fields = statOf(pid);
  return fields ? (fields.user + fields.system) / TICKS : 0;
}

/** Seconds of processor time of a process, of its children, and of those children that have ended. */
export function familySeconds(parent: number): number {
  const own = statOf(parent);
  let ticks = own ? own.user + own.system + own.endedChildren : 0;
  for (const entry of readdirSync('/proc')) {
    const child = /^\d+$/.test(entry) ? statOf(Number(entry)) : null;
    if (child?.parent === parent) ticks += child.user + child.system;
  }
  return ticks / TICKS;
}

/** The process that started `pid`. */
export function parentOf(pid: number): number {
  return statOf(pid)?.parent ?? 0;
}

/** Memory of a process in use now, in megabytes. */
export function memoryMb(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
}

/** The processor core of the server under measurement; null where cores cannot be assigned. */
export const serverCore: number | null = canAssign() ? 0 : null;

/** Leaves `serverCore` to the servers under measurement: this process, and all it starts from now on, use the others. */
export function leaveServerCore(): void {
  if (serverCore === null) return;
  spawnSync('taskset', ['-acp', `1-${availableParallelism() - 1}`, String(process.pid)], { stdio: 'ignore' });
}

/** Puts this process on `serverCore`, for measuring work that it does itself; what it started before stays where it is. */
export function takeServerCore(): void {
  if (serverCore === null) return;
  spawnSync('taskset', ['-acp', String(serverCore), String(process.pid)], { stdio: 'ignore' });
}

const TICKS = 100;

function canAssign(): boolean {
  return availableParallelism() > 1 && spawnSync('taskset', ['-V'], { stdio: 'ignore' }).status === 0;
}

interface Stat {
  readonly parent: number;
  readonly user: number;
  readonly system: number;
  readonly endedChildren: number;
}

/** `/proc/<pid>/stat` from the field after the name on: state, parent, … times in hundredths of a second. */
function statOf(pid: number): Stat | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [parent = 0, user = 0, system = 0] = [fields[1], fields[11], fields[12]];
    return { parent, user, system, endedChildren: (fields[13] ?? 0) + (fields[14] ?? 0) };
  } catch {
    // It ended in the meantime.
    return null;
  }
}
