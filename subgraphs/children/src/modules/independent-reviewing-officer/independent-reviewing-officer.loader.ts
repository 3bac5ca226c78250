import type DataLoader from 'dataloader';
import { oneByKey } from '@mainstay/subgraph-kit';
import type { Request } from '../../context.ts';
import { findOfficers, type ReviewingOfficer } from './independent-reviewing-officer.repository.ts';

/** A loader, by child id, of the officer today; null when none is appointed. */
export type ReviewingOfficerLoader = DataLoader<string, ReviewingOfficer | null>;

export function reviewingOfficerLoader({ db, clock }: Pick<Request, 'db' | 'clock'>): ReviewingOfficerLoader {
  return oneByKey(
    (childIds) => findOfficers(db, childIds, clock.today()),
    ({ childId }) => childId,
  );
}
