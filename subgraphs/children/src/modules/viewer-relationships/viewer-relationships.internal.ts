import type { Clock } from '@mainstay/primitives';
import { ForbiddenError, type BreakGlass, type Database, type Internal } from '@mainstay/subgraph-kit';
import { findRelationships } from './viewer-relationships.repository.ts';

/** What the gateway needs to know of children to make a viewer. */
export interface ViewerRelationships {
  /** The children of these authorities whose records are restricted to others. */
  readonly hidden: readonly string[];
  /** The children named to the viewer: those an IRO reviews today, the sample of an inspection, the child of a broken glass. */
  readonly named: readonly string[];
  /** The glass asked about; null when it is another's, is over, or does not exist. */
  readonly breakGlass: BreakGlass | null;
}

/**
 * Internal route `viewer-relationships`: what a viewer's relationship to single children is. Params: `laCodes` with commas
 * between, `subject`, `role`, `inspectionId` and `breakGlassId`; the last two may be left out.
 *
 * @throws ForbiddenError unless the platform itself asks.
 */
export function viewerRelationshipsRoute({ database, clock }: { database: Database; clock: Clock }): Internal {
  return async ({ caller, params }): Promise<ViewerRelationships> => {
    if (caller.kind !== 'service') throw new ForbiddenError('Only the platform itself asks this.');
    const of = {
      laCodes: (params['laCodes'] ?? '').split(',').filter((code) => code !== ''),
      subject: params['subject'] ?? '',
      role: params['role'] ?? '',
      inspectionId: params['inspectionId'] ?? '',
      breakGlassId: params['breakGlassId'] ?? '',
    };
    const moment = { now: clock.now(), today: clock.today() };
    const found = await database.service((db) => findRelationships(db, of, moment));
    const { hidden, named, glassId, glassChildId, glassEndsAt } = found;
    const breakGlass =
      glassId !== null && glassChildId !== null && glassEndsAt !== null
        ? { id: glassId, childId: glassChildId, until: glassEndsAt.toISOString() }
        : null;
    return { hidden, named, breakGlass };
  };
}
