import type { Database, Loading } from '@mainstay/subgraph-kit';
import type { AbsenceRow } from '../modules/absence/absence.entity.ts';
import { createAbsenceLoader } from '../modules/absence/absence.loader.ts';
import {
  createStaffExpectationLoader,
  type StaffExpectationLoader,
} from '../modules/staff-expectation/staff-expectation.loader.ts';
import type { SupervisionRow } from '../modules/supervision/supervision.entity.ts';
import { createSupervisionLoader } from '../modules/supervision/supervision.loader.ts';
import { createSupportLoader, type SupportLoader } from '../modules/support-due/support-due.loader.ts';
import type { TrainingRow } from '../modules/training/training.entity.ts';
import { createTrainingLoader } from '../modules/training/training.loader.ts';
import type { WorkerRecordLoader } from './records-of-worker.ts';

/** The loaders of what supports workers, and of their absences. */
export interface SupportLoaders {
  readonly absences: WorkerRecordLoader<AbsenceRow>;
  readonly supervisions: WorkerRecordLoader<SupervisionRow>;
  readonly trainings: WorkerRecordLoader<TrainingRow>;
  readonly staffExpectations: StaffExpectationLoader;
  readonly support: SupportLoader;
}

/** Loaders of what supports workers, for one request. */
export function createSupportLoaders(
  loading: Loading & { readonly database: Pick<Database, 'figures'> },
): SupportLoaders {
  const staffExpectations = createStaffExpectationLoader(loading);
  return {
    absences: createAbsenceLoader(loading),
    supervisions: createSupervisionLoader(loading),
    trainings: createTrainingLoader(loading),
    staffExpectations,
    support: createSupportLoader({ ...loading, staffExpectations }),
  };
}
