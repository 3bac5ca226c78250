import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A server under measurement, in a process of its own. */
export interface ServerProcess {
  readonly name: string;
  /** What it printed when it was ready. */
  readonly ready: Readonly<Record<string, string>>;
  /** Seconds of processor time it has used so far, all its threads together. */
  cpuSeconds(): number;
  /** Memory in use now, in megabytes. */
  memoryMb(): number;
  stop(): Promise<void>;
}

/** Starts `<file>` of this folder and waits for the line of JSON that says it is ready. */
export async function startServer(
  file: string,
  settings: Readonly<Record<string, string>>,
  options: { core?: number } = {},
): Promise<ServerProcess> {
  const path = fileURLToPath(new URL(file, import.meta.url));
  const command =
    options.core === undefined
      ? [process.execPath, path]
      : ['taskset', '-c', String(options.core), process.execPath, path];
  const [program = process.execPath, ...args] = command;
  const child = spawn(program, args, {
    env: { ...process.env, NODE_ENV: 'production', APOLLO_TELEMETRY_DISABLED: '1', ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ready = await firstLine(child, file);
  return {
    name: file,
    ready,
    cpuSeconds: () => cpuSeconds(child.pid ?? 0),
    memoryMb: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024,
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
        setTimeout(() => child.kill('SIGKILL'), 5_000).unref();
      }),
  };
}

function firstLine(child: ChildProcess, file: string): Promise<Record<string, string>> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code} before it was ready.`)));
    if (!child.stdout) return;
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('{')) resolve(JSON.parse(line) as Record<string, string>);
    });
  });
}

/** utime + stime of `/proc/<pid>/stat`, in clock ticks of a hundredth of a second. */
function cpuSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}
