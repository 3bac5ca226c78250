import { isSameNumber, plainNumber, type PlainDate } from '@mainstay/primitives';
import { hasScope } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { childConnection, childPageStart, type ChildConnection, type PageWanted } from '../child/child.connection.ts';
import type { ChildRow } from '../child/child.repository.ts';
import { codeIn } from '../code.ts';
import { limitOf, limitOfWorker, mostOfContracts, type CaseloadLimit } from './caseload.limit.ts';
import { byNeed, caseloadsOf, tenthsOf, type CaseOfChild, type Caseload, type Caseloads } from './caseload.service.ts';

interface OnDay {
  readonly on?: PlainDate | null;
}

/** Caseloads, between the graph and the domain. */
export const caseloadResolvers = {
  Worker: {
    __resolveReference: ({ id }: { id: string }) => ({ id }),
    caseload: ({ id }: { id: string }, { on }: OnDay, { loaders, clock }: Context) =>
      loaders.caseloads.load({ workerId: id, on: on ?? clock.today() }),
  },
  LocalAuthority: {
    caseloads: ({ id }: { id: string }, { on }: OnDay, context: Context) =>
      caseloadsOf({ laCode: id }, on ?? context.clock.today(), context),
  },
  Practice: {
    caseloads: ({ id }: { id: string }, { on }: OnDay, context: Context) =>
      caseloadsOf({ practiceId: id }, on ?? context.clock.today(), context),
  },
  Caseload: {
    worker: ({ workerId }: Caseload) => ({ id: workerId }),
    count: ({ cases }: Caseload) => cases.length,
    weightedLoad: ({ cases }: Caseload) => inWholes(tenthsOf(cases)),
    partlyKnown: ({ cases }: Caseload) => cases.filter(({ needs }) => needs === null || needs.isPartial).length,
    byNeed: ({ cases }: Caseload) => byNeed(cases),
    byCategoryOfNeed: ({ cases }: Caseload) => byCategory(cases),
    fullTimeEquivalent: fullTimeEquivalentOf,
    limit: limitOfCaseload,
    children: ({ cases }: Caseload, page: PageWanted, context: Context) =>
      connectionOf({ name: 'Caseload.children', children: cases.map(({ child }) => child) }, page, context),
  },
  Caseloads: {
    children: ({ cases, withoutLead }: Caseloads) => cases.length + withoutLead.length,
    withoutLead: ({ withoutLead }: Caseloads) => withoutLead.length,
    childrenWithoutLead: ({ withoutLead }: Caseloads, page: PageWanted, context: Context) =>
      connectionOf({ name: 'Caseloads.childrenWithoutLead', children: withoutLead }, page, context),
    weightedLoad: ({ cases }: Caseloads) => inWholes(tenthsOf(cases)),
    leadsWithoutPost: async (caseloads: Caseloads, _args: unknown, context: Context) =>
      (await inPost(caseloads, context))?.without ?? null,
    fullTimeEquivalent: async (caseloads: Caseloads, _args: unknown, context: Context) =>
      (await inPost(caseloads, context))?.fullTimeEquivalent ?? null,
    childrenPerFullTimeEquivalent: (caseloads: Caseloads, _args: unknown, context: Context) =>
      perFullTimeEquivalent(caseloads, context, (cases) => cases.length),
    weightedPerFullTimeEquivalent: (caseloads: Caseloads, _args: unknown, context: Context) =>
      perFullTimeEquivalent(caseloads, context, (cases) => inWholes(tenthsOf(cases))),
    limit: limitOfCaseloads,
  },
};

function inWholes(tenths: number | null): number | null {
  return tenths === null ? null : tenths / 10;
}

function byCategory(cases: readonly CaseOfChild[]): object[] {
  const known = cases.flatMap(({ categoryOfNeed }) => categoryOfNeed ?? []);
  return [...Map.groupBy(known, (code) => code)]
    .map(([code, all]) => ({ code, children: all.length }))
    .toSorted((one, other) => (one.code < other.code ? -1 : 1))
    .map(({ code, children }) => ({ category: codeIn('CIN', code), children }));
}

