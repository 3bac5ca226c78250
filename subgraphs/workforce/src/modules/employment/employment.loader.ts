import { manyByKey, oneByKey, type Loading } from '@mainstay/subgraph-kit';
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
export function createEmploymentLoaders({ db, viewer, moment, touched }: Loading): EmploymentLoaders {
  const visible = async (rows: Promise<EmploymentRow[]>): Promise<EmploymentRow[]> =>
    (await rows).filter((row) => canReadEmployment(viewer, row, moment.today));
  return {
    employment: oneByKey(
      (ids) => visible(findEmploymentsById(db, ids)),
      (employment) => employment.id,
    ),
    employmentsOfWorker: manyByKey(
      async (workerIds) => {
        const employments = await visible(findEmploymentsOfWorkers(db, workerIds));
        touched.list('employments', [], employments.length);
        return employments;
      },
      (employment) => employment.workerId,
    ),
  };
}
