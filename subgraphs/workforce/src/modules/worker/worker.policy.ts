import { isGlassOver, readsForAuthority, type Moment, type Viewer } from '@mainstay/subgraph-kit';
import type { WorkerRow } from './worker.entity.ts';

/**
 * Who may know a worker's name and registration: the authority whose record it is, its reviewing officers, machines and
 * inspectors; and the practices with a live contract with that authority, because its workers and theirs work with the
 * same children. A broken glass changes nothing but that it ends.
 */
export function canReadWorker(viewer: Viewer, worker: Pick<WorkerRow, 'laCode'>, { today, now }: Moment): boolean {
  if (isGlassOver(viewer, now)) return false;
  if (viewer.audience === 'practice') return viewer.laCodes.includes(worker.laCode);
  return readsForAuthority(viewer, worker.laCode, { scope: 'workforce', today });
}
