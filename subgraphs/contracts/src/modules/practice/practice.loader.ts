import type { PlainDate } from '@mainstay/primitives';
import { oneByKey, type Db, type Viewer } from '@mainstay/subgraph-kit';
import type DataLoader from 'dataloader';
import type { PracticeRow } from './practice.entity.ts';
import { canReadPractice } from './practice.policy.ts';
import { findPracticesById } from './practice.repository.ts';

/** Practices by id; null when there is none that the viewer may see. */
export function createPracticeLoader(db: Db, viewer: Viewer, today: PlainDate): DataLoader<string, PracticeRow | null> {
  return oneByKey(
    async (ids) => (await findPracticesById(db, ids)).filter((practice) => canReadPractice(viewer, practice, today)),
    (practice) => practice.id,
  );
}
