import type { Loading } from '@mainstay/subgraph-kit';
import { workerRecordLoader, type WorkerRecordLoader } from '../../record/records-of-worker.ts';
import type { AbsenceRow } from './absence.entity.ts';
import { canReadAbsence } from './absence.policy.ts';
import { absenceStore } from './absence.store.ts';

/** Loads absences of workers that the viewer may read, the latest first. */
export function createAbsenceLoader(loading: Loading): WorkerRecordLoader<AbsenceRow> {
  return workerRecordLoader(loading, absenceStore, {
    orderBy: 'started_on DESC, recorded_at DESC, id',
    canRead: (row) => canReadAbsence(loading.viewer, row),
  });
}
