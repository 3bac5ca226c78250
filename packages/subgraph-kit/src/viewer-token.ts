import { createHmac, hash, randomUUID, timingSafeEqual } from 'node:crypto';
import { UnauthenticatedError } from './errors.ts';
import { acceptedSecrets, deriveKey } from './keys.ts';
import type { Viewer } from './viewer.ts';

/** Who calls a subgraph: a person or machine through the gateway, or a service of the platform itself. */
export type Caller =
  | { readonly kind: 'viewer'; readonly viewer: Viewer }
  | { readonly kind: 'service'; readonly name: string; readonly requestId: string };

/** What a caller token is bound to. */
export interface CallerTokenBinding {
  /** The subgraph it is for; it is worth nothing at another. */
  readonly subgraph: string;
  /** The platform's secret. While it is being changed, the one before is taken too (`acceptedSecrets`). */
  readonly secret: string;
  /** The request's body, or for an internal call `internalSubject(route, params)`. */
  readonly body: string;
  readonly now: Date;
}

/** The HTTP header a caller token travels in. */
export const CALLER_HEADER = 'x-mainstay-caller';

/** How long a token holds. */
const LIFETIME_MS = 30_000;
/** How far the clocks of two machines may differ: a token from further in the future is refused. */
const CLOCK_SKEW_MS = 30_000;
/** Tokens remembered at once; what is beyond could be sent again. */
const MOST_SPENT = 200_000;

interface Claims {
  readonly subgraph: string;
  /** Milliseconds since 1970. */
  readonly expires: number;
  readonly bodyHash: string;
  readonly caller: Caller;
  /** Makes each token another, so that one that comes again is known (`SpentTokens`). */
  readonly nonce: string;
}

/** Signs who calls, for one subgraph, one body and the next 30 seconds (HMAC-SHA256). */
export function signCaller(caller: Caller, binding: CallerTokenBinding): string {
  const claims: Claims = {
    subgraph: binding.subgraph,
    expires: binding.now.getTime() + LIFETIME_MS,
    bodyHash: hashOf(binding.body),
    caller,
    nonce: randomUUID(),
  };
  const payload = Buffer.from(JSON.stringify(claims)).toString('base64url');
  return `${payload}.${macOf(payload, binding).toString('base64url')}`;
}

/**
 * Who calls, when the token is genuine, in time, and bound to this subgraph and this body.
 *
 * @throws UnauthenticatedError otherwise; it does not say which of them failed.
 */
export function verifyCaller(token: string | undefined, binding: CallerTokenBinding): Caller {
  const claims = openToken(token, binding);
  if (claims.bodyHash !== hashOf(binding.body)) throw refusal();
  return claims.caller;
}

/**
 * Checks everything of a token but its body, so that a request can be refused before its body is read.
 *
 * @throws UnauthenticatedError when it does not hold.
 */
export function checkCallerToken(token: string | undefined, binding: Omit<CallerTokenBinding, 'body'>): void {
  openToken(token, binding);
}

/** Remembers the tokens that one server has taken for as long as they would hold: each opens the door once. */
export class SpentTokens {
  /** Hashes of what was signed, the earliest first, and until when they are remembered: a signature can be spelt in several ways. */
  readonly #until = new Map<string, number>();

  /**
   * Takes a token whose signature holds.
   *
   * @throws UnauthenticatedError when it has been taken before.
   */
  spend(token: string, now: Date): void {
    const key = hashOf(token.slice(0, token.indexOf('.')));
    if (this.#until.has(key)) throw refusal();
    for (const [spent, until] of this.#until) {
      if (until > now.getTime() && this.#until.size < MOST_SPENT) break;
      this.#until.delete(spent);
    }
    this.#until.set(key, now.getTime() + LIFETIME_MS + CLOCK_SKEW_MS);
  }
}

/** What the token of an internal call is bound to in place of a body, which may be a long stream. */
export function internalSubject(route: string, params: Readonly<Record<string, string>>): string {
  const sorted = Object.entries(params).sort(([a], [b]) => (a < b ? -1 : 1));
  return `/internal/${encodeURIComponent(route)}?${new URLSearchParams(sorted).toString()}`;
}

function openToken(token: string | undefined, binding: Omit<CallerTokenBinding, 'body'>): Claims {
  const [payload, mac, ...rest] = token?.split('.') ?? [];
  if (!payload || !mac || rest.length > 0) throw refusal();
  const given = Buffer.from(mac, 'base64url');
  const isSigned = acceptedSecrets(binding.secret).some((secret) => {
    const expected = macOf(payload, { ...binding, secret });
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
  if (!isSigned) throw refusal();
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as Claims;
  const remaining = claims.expires - binding.now.getTime();
  if (claims.subgraph !== binding.subgraph || remaining <= 0 || remaining > LIFETIME_MS + CLOCK_SKEW_MS)
    throw refusal();
  return claims;
}

function macOf(payload: string, binding: Omit<CallerTokenBinding, 'body'>): Buffer {
  return createHmac('sha256', keyOf(binding.secret, binding.subgraph)).update(payload).digest();
}

const keys = new Map<string, Buffer>();

/** HKDF costs more than the HMAC itself; a process knows one secret and a handful of subgraphs. */
function keyOf(secret: string, subgraph: string): Buffer {
  const name = `${subgraph}\n${secret}`;
  const known = keys.get(name);
  if (known) return known;
  const key = deriveKey(secret, `viewer:${subgraph}`);
  if (keys.size > 100) keys.clear();
  keys.set(name, key);
  return key;
}

function hashOf(body: string): string {
  return hash('sha256', body, 'base64url');
}

function refusal(): UnauthenticatedError {
  return new UnauthenticatedError('The call does not carry a valid caller token.');
}
