import type { Logger } from '@mainstay/subgraph-kit';
import type { FormattedExecutionResult, GraphQLFormattedError } from 'graphql';
import { newReference } from './mask-errors.ts';

/**
 * @apollo/gateway hides in an extension that a subgraph left out what the schema promises, and answers null as if that
 * were the truth. Told here as an error like any other.
 */
export function tellValueCompletion(result: FormattedExecutionResult, logger: Logger): FormattedExecutionResult {
  const missing = result.extensions?.['valueCompletion'] as readonly GraphQLFormattedError[] | undefined;
  if (!missing) return result;
  const { valueCompletion: _told, ...extensions } = result.extensions ?? {};
  const reference = newReference();
  logger.error('answer incomplete', { reference, count: missing.length });
  const errors = missing.map(({ path }) => ({
    message: `A part of the answer is missing. If it happens again, report it with the reference ${reference}.`,
    ...(path ? { path } : {}),
    extensions: { code: 'INTERNAL_SERVER_ERROR', reference },
  }));
  return { ...result, errors: [...(result.errors ?? []), ...errors], extensions };
}
