import type { Clock, PlainDate } from '@mainstay/primitives';
import type { Db, Measure, Viewer } from '@mainstay/subgraph-kit';
import type DataLoader from 'dataloader';
import { createEmploymentLoaders, type EmploymentLoaders } from './modules/employment/employment.loader.ts';
import type { RegistrationRow } from './modules/registration/registration.entity.ts';
import { createRegistrationLoader } from './modules/registration/registration.loader.ts';
import { createStaffMeasureLoader, type StaffMeasureKey } from './modules/staff-indicator/staff-indicator.loader.ts';
import { createWorkerLoaders, type WorkerLoaders } from './modules/worker/worker.loader.ts';

/** What every resolver of this subgraph is given; made anew for each request. */
export interface Context {
  readonly viewer: Viewer;
  /** The day on which the request is answered. */
  readonly today: PlainDate;
  readonly loaders: WorkerLoaders &
    EmploymentLoaders & {
      readonly registrationOfWorker: DataLoader<string, RegistrationRow | null>;
      readonly staffMeasure: DataLoader<StaffMeasureKey, Measure, string>;
    };
}

/** The context of one request. */
export function createContext({ viewer, db, clock }: { viewer: Viewer; db: Db; clock: Clock }): Context {
  const today = clock.today();
  const loaders = {
    ...createWorkerLoaders(db, viewer, today),
    ...createEmploymentLoaders(db, viewer, today),
    registrationOfWorker: createRegistrationLoader(db, viewer, today),
    staffMeasure: createStaffMeasureLoader(db, viewer, today),
  };
  return { viewer, today, loaders };
}
