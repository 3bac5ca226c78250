import { randomBytes } from 'node:crypto';
import type { GraphQLFormattedError } from 'graphql';
import { withoutValues } from './without-values.ts';

/** Codes whose message was written for the client. Every other error is answered with a reference instead. */
const publicCodes = new Set([
  'ALIASES_LIMIT_EXCEEDED',
  'BAD_USER_INPUT',
  'COST_LIMIT_EXCEEDED',
  'DEPTH_LIMIT_EXCEEDED',
  'DIRECTIVES_LIMIT_EXCEEDED',
  'FORBIDDEN',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'NOT_FOUND',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'ROOT_FIELDS_LIMIT_EXCEEDED',
  'SUBGRAPH_UNAVAILABLE',
  'TIME_LIMIT_EXCEEDED',
  'TOKENS_LIMIT_EXCEEDED',
  'UNAUTHENTICATED',
  'UNAVAILABLE',
]);

const longestMessage = 300;

/**
 * What a client is told of an error: by an allow-list the message and code, and where; of anything else only that
 * something went wrong, with the reference under which the log has it. `onMasked` is called when `reference` was given
 * out; an error of a subgraph has its own.
 */
export function maskError(
  formatted: GraphQLFormattedError,
  reference: string,
  onMasked: () => void,
): GraphQLFormattedError {
  const code = formatted.extensions?.['code'];
  const place = {
    ...(formatted.locations ? { locations: formatted.locations } : {}),
    ...(formatted.path ? { path: formatted.path } : {}),
  };
  if (typeof code === 'string' && publicCodes.has(code)) {
    const part = formatted.extensions?.['part'];
    const extensions = { code, ...(typeof part === 'string' ? { part } : {}) };
    return { message: withoutValues(formatted.message).slice(0, longestMessage), ...place, extensions };
  }
  const told = formatted.extensions?.['reference'];
  const known = typeof told === 'string' && /^[\w-]{1,64}$/.test(told) ? told : undefined;
  if (known === undefined) onMasked();
  return {
    message: `Something went wrong. If it happens again, report it with the reference ${known ?? reference}.`,
    ...place,
    extensions: { code: 'INTERNAL_SERVER_ERROR', reference: known ?? reference },
  };
}

const readable = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** A reference short enough to read out on the telephone, e.g. `7K2M-93FQ`. */
export function newReference(): string {
  const letters = [...randomBytes(8)].map((byte) => readable[byte % readable.length]).join('');
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}
