import { HttpError } from '../http-error.ts';
import type { SubgraphClient } from '../subgraphs/subgraph-client.ts';
import type { IdentityClaims } from './claims.ts';
import type { Viewers } from './viewer.ts';

const limitMs = 4_000;

/**
 * Asks contracts whether the local authority and the practice of a demonstration token exist, so that a slip of the
 * keyboard is told at once. Throws HttpError 400 when one does not, 503 when contracts does not answer.
 */
export async function checkExists(
  claims: IdentityClaims,
  requestId: string,
  o: { contracts: SubgraphClient; viewers: Viewers },
): Promise<void> {
  const viewer = await o.viewers.viewerOf(claims, requestId).catch((error: unknown) => {
    const isUnknownPractice = error instanceof HttpError && error.status === 403;
    throw isUnknownPractice
      ? new HttpError(400, 'BAD_USER_INPUT', 'There is no such practice.', { cause: error })
      : error;
  });
  const la = 'inspection' in claims ? claims.inspection.la : claims.la;
  if (la === undefined) return;
  const request = { query: 'query ($id: ID!) { localAuthority(id: $id) { id } }', variables: { id: la } };
  const { data } = await o.contracts.execute(request, { kind: 'viewer', viewer }, limitMs).catch((cause: unknown) => {
    throw new HttpError(
      503,
      'SUBGRAPH_UNAVAILABLE',
      'Local authorities cannot be looked up at the moment. Try again in a minute.',
      { cause },
    );
  });
  if (data && data['localAuthority'] === null)
    throw new HttpError(400, 'BAD_USER_INPUT', `There is no local authority of England with the ONS code ${la}.`);
}
