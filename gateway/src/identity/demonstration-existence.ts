import { HttpError } from '../http-error.ts';
import type { SubgraphClient } from '../subgraphs/subgraph-client.ts';
import type { IdentityClaims } from './claims.ts';
import type { Viewers } from './viewer.ts';

const limitMs = 4_000;

/**
 * Makes the check whether the local authority and the practice of a demonstration token exist, so that a slip of the
 * keyboard is told at once. It throws HttpError 400 when one does not, 503 when contracts does not answer.
 */
export function existenceCheck(o: { contracts: SubgraphClient; viewers: Viewers }) {
  return async (claims: IdentityClaims, requestId: string): Promise<void> => {
    const viewer = await o.viewers.viewerOf(claims, requestId).catch((error: unknown) => {
      const isUnknownPractice = error instanceof HttpError && error.status === 403;
      throw isUnknownPractice ? refusal('There is no such practice.', error) : error;
    });
    const la = 'inspection' in claims ? claims.inspection.la : claims.la;
    if (la === undefined) return;
    const request = { query: 'query ($id: ID!) { localAuthority(id: $id) { id } }', variables: { id: la } };
    const { data } = await o.contracts.execute(request, { kind: 'viewer', viewer }, limitMs);
    if (data?.['localAuthority'] === null)
      throw refusal(`There is no local authority of England with the ONS code ${la}.`);
  };
}

function refusal(message: string, cause?: unknown): HttpError {
  return new HttpError(400, 'BAD_USER_INPUT', message, { cause });
}
