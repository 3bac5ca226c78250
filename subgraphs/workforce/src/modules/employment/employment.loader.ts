import type { PlainDate } from '@mainstay/primitives';
import { manyByKey, oneByKey, type Db, type Viewer } from '@mainstay/subgraph-kit';
import type DataLoader from 'dataloader';
import type { EmploymentRow } from './employment.entity.ts';
import { canReadEmployment } from './employment.policy.ts';
import { findEmploymentsById, findEmploymentsOfWorkers } from './employment.repository.ts';

/** The two ways to posts; each answers those the viewer may see. */
export interface EmploymentLoaders {
  readonly employment: DataLoader<string, EmploymentRow | null>;
  readonly employmentsOfWorker: DataLoader<string, readonly EmploymentRow[]>;
}

/** Loaders of posts for one request. */
export function createEmploymentLoaders(db: Db, viewer: Viewer, today: PlainDate): EmploymentLoaders {
  const visible = async (rows: Promise<EmploymentRow[]>): Promise<EmploymentRow[]> =>
    (await rows).filter((row) => canReadEmployment(viewer, row, today));
  return {
    employment: oneByKey(
      (ids) => visible(findEmploymentsById(db, ids)),
      (employment) => employment.id,
    ),
    employmentsOfWorker: manyByKey(
      (workerIds) => visible(findEmploymentsOfWorkers(db, workerIds)),
      (employment) => employment.workerId,
    ),
  };
}
