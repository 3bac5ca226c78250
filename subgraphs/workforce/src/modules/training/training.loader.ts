import type { Loading } from '@mainstay/subgraph-kit';
import { workerRecordLoader, type WorkerRecordLoader } from '../../record/records-of-worker.ts';
import { canReadSupport } from '../../record/staff-record-policy.ts';
import type { TrainingRow } from './training.entity.ts';
import { trainingStore } from './training.store.ts';

/** Loads what workers did to learn, as far as the viewer may read it, the latest first. */
export function createTrainingLoader(loading: Loading): WorkerRecordLoader<TrainingRow> {
  return workerRecordLoader(loading, trainingStore, {
    orderBy: 'done_on DESC, recorded_at DESC, id',
    canRead: (row) => canReadSupport(loading.viewer, row, loading.moment.today),
  });
}
