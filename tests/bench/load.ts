import type { ServerProcess } from './server-process.ts';

/** What one server did under load. */
export interface Sample {
  readonly requestsPerSecond: number;
  /** Processor time of the server itself per request, in milliseconds. */
  readonly cpuMs: number;
  readonly p95Ms: number;
}

/** What is sent. */
export interface Load {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The body of the nth request. */
  readonly body: (turn: number) => string;
  readonly seconds: number;
  readonly connections: number;
}

/**
 * Keeps `connections` requests under way for `seconds`, and counts only whole answers without errors.
 *
 * @throws Error on the first answer that is not one, so that a fast failure is never taken for speed.
 */
export async function measure(server: ServerProcess, load: Load): Promise<Sample> {
  const { Pool } = await import('undici');
  const url = new URL(load.url);
  const pool = new Pool(url.origin, { connections: load.connections, pipelining: 1 });
  const times: number[] = [];
  const cpu = server.cpuSeconds();
  const begin = performance.now();
  const end = begin + load.seconds * 1_000;
  let turn = 0;
  const worker = async (): Promise<void> => {
    while (performance.now() < end) {
      turn += 1;
      const start = performance.now();
      const { statusCode, body } = await pool.request({
        method: 'POST',
        path: url.pathname,
        headers: load.headers,
        body: load.body(turn),
      });
      const text = await body.text();
      times.push(performance.now() - start);
      if (statusCode !== 200 || text.includes('"errors":['))
        throw new Error(`${server.name} answered ${statusCode}: ${text.slice(0, 300)}`);
    }
  };
  await Promise.all(Array.from({ length: load.connections }, worker));
  const seconds = (performance.now() - begin) / 1_000;
  const cpuMs = ((server.cpuSeconds() - cpu) * 1_000) / times.length;
  await pool.close();
  times.sort((a, b) => a - b);
  return { requestsPerSecond: times.length / seconds, cpuMs, p95Ms: times[Math.floor(times.length * 0.95)] ?? 0 };
}
