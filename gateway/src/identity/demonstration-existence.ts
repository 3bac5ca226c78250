import { HttpError } from '../http-error.ts';
import { authorityOf, type IdentityClaims } from './claims.ts';
import type { Relationships } from './relationships.ts';

/**
 * Makes the check whether the local authority and the practice of a demonstration token exist, so that a slip of the
 * keyboard is told at once. It throws HttpError 400 when one does not, 503 when contracts does not answer.
 */
export function existenceCheck(relationships: Relationships) {
  return async (claims: IdentityClaims, requestId: string): Promise<void> => {
    if ('practice' in claims) {
      await orRefusal(relationships.practiceContext(claims.practice, requestId), 'There is no such practice.');
    }
    const la = authorityOf(claims);
    if (la === null) return;
    const message = `There is no local authority of England with the ONS code ${la}.`;
    await orRefusal(relationships.authorityContext(la, requestId), message);
  };
}

async function orRefusal(asked: Promise<unknown>, message: string): Promise<void> {
  await asked.catch((error: unknown) => {
    const isUnknown = error instanceof HttpError && error.status === 403;
    throw isUnknown ? new HttpError(400, 'BAD_USER_INPUT', message, { cause: error }) : error;
  });
}
