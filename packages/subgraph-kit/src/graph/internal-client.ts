import { Readable } from 'node:stream';
import type { Clock } from '@mainstay/primitives';
import { refusalOf, UnavailableError } from '../errors.ts';
import { MaskedError } from '../mask-errors.ts';
import { CALLER_HEADER, internalSubject, signCaller, type Caller } from '../viewer-token.ts';
import type { Subgraph } from './subgraph.ts';

/** What an internal call says. */
export interface InternalRequest {
  readonly caller: Caller;
  readonly params?: Record<string, string>;
  /** What is streamed along; nothing when left out. */
  readonly body?: AsyncIterable<Uint8Array>;
  /** How long to wait for the answer, the stream included; 10 seconds when left out. */
  readonly timeoutMs?: number;
}

/** Calls another service's internal routes, in this process or over HTTP. */
export interface InternalClient {
  /**
   * Calls `route` as `caller` and answers what it answers.
   *
   * @throws the route's own refusal; UnavailableError when the service does not answer, or fails.
   */
  call<Answer = unknown>(route: string, request: InternalRequest): Promise<Answer>;
}

/** The service to call: an object in this process, or an address. */
export type InternalTarget = ({ readonly subgraph: Subgraph } | { readonly url: string }) & {
  /** Name of the subgraph called. */
  readonly name: string;
  readonly secret: string;
  readonly clock: Clock;
};

const PATIENCE_MS = 10_000;

/** A client of the subgraph called `name`, reached as an object (one process) or at `url` (many). */
export function internalClient(target: InternalTarget): InternalClient {
  const { name, secret, clock } = target;
  return {
    call: async <Answer>(route: string, request: InternalRequest): Promise<Answer> => {
      const body = internalSubject(route, request.params ?? {});
      const token = signCaller(request.caller, { subgraph: name, secret, body, now: clock.now() });
      if ('url' in target) return (await callByHttp(target.url, body, { ...request, token, name })) as Answer;
      const { params, body: stream } = request;
      const call = { token, ...(params ? { params } : {}), ...(stream ? { body: stream } : {}) };
      return (await target.subgraph.callInternal(route, call).catch(asOverHttp)) as Answer;
    },
  };
}

/** A fault of the service, masked already, is told the same way however the service is reached. */
function asOverHttp(error: unknown): never {
  throw error instanceof MaskedError ? new UnavailableError(error.message) : error;
}

async function callByHttp(
  url: string,
  path: string,
  { token, body, timeoutMs, name }: Omit<InternalRequest, 'caller'> & { token: string; name: string },
): Promise<unknown> {
  const response = await fetch(new URL(path, url), {
    method: 'POST',
    headers: { [CALLER_HEADER]: token, 'content-type': 'application/octet-stream' },
    signal: AbortSignal.timeout(timeoutMs ?? PATIENCE_MS),
    ...(body ? { body: Readable.toWeb(Readable.from(body)) as ReadableStream, duplex: 'half' } : {}),
  }).catch((cause: unknown) => {
    throw new UnavailableError(`The service ${name} does not answer.`, { cause });
  });
  const answer = (await response.json().catch(() => null)) as Answered | null;
  if (response.ok) return answer;
  const error = answer?.error;
  throw (
    refusalOf(error?.code ?? '', error?.message ?? '') ??
    new UnavailableError(error?.message ?? `The service ${name} failed.`)
  );
}

interface Answered {
  readonly error?: { readonly code?: string; readonly message?: string };
}
