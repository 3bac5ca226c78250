import type { Clock, PlainDate } from '@mainstay/primitives';
import { ForbiddenError, type Database, type Internal } from '@mainstay/subgraph-kit';
import { findOpenInspection } from './inspection.repository.ts';

/** What the gateway needs to know of an inspection to make the viewer of an inspector. */
export interface InspectionContext {
  readonly id: string;
  readonly laCode: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/**
 * Internal route `inspection-context`: the inspection of the authority `laCode` that is open now and names `subject`, or
 * null; of several the one that ends last.
 *
 * @throws ForbiddenError unless the platform itself asks.
 */
export function inspectionContextRoute(database: Database, clock: Clock): Internal {
  return async ({ caller, params }): Promise<InspectionContext | null> => {
    if (caller.kind !== 'service') throw new ForbiddenError('Only the platform itself asks this.');
    const { laCode = '', subject = '' } = params;
    const found = await database.service((db) => findOpenInspection(db, { laCode, subject, on: clock.today() }));
    return found && { id: found.id, laCode: found.laCode, from: found.fromDay, to: found.toDay };
  };
}
