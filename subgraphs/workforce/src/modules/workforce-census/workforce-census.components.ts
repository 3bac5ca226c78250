import { censusComponents, censusWorkerOf, type CensusComponents, type CensusWorker } from '@mainstay/cswc';
import type { Db } from '@mainstay/subgraph-kit';
import type { WorkforceCensusRow } from './workforce-census.entity.ts';
import { findCensusWorkers, findHeldCensuses, type CensusKey } from './workforce-census.repository.ts';

/** The components of a census that is held. */
export interface HeldComponents extends CensusComponents {
  readonly laCode: string;
  readonly importedAt: Date;
  /** Workers of the file who were not loaded. */
  readonly keptOut: number;
  /** True when the census of the year before is held: leavers are looked up in it. */
  readonly hasPrevious: boolean;
}

/**
 * What the published rates of these authorities and census years are made of, in their order; null where no census is
 * held. Reads what row-level security shows: the authority's own staff, and `Database.figures` for whoever may be told
 * figures. Two statements, however much is asked.
 */
export async function censusComponentsOf(db: Db, keys: readonly CensusKey[]): Promise<(HeldComponents | null)[]> {
  if (keys.length === 0) return [];
  const wanted = [...keys, ...keys.map(({ laCode, year }) => ({ laCode, year: year - 1 }))];
  const censuses = await findHeldCensuses(db, wanted);
  const workers = await workersOf(db, censuses);
  const held = new Map(censuses.map((census) => [`${census.laCode} ${census.year}`, census]));
  return keys.map(({ laCode, year }) => {
    const census = held.get(`${laCode} ${year}`);
    if (!census) return null;
    const before = held.get(`${laCode} ${year - 1}`);
    const components = censusComponents({
      year,
      authority: census.authority,
      workers: workers.get(census.id) ?? [],
      previous: before ? (workers.get(before.id) ?? []) : null,
    });
    const { importedAt, workersRead, workersLoaded } = census;
    return {
      ...components,
      laCode,
      importedAt,
      keptOut: workersRead - workersLoaded,
      hasPrevious: before !== undefined,
    };
  });
}

const ALL = 2 ** 31 - 1;

async function workersOf(db: Db, censuses: readonly WorkforceCensusRow[]): Promise<Map<string, CensusWorker[]>> {
  if (censuses.length === 0) return new Map();
  const pages = censuses.map(({ laCode, id: censusId }) => ({ laCode, censusId, limit: ALL, offset: 0, rule: null }));
  const byCensus = new Map<string, CensusWorker[]>(censuses.map(({ id }) => [id, []]));
  for (const { censusId, cells } of await findCensusWorkers(db, pages))
    byCensus.get(censusId)?.push(censusWorkerOf(cells));
  return byCensus;
}