function connectionOf(
  { name, children }: { readonly name: string; readonly children: readonly ChildRow[] },
  page: PageWanted,
  { touched }: Context,
): ChildConnection {
  const { after, limit } = childPageStart(page);
  // After a child who is not in the list there is nothing, as in every list of children.
  const start = after === null ? 0 : children.findIndex(({ id }) => id === after) + 1 || children.length;
  const rows = children.slice(start, start + limit);
  return childConnection({ name, rows, countAll: () => Promise.resolve(children.length), touched }, page);
}

async function fullTimeEquivalentOf(
  { workerId, on }: Caseload,
  _args: unknown,
  { loaders }: Context,
): Promise<number | null> {
  const staffing = await loaders.staffing.load({ workerId, on });
  const own = staffing?.staff.filter((post) => isSameNumber(post.workerId, workerId)) ?? [];
  return own.length === 0 ? null : own.reduce((sum, { fullTimeEquivalent }) => sum + fullTimeEquivalent, 0);
}

async function limitOfCaseload(
  { workerId, on, cases }: Caseload,
  _args: unknown,
  { loaders, viewer }: Context,
): Promise<CaseloadLimit | null> {
  // What contracts say is for machines that were let in for contracts.
  if (!hasScope(viewer, 'contracts')) return null;
  const staffing = await loaders.staffing.load({ workerId, on });
  const most = staffing && limitOfWorker(workerId, staffing);
  return most === null ? null : limitOf(cases.length, most, 'SHARE_OF_CONTRACT');
}

async function limitOfCaseloads(
  { practiceId, on, cases, withoutLead }: Caseloads,
  _args: unknown,
  { loaders, viewer }: Context,
): Promise<CaseloadLimit | null> {
  if (practiceId === null || !hasScope(viewer, 'contracts')) return null;
  const staffing = await loaders.staffing.load({ employer: { employerKind: 'practice', employerId: practiceId }, on });
  const most = staffing && mostOfContracts(practiceId, staffing.capacities);
  return most === null ? null : limitOf(cases.length + withoutLead.length, most, 'CONTRACT');
}

/** Those of the lead professionals who have a post that is known, with what they hold of it together. */
async function inPost(
  { byWorker, on }: Caseloads,
  { loaders }: Context,
): Promise<{
  readonly ids: ReadonlySet<string>;
  readonly fullTimeEquivalent: number;
  readonly without: number;
} | null> {
  const [staffing] = await Promise.all(byWorker.map(({ workerId }) => loaders.staffing.load({ workerId, on })));
  if (!staffing) return byWorker.length === 0 ? { ids: new Set(), fullTimeEquivalent: 0, without: 0 } : null;
  const leads = new Set(byWorker.map(({ workerId }) => plainNumber(workerId)));
  const posts = staffing.staff.filter(({ workerId }) => leads.has(plainNumber(workerId)));
  const ids = new Set(posts.map(({ workerId }) => plainNumber(workerId)));
  const fullTimeEquivalent = posts.reduce((sum, post) => sum + post.fullTimeEquivalent, 0);
  return { ids, fullTimeEquivalent, without: leads.size - ids.size };
}

async function perFullTimeEquivalent(
  caseloads: Caseloads,
  context: Context,
  loadOf: (cases: readonly CaseOfChild[]) => number | null,
): Promise<number | null> {
  const posts = await inPost(caseloads, context);
  if (!posts || posts.fullTimeEquivalent === 0) return null;
  const load = loadOf(
    caseloads.cases.filter(({ workerId }) => workerId !== null && posts.ids.has(plainNumber(workerId))),
  );
  return load === null ? null : load / posts.fullTimeEquivalent;
}
