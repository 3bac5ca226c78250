import { z } from 'zod';
import { HttpError } from '../http-error.ts';

const body = z.object({
  query: z.string().optional().nullable(),
  operationName: z.string().max(200).optional().nullable(),
  variables: z.record(z.string(), z.unknown()).optional().nullable(),
  extensions: z
    .object({
      persistedQuery: z.object({ version: z.literal(1), sha256Hash: z.string().regex(/^[0-9a-f]{64}$/) }).optional(),
    })
    .optional()
    .nullable(),
});

/** What a client asks of the graph: the text of a query, or the hash of a registered operation. */
export interface GraphRequest {
  readonly query: string | undefined;
  readonly hash: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string | undefined;
}

/** Reads the body of a request to the graph. Throws HttpError 400 when it has another form; lists are refused. */
export function graphRequest(json: unknown): GraphRequest {
  const parsed = body.safeParse(json);
  if (!parsed.success) {
    const where = parsed.error.issues[0]?.path.join('.') || 'body';
    throw new HttpError(
      400,
      'BAD_REQUEST',
      `The request is not one of GraphQL over HTTP: ${where} is not right. One operation a request.`,
    );
  }
  const { query, operationName, variables, extensions } = parsed.data;
  return {
    query: query ?? undefined,
    hash: query ? undefined : extensions?.persistedQuery?.sha256Hash,
    variables: variables ?? {},
    // Some clients send an empty name for none.
    operationName: operationName || undefined,
  };
}
