import { readFileSync, writeFileSync } from 'node:fs';
import { arch, cpus, loadavg, platform, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { ContenderName } from './contenders.ts';
import type { GraphFigures, Samples } from './graph.bench.ts';
import type { Sample } from './load.ts';
import { peerVersions } from './peers.ts';
import { serverCore } from './processor-time.ts';
import { median, medianRatio } from './statistics.ts';

/** A figure with what is aimed at. */
export interface Figure {
  readonly what: string;
  readonly ratio: number;
  readonly aim: string;
  readonly isMet: boolean;
}

/** Everything one run found out. */
export interface Results {
  readonly measuredOn: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly machine: Readonly<Record<string, unknown>>;
  readonly versions: Readonly<Record<string, string>>;
  readonly figures: readonly Figure[];
  readonly medians: Readonly<Record<string, unknown>>;
}

const titles: Record<ContenderName, string> = {
  'mainstay-apart': 'Mainstay, services apart',
  hive: 'Hive Gateway, Rust planner',
  apollo: '@apollo/gateway, default',
  'mainstay-one': 'Mainstay, one process',
  'mainstay-unguarded': 'the same past row security',
  'mainstay-without-policy': 'the same without policies',
  'mainstay-without-audit': 'the same without audit',
  'mainstay-bare': 'the same without all three',
  monolith: 'monolith, no federation',
};

/** The figures of the graph that an aim is set for, as far as both sides were measured. */
export function graphAims({ dashboard, small }: GraphFigures): Figure[] {
  return [
    speed('dashboard, apart: requests per second ÷ Hive Gateway', dashboard, ['mainstay-apart', 'hive', 1.2]),
    cpu('dashboard, apart: gateway CPU ÷ @apollo/gateway', dashboard, ['mainstay-apart', 'apollo', 0.5], 'cpuMs'),
    speed('dashboard, one process: requests per second ÷ monolith', dashboard, ['mainstay-one', 'monolith', 0.9]),
    speed('small, apart: requests per second ÷ @apollo/gateway', small, ['mainstay-apart', 'apollo', 3.5]),
    speed('small, one process: requests per second ÷ @apollo/gateway', small, ['mainstay-one', 'apollo', 6]),
    ...protections.map(([what, without]) =>
      cpu(`dashboard, one process: CPU of all with ${what} ÷ without`, dashboard, ['mainstay-one', without, 1.15]),
    ),
  ].flat();
}

/** What protects, and who does without it. */
const protections = [
  ['row-level security', 'mainstay-unguarded'],
  ['policies', 'mainstay-without-policy'],
  ['audit', 'mainstay-without-audit'],
  ['row-level security, policies and audit', 'mainstay-bare'],
] as const;

/** One, the other, and what their ratio should be. */
type Compared = readonly [ContenderName, ContenderName, number];

function speed(what: string, samples: Samples, [one, other, aim]: Compared): Figure[] {
  return ratio(samples, [one, other], 'requestsPerSecond').map((found) => atLeast(what, found, aim));
}

function cpu(what: string, samples: Samples, [one, other, aim]: Compared, key: keyof Sample = 'totalCpuMs'): Figure[] {
  return ratio(samples, [one, other], key).map((found) => atMost(what, found, aim));
}

/** The ratio, or nothing when one of the two was not measured. */
function ratio(
  samples: Samples,
  [one, other]: readonly [ContenderName, ContenderName],
  key: keyof Sample,
): readonly [] | readonly [number] {
  const [ours, theirs] = [samples[one], samples[other]];
  return ours && theirs ? [medianRatio(pick(ours, key), pick(theirs, key))] : [];
}

/** A figure that should be at least so large. */
export function atLeast(what: string, ratio: number, aim: number): Figure {
  return { what, ratio, aim: `≥ ${aim}`, isMet: ratio >= aim };
}

/** A figure that should be at most so large. */
export function atMost(what: string, ratio: number, aim: number): Figure {
  return { what, ratio, aim: `≤ ${aim}`, isMet: ratio <= aim };
}

/** The median of every measurement of every contender. */
export function graphMedians(figures: GraphFigures): Record<string, Record<string, Sample>> {
  const entries = Object.entries(figures).map(([operation, samples]) => [
    operation,
    Object.fromEntries(Object.entries(samples).map(([name, all]) => [name, medianSample(all)])),
  ]);
  return Object.fromEntries(entries) as Record<string, Record<string, Sample>>;
}

/** The machine as it was: ratios carry over to others, milliseconds do not. */
export function machine(loadBefore: readonly number[]): Record<string, unknown> {
  return {
    cores: cpus().length,
    processor: cpus()[0]?.model ?? 'unknown',
    memoryGb: Math.round(totalmem() / 2 ** 30),
    platform: `${platform()} ${arch()}`,
    isServerOnItsOwnCore: serverCore !== null,
    loadAverageBefore: inWords(loadBefore),
    loadAverageAfter: inWords(loadavg()),
  };
}

/** Of the last one, five and fifteen minutes. */
function inWords(loads: readonly number[]): string {
  return loads.map((load) => load.toFixed(2)).join(', ');
}

/** Versions of what was measured. */
export function versions(postgres: string): Record<string, string> {
  const root = new URL('../../', import.meta.url);
  const ours = ['@apollo/gateway', '@apollo/server', 'graphql', 'fastify', 'undici', 'pg'].map((name) => {
    const { version } = JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, root), 'utf8')) as {
      version: string;
    };
    return [name, version];
  });
  return {
    node: process.version,
    postgres,
    ...(Object.fromEntries(ours) as Record<string, string>),
    ...peerVersions(),
  };
}

/** Prints the graph's medians and all aims. */
export function print(medians: Record<string, Record<string, Sample>>, figures: readonly Figure[]): void {
  for (const [operation, samples] of Object.entries(medians)) {
    console.log(`\nThe operation “${operation}”, medians:`);
    console.log(row(['', 'req/s', 'p50 ms', 'p95 ms', 'CPU ms: server', 'subgraphs', 'database', 'total']));
    for (const [name, sample] of Object.entries(samples)) {
      const { requestsPerSecond, p50Ms, p95Ms, cpuMs, subgraphsCpuMs, databaseCpuMs, totalCpuMs } = sample;
      const numbers = [requestsPerSecond, p50Ms, p95Ms, cpuMs, subgraphsCpuMs, databaseCpuMs, totalCpuMs];
      console.log(row([titles[name as ContenderName], ...numbers.map((number) => number.toFixed(2))]));
    }
  }
  console.log('\nRatios, medians of what was measured side by side:');
  for (const { what, ratio, aim, isMet } of figures) {
    console.log(`  ${isMet ? 'met   ' : 'MISSED'} ${ratio.toFixed(2).padStart(6)}  (aim ${aim})  ${what}`);
  }
}

/** Writes `tests/bench/results.json`. */
export function writeResults(results: Results): string {
  const path = fileURLToPath(new URL('results.json', import.meta.url));
  writeFileSync(path, `${JSON.stringify(results, rounded, 2)}\n`);
  return path;
}

function rounded(_key: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(4)) : value;
}

function row([title = '', ...cells]: readonly string[]): string {
  return `  ${title.padEnd(28)}${cells.map((cell) => cell.padStart(15)).join('')}`;
}

function medianSample(all: readonly Sample[]): Sample {
  const keys = Object.keys(all[0] ?? {}) as (keyof Sample)[];
  return Object.fromEntries(keys.map((key) => [key, median(pick(all, key))])) as unknown as Sample;
}

function pick(all: readonly Sample[], key: keyof Sample): number[] {
  return all.map((sample) => sample[key]);
}
