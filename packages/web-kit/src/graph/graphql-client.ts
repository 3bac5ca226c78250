import { startSignIn } from '../session/sign-in.ts';
import type { OperationDocument } from './operation-document.ts';

/** A part of an answer that could not be had, although the rest was. */
export interface MissingPart {
  /** Where it belongs in the answer: field names and positions joined by dots, e.g. `localAuthority.staffMeasures`. */
  readonly path: string;
  /** Why, in words that may be shown. */
  readonly message: string;
}

/** An answer of the graph: its data, and what is missing from it. */
export interface Answer<Data> {
  readonly data: Data;
  readonly missing: readonly MissingPart[];
}

/** Nothing came back: the message may be shown. `code` is the graph's, or `NETWORK` when it could not be reached. */
export class OperationError extends Error {
  override readonly name = 'OperationError';
  readonly code: string;

  constructor(message: string, code: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

interface GraphFault {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: { readonly code?: string };
}

interface GraphBody {
  readonly data?: unknown;
  readonly errors?: readonly GraphFault[];
}

/** How an operation is sent. */
export interface Sending {
  /** Told when nobody waits any longer. */
  readonly signal?: AbortSignal;
  /** The broken glass under which it is asked: it then sees that one child, and changes nothing. */
  readonly breakGlass?: string | null;
}

/** Milliseconds after which an operation is given up. */
const PATIENCE = 30_000;

const unreachable = 'The service could not be reached. Check your connection and try again.';
const broken = 'Something went wrong on our side. Try again; if it goes on, tell the service’s support.';

/**
 * Runs a registered operation as the person signed in.
 *
 * A viewer who is no longer signed in is sent to the sign-in page, and back to this one afterwards.
 *
 * @throws OperationError when there is no data at all.
 */
export async function runOperation<Data, Variables>(
  document: OperationDocument<Data, Variables>,
  variables: Variables,
  sending: Sending = {},
): Promise<Answer<Data>> {
  const response = await send(document, variables, sending);
  const body = await readBody(response);
  const faults = body.errors ?? [];
  if (response.status === 401 || faults.some((fault) => fault.extensions?.code === 'UNAUTHENTICATED')) {
    startSignIn();
    throw new OperationError('You have been signed out. Sign in again to go on.', 'UNAUTHENTICATED');
  }
  if (body.data === undefined || body.data === null) {
    const [fault] = faults;
    throw new OperationError(fault?.message ?? broken, fault?.extensions?.code ?? `HTTP_${response.status}`);
  }
  const missing = faults.map((fault) => ({ path: (fault.path ?? []).join('.'), message: fault.message }));
  return { data: body.data as Data, missing };
}

async function send<Data, Variables>(
  document: OperationDocument<Data, Variables>,
  variables: Variables,
  { signal, breakGlass }: Sending,
): Promise<Response> {
  const patience = AbortSignal.timeout(PATIENCE);
  try {
    return await fetch('/graphql', {
      method: 'POST',
      credentials: 'same-origin',
      headers: {
        'content-type': 'application/json',
        'x-mainstay-csrf': '1',
        ...(breakGlass ? { 'x-mainstay-break-glass': breakGlass } : {}),
      },
      body: JSON.stringify({
        operationName: document.name,
        variables,
        extensions: { persistedQuery: { version: 1, sha256Hash: document.hash } },
      }),
      signal: signal ? AbortSignal.any([signal, patience]) : patience,
    });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    const message = patience.aborted ? 'The service took too long to answer. Try again.' : unreachable;
    throw new OperationError(message, 'NETWORK', { cause });
  }
}

async function readBody(response: Response): Promise<GraphBody> {
  try {
    return (await response.json()) as GraphBody;
  } catch (cause) {
    // A proxy's page of HTML, say: its text is not for the reader.
    throw new OperationError(broken, `HTTP_${response.status}`, { cause });
  }
}
