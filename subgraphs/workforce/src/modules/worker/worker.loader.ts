import type { Loading } from '@mainstay/subgraph-kit';
import DataLoader from 'dataloader';
import { oneByNumber } from '../../record/by-number.ts';
import { canReadStaffOf, readableLaCodes } from '../employment/employment.policy.ts';
import type { WorkerRow } from './worker.entity.ts';
import { canReadWorker } from './worker.policy.ts';
import { findStaff, findWorkersById, type StaffPage } from './worker.repository.ts';

/** One page of an employer's staff and how many there are on all pages. */
export interface Staff {
  readonly workers: readonly WorkerRow[];
  readonly total: number;
}

/** The two ways to workers; each answers those the viewer may see. */
export interface WorkerLoaders {
  readonly worker: DataLoader<string, WorkerRow | null>;
  readonly staff: DataLoader<StaffPage, Staff, string>;
}

/** Loaders of workers for one request. */
export function createWorkerLoaders({ db, viewer, moment }: Loading): WorkerLoaders {
  const visible = (rows: readonly WorkerRow[]): WorkerRow[] => rows.filter((row) => canReadWorker(viewer, row, moment));
  return {
    worker: oneByNumber(
      async (ids) => visible(await findWorkersById(db, ids)),
      (worker) => worker.id,
      recordOf,
    ),
    staff: new DataLoader<StaffPage, Staff, string>(
      async (pages) => {
        const rows = await findStaff(db, pages, readableLaCodes(viewer, moment.today));
        const found = Map.groupBy(rows, (row) => row.page);
        return pages.map((page, index) => {
          const onPage = found.get(index) ?? [];
          if (!canReadStaffOf(viewer, page, moment.today)) return { workers: [], total: 0 };
          const workers = onPage.filter((row) => row.place > page.offset && row.place <= page.offset + page.limit);
          return { workers: visible(workers), total: onPage[0]?.total ?? 0 };
        });
      },
      { cacheKeyFn: (page) => JSON.stringify([page.employerKind, page.employerId, page.on, page.limit, page.offset]) },
    ),
  };
}

/** The record that says most of a worker: one with a name before one without, then the one under just this number. */
function recordOf(rows: readonly WorkerRow[], id: string): WorkerRow | undefined {
  return (
    rows.findLast((row) => row.id === id && row.name !== null) ??
    rows.findLast(({ name }) => name !== null) ??
    rows.findLast((row) => row.id === id) ??
    rows.at(-1)
  );
}
