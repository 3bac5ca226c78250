import { oneByKey, type Loading } from '@mainstay/subgraph-kit';
import type DataLoader from 'dataloader';
import { canReadWorker } from '../worker/worker.policy.ts';
import type { RegistrationRow } from './registration.entity.ts';
import { findRegistrationsOfWorkers } from './registration.repository.ts';

/** Registrations by worker; null when the viewer may see none. Who may know the worker may know the registration. */
export function createRegistrationLoader({ db, viewer, moment }: Loading): DataLoader<string, RegistrationRow | null> {
  return oneByKey(
    async (workerIds) =>
      (await findRegistrationsOfWorkers(db, workerIds)).filter((row) => canReadWorker(viewer, row, moment)),
    (registration) => registration.workerId,
  );
}
