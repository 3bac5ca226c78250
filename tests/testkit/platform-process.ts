import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { client, type TestPlatform } from './test-platform.ts';

const main = join(import.meta.dirname, '../../platform/src/main.ts');

/** The platform in a process of its own, as `npm start` starts it. */
export interface PlatformProcess extends Pick<TestPlatform, 'token' | 'ask' | 'upload'> {
  readonly url: string;
  readonly process: ChildProcess;
  /** Ends it at once, as a crash or the kernel does. */
  kill(): Promise<void>;
  /** Asks it to end; answers its exit code. */
  stop(): Promise<number | null>;
  /** Bytes of memory it holds. */
  memory(): number;
}

/** Starts the platform on a data folder and waits until it is ready, or what else is asked of its health. */
export async function startPlatformProcess(
  dataDir: string,
  settings: Record<string, string> = {},
  health: '/health/ready' | '/health/live' = '/health/ready',
): Promise<PlatformProcess> {
  const port = await freePort();
  const child = spawn(process.execPath, [main], {
    env: { ...process.env, NODE_ENV: '', VITEST: '', DATA_DIR: dataDir, PORT: String(port), ...settings },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let complaints = '';
  child.stderr?.on('data', (text) => (complaints += String(text)));
  const url = `http://localhost:${port}`;
  await untilReady(url + health, child, () => complaints);
  const ended = async (signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill(signal);
      await once(child, 'exit');
    }
    return child.exitCode;
  };
  return {
    url,
    process: child,
    kill: async () => void (await ended('SIGKILL')),
    stop: () => ended('SIGTERM'),
    memory: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) * 1024,
    ...client(url),
  };
}

/** Waits until an address of the platform's health answers that all is well. */
export async function untilReady(
  address: string,
  child: ChildProcess,
  complaints: () => string = () => '',
): Promise<void> {
  for (let waited = 0; waited < 90_000; waited += 50) {
    if (child.exitCode !== null) throw new Error(`The platform ended with ${child.exitCode}. ${complaints()}`);
    const response = await fetch(address).catch(() => null);
    if (response?.ok) return;
    await wait(50);
  }
  throw new Error(`The platform was not ready in time. ${complaints()}`);
}

/** A port that nobody listens on at the moment. */
async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port is free.');
  return address.port;
}
