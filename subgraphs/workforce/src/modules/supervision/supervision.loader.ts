import type { Loading } from '@mainstay/subgraph-kit';
import { workerRecordLoader, type WorkerRecordLoader } from '../../record/records-of-worker.ts';
import { canReadSupport } from '../../record/staff-record-policy.ts';
import type { SupervisionRow } from './supervision.entity.ts';
import { supervisionStore } from './supervision.store.ts';

/** Loads sessions of supervision that the viewer may read, the latest first. */
export function createSupervisionLoader(loading: Loading): WorkerRecordLoader<SupervisionRow> {
  return workerRecordLoader(loading, supervisionStore, {
    orderBy: 'held_on DESC, recorded_at DESC, id',
    canRead: (row) => canReadSupport(loading.viewer, row, loading.moment.today),
  });
}
