import { setTimeout } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { Pool } from 'undici';
import type { GraphRequest } from './operations.ts';

/** A request as it is sent to one server, with the answer it must give. */
export interface PreparedRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The whole answer, as this server wrote it when it was compared with the others. */
  readonly expected: string;
}

/** What one server did in one round. */
export interface Sample {
  readonly requestsPerSecond: number;
  /** Processor time of the server itself for a request, in milliseconds. */
  readonly cpuMs: number;
  /** The subgraphs' when they run apart. */
  readonly subgraphsCpuMs: number;
  /** The database server's. */
  readonly databaseCpuMs: number;
  /** All of these, without the load itself. */
  readonly totalCpuMs: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
}

/** How hard to press. */
export interface Pressure {
  readonly seconds: number;
  /** Requests under way at a time. */
  readonly connections: number;
}

/** Counters of processor seconds. */
export interface Meters {
  server(): number;
  subgraphs(): number;
  database(): number;
}

/** Asks once for every request, and answers the texts. Throws when an answer is not whole. */
export async function answersOf(
  url: string,
  requests: readonly Omit<PreparedRequest, 'expected'>[],
): Promise<string[]> {
  const pool = new Pool(url, { connections: 4 });
  const answers: string[] = [];
  for (const request of requests) {
    const { status, text } = await post(pool, request);
    if (status !== 200 || 'errors' in (JSON.parse(text) as object)) {
      throw new Error(`${url} answered ${status}: ${text.slice(0, 500)}`);
    }
    answers.push(text);
  }
  await pool.close();
  return answers;
}

/** Throws unless the two servers answered every request with the same data. */
export function requireSameData(
  one: { name: string; answers: readonly string[] },
  other: { name: string; answers: readonly string[] },
  requests: readonly GraphRequest[],
): void {
  for (const [turn, request] of requests.entries()) {
    const [data, otherData] = [one, other].map(({ answers }) => dataOf(answers[turn] ?? '{}'));
    if (data !== undefined && isDeepStrictEqual(data, otherData)) continue;
    throw new Error(`${one.name} and ${other.name} answer differently: ${request.body}`);
  }
}

/** What a server does later of what it was asked, such as sealing the audit, it has done by then. */
const SETTLE_MS = 1_200;

/** Keeps `connections` requests under way; a different answer than expected ends the bench, so a fault is never speed. */
export async function press(
  url: string,
  requests: readonly PreparedRequest[],
  { seconds, connections }: Pressure,
  meters: Meters,
): Promise<Sample> {
  const pool = new Pool(url, { connections, pipelining: 1 });
  const times: number[] = [];
  const before = readMeters(meters);
  const begin = performance.now();
  const end = begin + seconds * 1_000;
  let turn = 0;
  const worker = async (): Promise<void> => {
    while (performance.now() < end) {
      const request = requests[turn++ % requests.length] as PreparedRequest;
      const start = performance.now();
      const { status, text } = await post(pool, request);
      times.push(performance.now() - start);
      if (status !== 200 || text !== request.expected) {
        throw new Error(`${url} answered ${status}, differently than before: ${text.slice(0, 300)}`);
      }
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  const elapsed = (performance.now() - begin) / 1_000;
  await setTimeout(SETTLE_MS);
  const [cpuMs = 0, subgraphsCpuMs = 0, databaseCpuMs = 0] = readMeters(meters).map(
    (seconds, meter) => ((seconds - (before[meter] ?? 0)) * 1_000) / times.length,
  );
  await pool.close();
  times.sort((a, b) => a - b);
  const cpu = { cpuMs, subgraphsCpuMs, databaseCpuMs, totalCpuMs: cpuMs + subgraphsCpuMs + databaseCpuMs };
  return {
    requestsPerSecond: times.length / elapsed,
    ...cpu,
    p50Ms: quantile(times, 0.5),
    p95Ms: quantile(times, 0.95),
  };
}

function readMeters({ server, subgraphs, database }: Meters): number[] {
  return [server(), subgraphs(), database()];
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.floor(sorted.length * share)] ?? 0;
}

function dataOf(answer: string): unknown {
  return (JSON.parse(answer) as { data?: unknown }).data;
}

async function post(
  pool: Pool,
  { headers, body }: { readonly headers: Readonly<Record<string, string>>; readonly body: string },
): Promise<{ status: number; text: string }> {
  const response = await pool.request({ method: 'POST', path: '/graphql', headers: { ...headers }, body });
  return { status: response.statusCode, text: await response.body.text() };
}
