import { oneByKey, type Loading } from '@mainstay/subgraph-kit';
import type DataLoader from 'dataloader';
import type { PracticeRow } from './practice.entity.ts';
import { canReadPractice } from './practice.policy.ts';
import { findPracticesById } from './practice.repository.ts';

/** Practices by id; null when there is none that the viewer may see. */
export function createPracticeLoader({
  db,
  viewer,
  moment,
}: Omit<Loading, 'touched'>): DataLoader<string, PracticeRow | null> {
  return oneByKey(
    async (ids) => (await findPracticesById(db, ids)).filter((practice) => canReadPractice(viewer, practice, moment)),
    (practice) => practice.id,
  );
}
