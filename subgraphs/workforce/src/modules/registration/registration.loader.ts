import type { PlainDate } from '@mainstay/primitives';
import { oneByKey, type Db, type Viewer } from '@mainstay/subgraph-kit';
import type DataLoader from 'dataloader';
import { canReadWorker } from '../worker/worker.policy.ts';
import type { RegistrationRow } from './registration.entity.ts';
import { findRegistrationsOfWorkers } from './registration.repository.ts';

/** Registrations by worker; null when the viewer may see none. Who may know the worker may know the registration. */
export function createRegistrationLoader(
  db: Db,
  viewer: Viewer,
  today: PlainDate,
): DataLoader<string, RegistrationRow | null> {
  return oneByKey(
    async (workerIds) =>
      (await findRegistrationsOfWorkers(db, workerIds)).filter((row) => canReadWorker(viewer, row, today)),
    (registration) => registration.workerId,
  );
}
