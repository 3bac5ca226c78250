import { manyByKey, type Loading } from '@mainstay/subgraph-kit';
import DataLoader from 'dataloader';
import { plainNumber } from '@mainstay/cswc';
import type { CensusFaultRow, CensusWorkerRow, WorkforceCensusRow } from './workforce-census.entity.ts';
import { canUseCensus } from './workforce-census.policy.ts';
import {
  countCensusFaults,
  findCensusesOf,
  findCensusFaults,
  findCensusOfWorkers,
  findCensusWorkers,
  findHeldCensuses,
  type CensusKey,
  type CensusPage,
  type OnPage,
} from './workforce-census.repository.ts';

/** The ways to censuses; each answers those the viewer may see. */
export interface WorkforceCensusLoaders {
  readonly heldCensus: DataLoader<CensusKey, WorkforceCensusRow | null, string>;
  readonly censusesOf: DataLoader<string, readonly WorkforceCensusRow[]>;
  readonly censusWorkers: DataLoader<CensusPage, readonly CensusWorkerRow[], string>;
  readonly censusFaults: DataLoader<CensusPage, readonly CensusFaultRow[], string>;
  readonly censusFaultCounts: DataLoader<string, readonly { readonly rule: string; readonly count: number }[]>;
  readonly censusOfWorker: DataLoader<{ workerId: string; year: number }, CensusWorkerRow | null, string>;
}

/** Loaders of censuses for one request. */
export function createWorkforceCensusLoaders({ db, viewer, touched }: Loading): WorkforceCensusLoaders {
  const mayRead = (laCode: string): boolean => canUseCensus(viewer, laCode);
  const readable = () => viewer.laCodes.filter(mayRead);
  const note = (rows: number): void => {
    if (rows > 0) touched.list('workforceCensusWorkers', [], rows);
  };
  return {
    heldCensus: new DataLoader(
      async (keys) => {
        const rows = await asked(
          keys.filter(({ laCode }) => mayRead(laCode)),
          (some) => findHeldCensuses(db, some),
        );
        return keys.map(({ laCode, year }) => rows.find((row) => row.laCode === laCode && row.year === year) ?? null);
      },
      { cacheKeyFn: ({ laCode, year }) => `${laCode} ${year}` },
    ),
    censusesOf: manyByKey(
      (laCodes) => asked(laCodes.filter(mayRead), (some) => findCensusesOf(db, some)),
      ({ laCode }) => laCode,
    ),
    censusWorkers: pages(async (wanted) => {
      const rows = await findCensusWorkers(db, wanted);
      note(rows.length);
      return rows;
    }),
    censusFaults: pages((wanted) => findCensusFaults(db, wanted)),
    censusFaultCounts: manyByKey(
      (ids) => countCensusFaults(db, ids),
      ({ censusId }) => censusId,
    ),
    censusOfWorker: new DataLoader(
      async (keys) => {
        const laCodes = readable();
        const found = new Map<string, CensusWorkerRow>();
        // One statement for each year asked for: a document names few.
        for (const [year, ofYear] of Map.groupBy(laCodes.length > 0 ? keys : [], (key) => key.year)) {
          const numbers = ofYear.map(({ workerId }) => plainNumber(workerId));
          const rows = await findCensusOfWorkers(db, { year, plainNumbers: numbers, laCodes });
          for (const row of rows) found.set(`${row.plainNumber} ${year}`, row);
        }
        note(found.size);
        return keys.map(({ workerId, year }) => found.get(`${plainNumber(workerId)} ${year}`) ?? null);
      },
      { cacheKeyFn: ({ workerId, year }) => `${workerId} ${year}` },
    ),
  };
}

/** Asks nothing of the database where there is nothing to ask. */
async function asked<Key, Row>(keys: readonly Key[], find: (keys: readonly Key[]) => Promise<Row[]>): Promise<Row[]> {
  return keys.length === 0 ? [] : find(keys);
}

function pages<Row>(
  find: (pages: readonly CensusPage[]) => Promise<OnPage<Row>[]>,
): DataLoader<CensusPage, readonly Row[], string> {
  return new DataLoader<CensusPage, readonly Row[], string>(
    async (wanted) => {
      const found = Map.groupBy(await find(wanted), ({ page }) => page);
      return wanted.map((_, index) => found.get(index) ?? []);
    },
    { cacheKeyFn: ({ censusId, limit, offset, rule }) => JSON.stringify([censusId, limit, offset, rule]) },
  );
}
