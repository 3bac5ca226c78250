import { systemClock } from '@mainstay/primitives';
import { silentLogger, type Logger } from '@mainstay/subgraph-kit';
import { startTestDatabase, type TestDatabase } from '@mainstay/subgraph-kit/testing';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGateway } from '../gateway.ts';
import type { GatewayOptions } from '../gateway-options.ts';
import { entities, migrations } from '../own-graph/index.ts';
import { standInSubgraphs, testSecret, type StandIns } from './stand-in-subgraphs.ts';

/** A gateway that listens on a free port, over stand-in subgraphs. */
export interface TestGateway {
  readonly url: string;
  readonly stand: StandIns;
  /** The gateway's own database: a real one, dropped at the end. */
  readonly database: TestDatabase;
  readonly folder: string;
  readonly modulesDir: string;
  /** An access token of a demonstration account. */
  token(account: string, more?: { la?: string; practice?: string }): Promise<string>;
  /** Asks the graph with an access token of the analyst's. */
  ask(body: unknown, headers?: Record<string, string>): Promise<Response>;
  /** Stops it and drops its database. */
  close(): Promise<void>;
  /** Stops it and leaves its database to the next one. */
  stop(): Promise<void>;
}

export const shellHtml = `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8"><meta property="csp-nonce" nonce="__CSP_NONCE__">
<script type="module" crossorigin src="/assets/index-abc.js" nonce="__CSP_NONCE__"></script>
<link rel="stylesheet" crossorigin href="/assets/index-abc.css" nonce="__CSP_NONCE__">
</head>
<body></body>
</html>`;

/** Starts one. `apart` puts the subgraphs behind HTTP. */
export async function startTestGateway(
  o: Partial<GatewayOptions> & { apart?: boolean; logger?: Logger; database?: TestDatabase } = {},
): Promise<TestGateway> {
  const { apart, ...options } = o;
  const folder = await mkdtemp(join(tmpdir(), 'mainstay-gateway-'));
  const shellDir = join(folder, 'shell');
  await mkdir(join(shellDir, 'assets'), { recursive: true });
  await writeFile(join(shellDir, 'index.html'), shellHtml);
  await writeFile(join(shellDir, 'operations.json'), '{}');
  await writeFile(join(shellDir, 'assets/index-abc.js'), `console.log(${JSON.stringify('x'.repeat(2_000))});`);
  await writeFile(join(shellDir, 'assets/index-abc.css'), 'body { margin: 0 }');
  const clock = options.clock ?? systemClock;
  const stand = standInSubgraphs(clock, options.secret);
  const database = o.database ?? (await startTestDatabase('gateway', { entities, migrations, clock }));
  const gateway = await createGateway({
    port: 0,
    isProduction: false,
    secret: testSecret,
    clock,
    database,
    subgraphs: apart ? await listening(stand) : stand.subgraphs,
    modulesDir: join(folder, 'modules'),
    shellDir,
    identity: { demonstration: { la: 'E08000025', practice: 'harbour-practice' } },
    audit: { headsDir: join(folder, 'audit-heads') },
    logger: silentLogger,
    ...options,
  });
  const url = await gateway.listen();
  const stop = async () => {
    await gateway.close();
    await Promise.all(stand.subgraphs.map(async (subgraph) => subgraph.close()));
    await rm(folder, { recursive: true, force: true });
  };
  return {
    ...client(url),
    url,
    stand,
    database,
    folder,
    modulesDir: join(folder, 'modules'),
    stop,
    close: async () => {
      await stop();
      await database.close();
    },
  };
}

async function listening(stand: StandIns) {
  return Promise.all(
    stand.subgraphs.map(async (subgraph) => ({
      name: subgraph.name,
      url: await subgraph.listen({ host: '127.0.0.1', port: 0 }),
    })),
  );
}

function client(url: string) {
  const token = async (account: string, more: object = {}) => {
    const response = await fetch(`${url}/demonstration/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ account, ...more }),
    });
    return ((await response.json()) as { accessToken: string }).accessToken;
  };
  let analyst: Promise<string> | undefined;
  const ask = async (body: unknown, headers: Record<string, string> = {}) => {
    analyst ??= token('la-analyst');
    return fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await analyst}`, ...headers },
      body: body instanceof Uint8Array ? (body as Uint8Array<ArrayBuffer>) : JSON.stringify(body),
    });
  };
  return { token, ask };
}
