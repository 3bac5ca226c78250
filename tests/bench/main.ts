import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { systemClock } from '@mainstay/primitives';
import { benchGraph } from './graph.bench.ts';
import { benchImport } from './import.bench.ts';
import { installPeers } from './peers.ts';
import { leaveServerCore } from './processor-time.ts';
import { graphAims, graphMedians, machine, print, versions, writeResults } from './report.ts';
import { startWorld } from './world.ts';

/** Runs all benches, prints the figures and writes them to `results.json`. */
export async function main(argv: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...argv],
    options: { quick: { type: 'boolean', default: false }, rounds: { type: 'string' }, seconds: { type: 'string' } },
  });
  const rounds = Number(values.rounds ?? (values.quick ? 3 : 9));
  const seconds = Number(values.seconds ?? (values.quick ? 2 : 4));
  const tell = (message: string): void => console.log(message);
  const loadBefore = loadavg();
  installPeers(tell);
  leaveServerCore();
  const world = await startWorld(tell);
  try {
    const graph = await benchGraph(world, { rounds, pressure: { seconds, connections: 10 }, tell });
    const imports = await benchImport(world, { rounds: Math.ceil(rounds / 3), tell });
    const medians = graphMedians(graph);
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
