import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { systemClock } from '@mainstay/primitives';
import { contenderNames, type ContenderName } from './contenders.ts';
import { benchGraph } from './graph.bench.ts';
import { benchImport } from './import.bench.ts';
import { installPeers } from './peers.ts';
import { leaveServerCore } from './processor-time.ts';
import { graphAims, graphMedians, machine, print, versions, writeResults } from './report.ts';
import { startWorld } from './world.ts';

/**
 * Runs all benches, prints the figures and writes them to `results.json`. With `--only` it measures the contenders
 * named, or `import`, prints what there is to compare, and writes nothing.
 */
export async function main(argv: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      quick: { type: 'boolean', default: false },
      rounds: { type: 'string' },
      seconds: { type: 'string' },
      only: { type: 'string' },
    },
  });
  const rounds = Number(values.rounds ?? (values.quick ? 3 : 9));
  const seconds = Number(values.seconds ?? (values.quick ? 2 : 4));
  if (values.only === 'import') return onlyImport(Math.ceil(rounds / 3));
  const names = contendersCalled(values.only);
  const tell = (message: string): void => console.log(message);
  const loadBefore = loadavg();
  if (names.includes('hive')) installPeers(tell);
  leaveServerCore();
  const world = await startWorld(tell);
  try {
    const graph = await benchGraph(world, { rounds, pressure: { seconds, connections: 10 }, names, tell });
    const medians = graphMedians(graph);
    if (values.only !== undefined) return print(medians, graphAims(graph));
    const imports = await benchImport(world, { rounds: Math.ceil(rounds / 3), tell });
    const figures = [...graphAims(graph), ...imports.figures];
    print(medians, figures);
    const path = writeResults({
      measuredOn: systemClock.today(),
      options: { rounds, seconds, connections: 10 },
      machine: machine(loadBefore),
      versions: versions(world.postgresVersion),
      figures,
      medians: { ...medians, import: imports.medians },
    });
    console.log(`\nWritten to ${path}`);
  } finally {
    await world.stop();
  }
}

/** Measures the import alone, prints its figure and writes nothing. */
async function onlyImport(rounds: number): Promise<void> {
  const tell = (message: string): void => console.log(message);
  leaveServerCore();
  const world = await startWorld(tell);
  try {
    print({}, (await benchImport(world, { rounds, tell })).figures);
  } finally {
    await world.stop();
  }
}

function contendersCalled(only: string | undefined): readonly ContenderName[] {
  if (only === undefined) return contenderNames;
  return only.split(',').map((wanted) => {
    const name = contenderNames.find((one) => one === wanted);
    if (name) return name;
    throw new Error(`There is no contender ${wanted}. There are: ${contenderNames.join(', ')}.`);
  });
}
