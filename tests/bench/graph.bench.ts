import { startField, type Contender, type ContenderName } from './contenders.ts';
import { answersOf, press, requireSameData, type PreparedRequest, type Pressure, type Sample } from './load.ts';
import { requestsOf, type GraphRequest, type OperationName } from './operations.ts';
import { median } from './statistics.ts';
import { LA_HEADER } from './servers/bench-viewer.ts';
import type { BenchWorld } from './world.ts';

/** How long is measured. */
export interface GraphBenchOptions {
  readonly rounds: number;
  readonly pressure: Pressure;
  /** Who is measured. */
  readonly names: readonly ContenderName[];
  readonly tell: (message: string) => void;
}

/** All samples of one operation, by who was measured; the nth samples of all belong to the nth round. */
export type Samples = Partial<Record<ContenderName, Sample[]>>;

/** Samples of both operations. */
export type GraphFigures = Record<OperationName, Samples>;

/** Measures all contenders over the same data: round by round, one after the other, so that all meet the same weather. */
export async function benchGraph(world: BenchWorld, options: GraphBenchOptions): Promise<GraphFigures> {
  const field = await startField(world, options.names);
  try {
    const tokens = await tokensOf(field.contenders, world.hosts);
    const figures: Partial<GraphFigures> = {};
    for (const operation of ['dashboard', 'small'] as const) {
      const requests = requestsOf(operation, world.hosts, world.authorities);
      const prepared = await prepare(field.contenders, requests, tokens);
      options.tell(`All servers give the same answers to ${requests.length} requests of the operation “${operation}”.`);
      figures[operation] = await rounds(field.contenders, prepared, options);
    }
    return figures as GraphFigures;
  } finally {
    await field.stop();
  }
}

type Prepared = ReadonlyMap<ContenderName, readonly PreparedRequest[]>;

/** Sends every request to every server, and requires the same data of all, before anything is measured. */
async function prepare(
  contenders: readonly Contender[],
  requests: readonly GraphRequest[],
  tokens: ReadonlyMap<string, string>,
): Promise<Prepared> {
  const prepared = new Map<ContenderName, PreparedRequest[]>();
  let first: { name: string; answers: string[] } | null = null;
  for (const { name, url, awake } of contenders) {
    const sent = requests.map(({ viewerLa, body }) => ({
      body,
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        // Peers read the authority from its header, and leave the token alone.
        [LA_HEADER]: viewerLa,
        ...(name.startsWith('mainstay') ? { authorization: `Bearer ${tokens.get(`${name} ${viewerLa}`)}` } : {}),
      },
    }));
    const answers = await awake(() => answersOf(url, sent));
    first ??= { name, answers };
    requireSameData(first, { name, answers }, requests);
    prepared.set(
      name,
      sent.map((request, turn) => ({ ...request, expected: answers[turn] ?? '' })),
    );
  }
  return prepared;
}

/** Rounds that only warm up: what Node compiles late, it compiles in the first ten seconds of such a load. */
const WARM_UP = 3;

async function rounds(contenders: readonly Contender[], prepared: Prepared, o: GraphBenchOptions): Promise<Samples> {
  const samples = Object.fromEntries(contenders.map(({ name }) => [name, []])) as Samples;
  for (let round = 1 - WARM_UP; round <= o.rounds; round += 1) {
    // Turn about, so that nobody always comes after the same other.
    const order = contenders.map((_, place) => contenders[(place + round + WARM_UP) % contenders.length] as Contender);
    for (const { name, url, meters, awake } of order) {
      const sample = await awake(() => press(url, prepared.get(name) ?? [], o.pressure, meters));
      if (round > 0) samples[name]?.push(sample);
    }
    if (round > 0) o.tell(`  round ${round} of ${o.rounds}: ${requestRates(samples)}`);
  }
  return samples;
}

function requestRates(samples: Samples): string {
  return Object.entries(samples)
    .map(([name, all]) => `${name} ${median(all.map((sample) => sample.requestsPerSecond)).toFixed(0)}/s`)
    .join(', ');
}

/** A token of each host authority's manager at each of our own gateways. */
async function tokensOf(contenders: readonly Contender[], hosts: readonly string[]): Promise<Map<string, string>> {
  const tokens = new Map<string, string>();
  for (const { name, url, awake } of contenders.filter((contender) => contender.name.startsWith('mainstay'))) {
    for (const la of hosts) tokens.set(`${name} ${la}`, await awake(() => tokenOf(url, la)));
  }
  return tokens;
}

async function tokenOf(url: string, la: string): Promise<string> {
  const response = await fetch(`${url}/demonstration/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account: 'la-manager', la }),
  });
  if (!response.ok) throw new Error(`${url} gives no token: ${await response.text()}`);
  const { accessToken } = (await response.json()) as { accessToken: string };
  return accessToken;
}
