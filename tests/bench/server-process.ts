import { fork } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { basename, join } from 'node:path';
import { processSeconds, serverCore } from './processor-time.ts';

/** A server in a process of its own. */
export interface ServerProcess {
  /** What it told when it was ready: addresses by name. */
  readonly ready: Readonly<Record<string, string>>;
  /** Seconds of processor time it has used so far, all its threads together. */
  cpuSeconds(): number;
  /** Holds it up where it is: what it does by itself in the background then burdens nobody else's measurement. */
  rest(): void;
  /** Lets it go on. */
  wake(): void;
  stop(): Promise<void>;
}

/** How a server is started. */
export interface ServerStart {
  /** Its program. */
  readonly file: string;
  readonly settings: Readonly<Record<string, string>>;
  /** Where its log goes. */
  readonly logs: string;
  /** True for a server under measurement: it has a processor core to itself, where cores can be assigned. */
  readonly isMeasured: boolean;
}

const PATIENCE_MS = 5_000;

/** Starts a server and waits until it tells, with `tellReady`, that it is. */
export async function startServer({ file, settings, logs, isMeasured }: ServerStart): Promise<ServerProcess> {
  mkdirSync(logs, { recursive: true });
  const kind = [settings['MODE'] ?? 'log', settings['WITHOUT']].filter(Boolean).join('-without-');
  const log = openSync(join(logs, `${basename(file)}.${kind}`), 'w');
  const profile = process.env['BENCH_PROFILE'] && isMeasured ? ['--cpu-prof', `--cpu-prof-dir=${logs}`] : [];
  const command =
    isMeasured && serverCore !== null
      ? { execPath: 'taskset', execArgv: ['-c', String(serverCore), process.execPath, ...profile] }
      : { execArgv: profile };
  const child = fork(file, [], {
    ...command,
    env: { ...process.env, NODE_ENV: 'production', APOLLO_TELEMETRY_DISABLED: '1', ...settings },
    stdio: ['ignore', 'ignore', log, 'ipc'],
  });
  closeSync(log);
  const ready = await new Promise<Record<string, string>>((resolve, reject) => {
    child.once('message', (message) => resolve(message as Record<string, string>));
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code} before it was ready: see ${logs}.`)));
  });
  return {
    ready,
    cpuSeconds: () => processSeconds(child.pid ?? 0),
    rest: () => void child.kill('SIGSTOP'),
    wake: () => void child.kill('SIGCONT'),
    stop: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) return resolve();
        child.kill('SIGCONT');
        const patience = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
        child.once('exit', () => {
          clearTimeout(patience);
          resolve();
        });
        child.kill('SIGTERM');
      }),
  };
}
