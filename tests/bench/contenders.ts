import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { DatabaseName, SubgraphName } from '@mainstay/subgraph-kit';
import { hiveServer } from './peers.ts';
import { familySeconds } from './processor-time.ts';
import { startServer, type ServerProcess, type ServerStart } from './server-process.ts';
import type { Meters } from './load.ts';
import { dataDir, logsDir, type BenchWorld } from './world.ts';

/** Who is measured, in the order they are started. */
export const contenderNames = [
  'mainstay-apart',
  'hive',
  'apollo',
  'mainstay-one',
  'mainstay-unguarded',
  'mainstay-without-policy',
  'mainstay-without-audit',
  'mainstay-bare',
  'monolith',
] as const;

/** One of them. */
export type ContenderName = (typeof contenderNames)[number];

/** A server under measurement. */
export interface Contender {
  readonly name: ContenderName;
  readonly url: string;
  readonly meters: Meters;
  /** Runs `work` with the server awake. It rests at all other times. */
  awake<T>(work: () => Promise<T>): Promise<T>;
}

/** All servers under measurement, with what stands behind them. */
export interface Field {
  readonly contenders: readonly Contender[];
  stop(): Promise<void>;
}

const subgraphNames: readonly SubgraphName[] = ['children', 'workforce', 'contracts'];

function serverFile(name: string): string {
  return fileURLToPath(new URL(`servers/${name}.server.ts`, import.meta.url));
}

/** How each is started. */
const starts: Readonly<
  Record<ContenderName, { readonly file: string; readonly settings: Readonly<Record<string, string>> }>
> = {
  'mainstay-apart': mainstay('apart', ''),
  hive: { file: hiveServer, settings: { MODE: 'hive' } },
  apollo: { file: serverFile('apollo'), settings: { MODE: 'apollo' } },
  'mainstay-one': mainstay('one', ''),
  'mainstay-unguarded': mainstay('one', 'row-security'),
  'mainstay-without-policy': mainstay('one', 'policy'),
  'mainstay-without-audit': mainstay('one', 'audit'),
  'mainstay-bare': mainstay('one', 'row-security,policy,audit'),
  monolith: { file: serverFile('monolith'), settings: { MODE: 'monolith' } },
};

/** Starts the three subgraphs once, and every server that is to be measured. */
export async function startField(world: BenchWorld, names: readonly ContenderName[]): Promise<Field> {
  const running: ServerProcess[] = [];
  const stop = async (): Promise<void> => {
    for (const server of running.splice(0).reverse()) await server.stop();
  };
  const start = async (how: Omit<ServerStart, 'logs'>): Promise<ServerProcess> => {
    const server = await startServer({ ...how, logs: logsDir });
    running.push(server);
    return server;
  };
  try {
    const common = {
      MAINSTAY_SECRET: world.secret,
      DATA_DIR: dataDir,
      ...urls(['gateway', ...subgraphNames], world.urlOf, 'DATABASE_URL'),
    };
    const subgraphs = await start({ file: serverFile('subgraphs'), settings: common, isMeasured: false });
    const addressOf = (name: SubgraphName): string => subgraphs.ready[name] ?? '';
    const settings = {
      ...common,
      ...urls(subgraphNames, addressOf, 'URL'),
      SUPERGRAPH: supergraph(addressOf),
      LA: world.hosts[0] ?? '',
      PRACTICE: world.practice,
    };
    const contenders: Contender[] = [];
    for (const name of names) {
      const { file, settings: own } = starts[name];
      const server = await start({ file, settings: { ...settings, ...own }, isMeasured: true });
      const meters = {
        server: () => server.cpuSeconds(),
        subgraphs: () => subgraphs.cpuSeconds(),
        database: () => familySeconds(world.postmasterPid),
      };
      contenders.push({ name, url: server.ready['url'] ?? '', meters, awake: awakeOf(server) });
      server.rest();
    }
    return { contenders, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function awakeOf(server: ServerProcess): Contender['awake'] {
  return async (work) => {
    server.wake();
    try {
      return await work();
    } finally {
      server.rest();
    }
  };
}

function mainstay(mode: 'apart' | 'one', without: string) {
  return { file: serverFile('mainstay'), settings: { MODE: mode, WITHOUT: without } };
}

function urls<Name extends DatabaseName>(
  names: readonly Name[],
  of: (name: Name) => string,
  suffix: string,
): Record<string, string> {
  return Object.fromEntries(names.map((name) => [`${name.toUpperCase()}_${suffix}`, of(name)]));
}

/** The composed schema of this repository with the addresses of the running subgraphs. */
function supergraph(addressOf: (name: SubgraphName) => string): string {
  const sdl = readFileSync(new URL('../../gateway/supergraph.graphql', import.meta.url), 'utf8');
  return subgraphNames.reduce(
    (text, name) =>
      text.replace(
        new RegExp(`@join__graph\\(name: "${name}", url: "[^"]*"\\)`),
        `@join__graph(name: "${name}", url: "${addressOf(name)}/graphql")`,
      ),
    sdl,
  );
}
