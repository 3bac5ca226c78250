import type { Logger } from '@mainstay/subgraph-kit';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from './audit/audit-actor.ts';
import type { Audit } from './audit/audit.ts';
import { newReference } from './graph/mask-errors.ts';
import { HttpError } from './http-error.ts';
import { SubgraphUnavailableError } from './subgraphs/subgraph-client.ts';

/**
 * Answers what was thrown: a refusal in its own words, everything else with a reference to the log and no more. Refusals
 * go into the audit first; addresses that lead nowhere do not.
 */
export function refusals({ logger, audit }: { logger: Logger; audit: Audit }) {
  return async (
    error: FastifyError | HttpError,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FastifyReply> => {
    const refusal = await audited(refusalOf(error) ?? masked(error, request, logger), request, audit);
    if (refusal.status === 401) reply.header('www-authenticate', 'Bearer');
    return reply
      .code(refusal.status)
      .type('application/json; charset=utf-8')
      .send(JSON.stringify(bodyFor(request, refusal)));
  };
}

/** The refusal once it is written down; when it cannot be, the refusal that says so. */
async function audited(refusal: HttpError, request: FastifyRequest, audit: Audit): Promise<HttpError> {
  if (refusal.status >= 500 || refusal.status === 404) return refusal;
  const operation = request.routeOptions.url ?? null;
  const { id: requestId, ip: source } = request;
  try {
    await audit.refused({ actor: actorOf(request), code: refusal.code, operation, requestId, source });
    return refusal;
  } catch (error) {
    if (error instanceof HttpError) return error;
    throw error;
  }
}

/** The graph's door speaks the graph's form alone; scripts at the other doors find the message at the top too. */
function bodyFor(request: FastifyRequest, refusal: HttpError): object {
  return request.routeOptions.url === '/graphql' ? refusal.body : { message: refusal.message, ...refusal.body };
}

function refusalOf(error: FastifyError | HttpError): HttpError | null {
  if (error instanceof HttpError) return error;
  if (error instanceof SubgraphUnavailableError) {
    return new HttpError(
      503,
      'SUBGRAPH_UNAVAILABLE',
      `The part “${error.part}” does not answer. Try again in a minute.`,
    );
  }
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new HttpError(
        413,
        'BODY_TOO_LARGE',
        'The body is too large. Send files to /uploads; ask in several requests.',
      );
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return new HttpError(415, 'UNSUPPORTED_MEDIA_TYPE', 'Send JSON in UTF-8: Content-Type: application/json.');
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return new HttpError(400, 'BAD_REQUEST', 'The body is not complete.');
    default:
      return error.statusCode && error.statusCode < 500
        ? new HttpError(error.statusCode, 'BAD_REQUEST', 'The request is not right.')
        : null;
  }
}

function masked(error: unknown, request: FastifyRequest, logger: Logger): HttpError {
  const reference = newReference();
  logger.error('request failed', { requestId: request.id, reference, error });
  return new HttpError(
    500,
    'INTERNAL_SERVER_ERROR',
    `Something went wrong. If it happens again, report it with the reference ${reference}.`,
  );
}
