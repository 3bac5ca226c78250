import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { SubgraphName } from '@mainstay/subgraph-kit';
import { hiveServer } from './peers.ts';
import { familySeconds } from './processor-time.ts';
import { startServer, type ServerProcess, type ServerStart } from './server-process.ts';
import type { Meters } from './load.ts';
import { dataDir, logsDir, type BenchWorld } from './world.ts';

/** Who is measured. */
export type ContenderName = 'mainstay-apart' | 'hive' | 'apollo' | 'mainstay-one' | 'mainstay-unguarded' | 'monolith';

/** A server under measurement. */
export interface Contender {
  readonly name: ContenderName;
  readonly url: string;
  readonly meters: Meters;
}

/** All servers under measurement, with what stands behind them. */
export interface Field {
  readonly contenders: readonly Contender[];
  stop(): Promise<void>;
}

const databases: readonly SubgraphName[] = ['children', 'workforce', 'contracts'];
const serverFile = (name: string): string => fileURLToPath(new URL(`servers/${name}.server.ts`, import.meta.url));

/** Starts the three subgraphs once, and every server that is measured. */
export async function startField(world: BenchWorld): Promise<Field> {
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
    const common = { MAINSTAY_SECRET: world.secret, DATA_DIR: dataDir, ...urls(world.urlOf, 'DATABASE_URL') };
    const subgraphs = await start({ file: serverFile('subgraphs'), settings: common, isMeasured: false });
    const addressOf = (name: SubgraphName): string => subgraphs.ready[name] ?? '';
    const settings = {
      ...common,
      ...urls(addressOf, 'URL'),
      SUPERGRAPH: supergraph(addressOf),
      LA: world.hosts[0] ?? '',
      PRACTICE: world.practice,
    };
    const contender = async (name: ContenderName, file: string, mode: string): Promise<Contender> => {
      const server = await start({ file, settings: { ...settings, MODE: mode }, isMeasured: true });
      const meters = {
        server: () => server.cpuSeconds(),
        subgraphs: () => subgraphs.cpuSeconds(),
        database: () => familySeconds(world.postmasterPid),
      };
      return { name, url: server.ready['url'] ?? '', meters };
    };
    const contenders = [
      await contender('mainstay-apart', serverFile('mainstay'), 'apart'),
      await contender('hive', hiveServer, 'hive'),
      await contender('apollo', serverFile('apollo'), 'apollo'),
      await contender('mainstay-one', serverFile('mainstay'), 'one'),
      await contender('mainstay-unguarded', serverFile('mainstay'), 'unguarded'),
      await contender('monolith', serverFile('monolith'), 'monolith'),
    ];
    return { contenders, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function urls(of: (name: SubgraphName) => string, suffix: string): Record<string, string> {
  return Object.fromEntries(databases.map((name) => [`${name.toUpperCase()}_${suffix}`, of(name)]));
}

/** The composed schema of this repository with the addresses of the running subgraphs. */
function supergraph(addressOf: (name: SubgraphName) => string): string {
  const sdl = readFileSync(new URL('../../gateway/supergraph.graphql', import.meta.url), 'utf8');
  return databases.reduce(
    (text, name) =>
      text.replace(
        new RegExp(`@join__graph\\(name: "${name}", url: "[^"]*"\\)`),
        `@join__graph(name: "${name}", url: "${addressOf(name)}/graphql")`,
      ),
    sdl,
  );
}
