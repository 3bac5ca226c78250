import type { PlainDate } from '@mainstay/primitives';
import type { Viewer } from '@mainstay/subgraph-kit';
import { readsForAuthority } from '../../viewer-access.ts';
import type { WorkerRow } from './worker.entity.ts';

/**
 * Who may know a worker's name and registration: the authority whose record it is and its inspectors; and the practices
 * with a live contract with that authority, because its workers and theirs work with the same children.
 */
export function canReadWorker(viewer: Viewer, worker: Pick<WorkerRow, 'laCode'>, today: PlainDate): boolean {
  if (viewer.audience === 'practice') return viewer.laCodes.includes(worker.laCode);
  return readsForAuthority(viewer, worker.laCode, today);
}
