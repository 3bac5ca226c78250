import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';
import type { DatabaseName, SubgraphName } from '@mainstay/subgraph-kit';
import type { Environment } from './environment.ts';

/** What the processes are started with. */
export interface ProcessesOptions {
  readonly environment: Environment;
  readonly secret: string;
  readonly urlOf: (name: DatabaseName) => string;
  readonly home: { readonly la: string; readonly practice: string };
}

const ports = { children: 4001, workforce: 4002, contracts: 4003 } as const;
const PATIENCE_MS = 60_000;

/** Starts each service in a process of its own, on the loopback interface but for the gateway; waits until all answer. */
export async function startProcesses(options: ProcessesOptions): Promise<{ stop(): Promise<void> }> {
  const { environment, secret, urlOf, home } = options;
  const first = environment.port === 0 ? 0 : environment.port + 1;
  const portOf = (name: SubgraphName): number => (first === 0 ? ports[name] : first + ports[name] - ports.children);
  const addressOf = (name: SubgraphName): string => `http://127.0.0.1:${portOf(name)}`;
  const shared = {
    MAINSTAY_SECRET: secret,
    DATA_DIR: environment.dataDir,
    PUBLIC_URL: environment.publicUrl,
    CHILDREN_URL: addressOf('children'),
    WORKFORCE_URL: addressOf('workforce'),
    CONTRACTS_URL: addressOf('contracts'),
  };
  const children: ChildProcess[] = [];
  const stop = async (): Promise<void> => {
    // The gateway first, so that nothing is asked of a subgraph that has gone.
    for (const child of children.reverse()) await end(child);
  };
  try {
    for (const name of ['contracts', 'workforce', 'children'] as const) {
      const settings = {
        [`${name.toUpperCase()}_DATABASE_URL`]: urlOf(name),
        HOST: '127.0.0.1',
        PORT: String(portOf(name)),
      };
      children.push(run(`../../subgraphs/${name}/src/main.ts`, { ...shared, ...settings }));
      await answers(`${addressOf(name)}/health/ready`, children);
    }
    const gateway = {
      GATEWAY_DATABASE_URL: urlOf('gateway'),
      HOST: environment.host,
      PORT: String(environment.port),
      PUBLIC_URL: environment.publicUrl,
      MODULES_DIR: environment.modulesDir,
      DEMONSTRATION_LA: home.la,
      DEMONSTRATION_PRACTICE: home.practice,
    };
    children.push(run('../../gateway/src/main.ts', { ...shared, ...gateway }));
    await answers(`http://127.0.0.1:${environment.port}/health/ready`, children);
    return { stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function run(file: string, settings: Readonly<Record<string, string>>): ChildProcess {
  const path = fileURLToPath(new URL(file, import.meta.url));
  return spawn(process.execPath, [path], {
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

async function answers(url: string, children: readonly ChildProcess[]): Promise<void> {
  for (let waited = 0; waited < PATIENCE_MS; waited += 100) {
    const dead = children.find((child) => child.exitCode !== null);
    if (dead) throw new Error(`A service ended with ${dead.exitCode} before it was ready.`);
    const response = await fetch(url).catch(() => null);
    if (response?.ok) return;
    await wait(100);
  }
  throw new Error(`A service was not ready after ${PATIENCE_MS / 1000} seconds.`);
}

function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}
