import { ForbiddenError, NotFoundError, type Database, type Internal } from '@mainstay/subgraph-kit';
import { findLocalAuthoritiesByCode } from './local-authority.repository.ts';

/** What the gateway needs to know of an authority to make the viewer of its staff. */
export interface AuthorityContext {
  readonly name: string;
  /** Today's ONS code: the one that all records are kept under, whichever code was asked for. */
  readonly laCode: string;
}

/**
 * Internal route `authority-context`: the name and today's code of the authority that has, or had, the ONS code `laCode`.
 *
 * @throws NotFoundError when no authority of England has or had it; ForbiddenError unless the platform itself asks.
 */
export function authorityContextRoute(database: Database): Internal {
  return async ({ caller, params }): Promise<AuthorityContext> => {
    if (caller.kind !== 'service') throw new ForbiddenError('Only the platform itself asks this.');
    const [found] = await database.service((db) => findLocalAuthoritiesByCode(db, [params['laCode'] ?? '']));
    if (!found) throw new NotFoundError('There is no such local authority.');
    return { name: found.name, laCode: found.laCode };
  };
}
