import { assertUnreachable } from '@mainstay/primitives';
import { authorityNumberOf, censusRule, writeCensus, writeCensusFaults, type CensusRule } from '@mainstay/cswc';
import { offsetOf, pageOf, pageSize, type Connection, type Measure } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { workerOf } from '../worker/worker.resolvers.ts';
import { authorityCells, workerCells } from './workforce-census.cells.ts';
import { censusComponentsOf } from './workforce-census.components.ts';
import type { CensusFaultRow, CensusWorkerRow, WorkforceCensusRow } from './workforce-census.entity.ts';
import { censusMeasures } from './workforce-census.measures.ts';
import { canReadCensusFigures } from './workforce-census.policy.ts';
import { importCensus, type ImportCensusInput, type ImportCensusOutcome } from './workforce-census.service.ts';

interface Reference {
  readonly id: string;
}

interface OfYear {
  readonly year: number;
}

interface PageArguments {
  readonly first: number;
  readonly after?: string | null;
}

const ALL = 2 ** 31 - 1;

/** The workforce census, between the graph and the domain. */
export const workforceCensusResolvers = {
  LocalAuthority: {
    workforceCensus: ({ id: laCode }: Reference, { year }: OfYear, { loaders }: Context) =>
      loaders.heldCensus.load({ laCode, year }),
    workforceCensuses: ({ id }: Reference, _: unknown, { loaders }: Context) => loaders.censusesOf.load(id),
    workforceCensusMeasures: ({ id: laCode }: Reference, { year }: OfYear, context: Context) =>
      measuresOf(laCode, year, context),
  },
  Worker: {
    census: ({ id: workerId }: Reference, { year }: OfYear, { loaders }: Context) =>
      loaders.censusOfWorker.load({ workerId, year }),
  },
  WorkforceCensus: {
    localAuthority: ({ laCode }: WorkforceCensusRow) => ({ id: laCode }),
    importedBy: ({ importedBy }: WorkforceCensusRow) => ({ id: importedBy }),
    workersKeptOut: ({ workersRead, workersLoaded }: WorkforceCensusRow) => workersRead - workersLoaded,
    counts: ({ inPost, leavers, agency, workersLoaded }: WorkforceCensusRow) => {
      const others = workersLoaded - inPost - leavers - agency;
      return { inPost, leavers, agency, others };
    },
    fields: ({ authority }: WorkforceCensusRow) => authorityCells(authority),
    faultsByRule: async ({ id }: WorkforceCensusRow, _: unknown, { loaders }: Context) =>
      (await loaders.censusFaultCounts.load(id)).map(({ rule, count }) => ({ rule: ruleOf(rule), count })),
    faults: faultsOf,
    faultsCsv: async (census: WorkforceCensusRow, _: unknown, { loaders }: Context) =>
      writeCensusFaults(await loaders.censusFaults.load(allOf(census))),
    workers: workersOf,
    xml: xmlOf,
  },
  CensusWorker: {
    worker: ({ workerId }: CensusWorkerRow, _: unknown, context: Context) => workerOf(workerId, context),
    fullTimeEquivalent: ({ fte }: CensusWorkerRow) => fte,
    fullTimeEquivalentBefore: ({ fteBefore }: CensusWorkerRow) => fteBefore,
    workingDaysLost: ({ daysLost }: CensusWorkerRow) => daysLost,
    fields: ({ cells }: CensusWorkerRow) => workerCells(cells),
  },
  CensusFault: {
    rule: ({ rule }: CensusFaultRow) => ruleOf(rule),
  },
  Mutation: {
    importWorkforceCensus: async (_: unknown, { input }: { input: ImportCensusInput }, context: Context) =>
      importResult(await importCensus(input, context)),
  },
};

async function measuresOf(laCode: string, year: number, context: Context): Promise<Measure[]> {
  const { viewer, today, database } = context;
  if (!canReadCensusFigures(viewer, laCode, today)) return [];
  const [held] = await database.figures(viewer, (db) => censusComponentsOf(db, [{ laCode, year }]));
  return censusMeasures(year, held ?? null);
}

async function faultsOf(
  census: WorkforceCensusRow,
  { rule, ...args }: PageArguments & { readonly rule?: string | null },
  { loaders }: Context,
): Promise<Connection<CensusFaultRow>> {
  const first = pageSize(args.first);
  const offset = offsetOf(args.after);
  const page = { laCode: census.laCode, censusId: census.id, limit: first + 1, offset, rule: rule ?? null };
  const [rows, counts] = await Promise.all([
    loaders.censusFaults.load(page),
    rule ? loaders.censusFaultCounts.load(census.id) : [],
  ]);
  const totalCount = rule ? (counts.find((one) => one.rule === rule)?.count ?? 0) : census.faultCount;
  return pageOf({ rows, first, offset, totalCount });
}

async function workersOf(
  { laCode, id: censusId, status, workersLoaded }: WorkforceCensusRow,
  args: PageArguments,
  { loaders }: Context,
): Promise<Connection<CensusWorkerRow>> {
  const first = pageSize(args.first);
  const offset = offsetOf(args.after);
  const rows = await loaders.censusWorkers.load({ laCode, censusId, limit: first + 1, offset, rule: null });
  const isLoaded = status === 'HELD' || status === 'SUPERSEDED';
  return pageOf({ rows, first, offset, totalCount: isLoaded ? workersLoaded : 0 });
}

async function xmlOf(census: WorkforceCensusRow, _: unknown, { loaders, clock }: Context): Promise<string | null> {
  const { laCode, year, authorityBlock, authority, status } = census;
  const isLoaded = status === 'HELD' || status === 'SUPERSEDED';
  if (!isLoaded) return null;
  const workers = await loaders.censusWorkers.load(allOf(census));
  return writeCensus({
    year,
    authorityNumber: authorityNumberOf(laCode) ?? '',
    authorityBlock,
    authority,
    workers: workers.map(({ cells }) => cells),
    dateTime: `${clock.now().toISOString().slice(0, 19)}Z`,
  });
}

function allOf({ laCode, id }: WorkforceCensusRow) {
  return { laCode, censusId: id, limit: ALL, offset: 0, rule: null };
}

/** A rule that is no more is told by its code. */
function ruleOf(code: string): CensusRule {
  return censusRule(code) ?? { code, message: 'This rule is no longer checked.', keepsWorkerOut: false };
}

function importResult(outcome: ImportCensusOutcome): object {
  switch (outcome.kind) {
    case 'LOADED':
    case 'UNCHANGED':
    case 'CHECKED':
    case 'REFUSED':
      return { __typename: 'ImportWorkforceCensusSuccess', outcome: outcome.kind, census: outcome.census };
    case 'unusable':
      return { __typename: 'WorkforceCensusFileError', message: outcome.message };
    default:
      return assertUnreachable(outcome);
  }
}
