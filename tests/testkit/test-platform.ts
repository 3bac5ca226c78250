import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock, type Clock } from '@mainstay/primitives';
import { readEnvironment, startPlatform, type Platform, type PlatformOptions } from '@mainstay/platform';
import { silentLogger, type Logger } from '@mainstay/subgraph-kit';
import { smallWorld } from './small-world.ts';

/** The answer of the GraphQL endpoint. */
export interface Answer<Data> {
  readonly status: number;
  readonly data: Data | null;
  readonly errors: readonly {
    readonly message: string;
    readonly path?: unknown[];
    readonly extensions?: { code?: string };
  }[];
  readonly extensions: Record<string, unknown>;
}

/** A whole platform with real databases in a folder of its own. */
export interface TestPlatform extends Platform {
  readonly dataDir: string;
  /** An access token of a demonstration account. */
  token(account: string, options?: { la?: string; practice?: string }): Promise<string>;
  /** Asks the graph with a token. */
  ask<Data>(token: string | null, query: string, variables?: Record<string, unknown>): Promise<Answer<Data>>;
  /** Sends a file; answers its upload id. */
  upload(token: string, name: string, content: string | Uint8Array): Promise<string>;
}

/** Starts a platform on a free port with the small world in it; stop it in `afterAll`. */
export async function startTestPlatform(
  options: Partial<Pick<PlatformOptions, 'world' | 'onStatement'>> & {
    clock?: Clock;
    logger?: Logger;
    dataDir?: string;
    variables?: Record<string, string>;
  } = {},
): Promise<TestPlatform> {
  const dataDir = options.dataDir ?? folderForAll();
  const platform = await startPlatform({
    environment: readEnvironment({ PORT: '0', DATA_DIR: dataDir, ...options.variables }),
    clock: options.clock ?? systemClock,
    logger: options.logger ?? silentLogger,
    world: options.world === undefined ? smallWorld : options.world,
    ...(options.onStatement ? { onStatement: options.onStatement } : {}),
  });
  return {
    ...platform,
    dataDir,
    stop: async () => {
      await platform.stop();
      if (!options.dataDir) rmSync(dataDir, { recursive: true, force: true });
    },
    ...client(platform.url),
  };
}

/** A fresh folder that the embedded database may reach when the tests run as root. */
function folderForAll(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mainstay-platform-'));
  chmodSync(folder, 0o755);
  return folder;
}

/** Speaks to a platform at `url` as scripts do. */
export function client(url: string): Pick<TestPlatform, 'token' | 'ask' | 'upload'> {
  const tokens = new Map<string, string>();
  return {
    token: async (account, place = {}) => {
      const key = JSON.stringify([account, place]);
      const known = tokens.get(key);
      if (known) return known;
      const response = await fetch(`${url}/demonstration/token`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ account, ...place }),
      });
      const { accessToken } = (await response.json()) as { accessToken?: string };
      if (!accessToken) throw new Error(`No token for ${account}: ${response.status}.`);
      tokens.set(key, accessToken);
      return accessToken;
    },
    ask: async <Data>(token: string | null, query: string, variables: Record<string, unknown> = {}) => {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
        body: JSON.stringify({ query, variables }),
      });
      const body = (await response.json()) as Partial<Answer<Data>>;
      return {
        status: response.status,
        data: body.data ?? null,
        errors: body.errors ?? [],
        extensions: body.extensions ?? {},
      };
    },
    upload: async (token, name, content) => {
      const response = await fetch(`${url}/uploads`, {
        method: 'POST',
        headers: {
          'content-type': 'application/octet-stream',
          'x-file-name': encodeURIComponent(name),
          authorization: `Bearer ${token}`,
        },
        body: typeof content === 'string' ? content : Buffer.from(content),
      });
      const { id } = (await response.json()) as { id?: string };
      if (!id) throw new Error(`The upload was refused: ${response.status}.`);
      return id;
    },
  };
}
