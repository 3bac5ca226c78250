import type { Loading } from '@mainstay/subgraph-kit';
import DataLoader from 'dataloader';
import { oneByNumber } from '../../record/by-number.ts';
import { canReadStaffOf, readableLaCodes } from '../employment/employment.policy.ts';
import { canReadWorker } from '../worker/worker.policy.ts';
import type { RegistrationRow } from './registration.entity.ts';
import { findExpiring, findRegistrationsOfWorkers, type ExpiryQuestion } from './registration.repository.ts';

/** The two ways to registrations; each answers those the viewer may see. Who may know the worker may know them. */
export interface RegistrationLoaders {
  readonly registrationOfWorker: DataLoader<string, RegistrationRow | null>;
  readonly registrationsExpiring: DataLoader<ExpiryQuestion, readonly RegistrationRow[], string>;
}

/** Loaders of registrations for one request. */
export function createRegistrationLoaders({ db, viewer, moment, touched }: Loading): RegistrationLoaders {
  const { today } = moment;
  return {
    registrationOfWorker: oneByNumber(
      async (workerIds) =>
        (await findRegistrationsOfWorkers(db, workerIds)).filter((row) => canReadWorker(viewer, row, moment)),
      (registration) => registration.workerId,
      // The longest-lasting comes last.
      (rows) => rows.at(-1),
    ),
    registrationsExpiring: new DataLoader<ExpiryQuestion, readonly RegistrationRow[], string>(
      async (asked) => {
        const found = await findExpiring(db, asked, { today, laCodes: readableLaCodes(viewer, today) });
        return asked.map((question, index) => {
          if (!canReadStaffOf(viewer, question, today)) return [];
          const rows = (found[index] ?? []).filter((row) => canReadWorker(viewer, row, moment));
          touched.list('registrations', [], rows.length);
          return rows;
        });
      },
      { cacheKeyFn: JSON.stringify },
    ),
  };
}
