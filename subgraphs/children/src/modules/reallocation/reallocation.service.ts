import { addDays, isSameNumber } from '@mainstay/primitives';
import { hasScope } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { limitOfWorker } from '../caseload/caseload.limit.ts';
import type { StaffInPost } from '../caseload/caseload.sources.ts';
import { tenthsOf, type Caseload } from '../caseload/caseload.service.ts';
import type { Staffing } from '../caseload/caseload.staffing.ts';
import type { ChildRow } from '../child/child.repository.ts';
import type { LeavingForecast } from '../leaving-forecast/leaving-forecast.service.ts';
import { planFor, type Candidate, type ChildToPlace, type Plan } from './reallocation.rules.ts';

/** A plan with the children it is about: `Reallocation` of the graph. */
export interface Reallocation {
  readonly plan: Plan;
  readonly childOf: ReadonlyMap<string, ChildRow>;
}

const MOST_CHILDREN = 40;
/** A child whose needs are withheld weighs as one without additional needs. */
const LIGHTEST = 10;

/**
 * The least disruptive way to give the children of a worker who leaves other lead professionals: see `planFor`. Null when
 * there are too many children, or no post of the worker is known to the viewer.
 */
export async function planReallocation(
  forecast: LeavingForecast,
  to: readonly string[] | null,
  context: Context,
): Promise<Reallocation | null> {
  const { loaders } = context;
  const { workerId, on, asAt, children } = forecast;
  if (children.length > MOST_CHILDREN) return null;
  const staffing = await loaders.staffing.load({ workerId, on });
  if (!staffing?.staff.some((post) => isSameNumber(post.workerId, workerId))) return null;
  const posts = colleaguesOf(forecast, staffing, to);
  const byWorker = Map.groupBy(posts, (post) => post.workerId);
  const caseloads = await Promise.all(
    [...byWorker.keys()].toSorted().map((id) => loaders.caseloads.load({ workerId: id, on: asAt })),
  );
  const [toPlace, candidates] = await Promise.all([
    childrenToPlace(forecast, context),
    Promise.all(
      caseloads.flatMap((caseload) => {
        const own = caseload ? byWorker.get(caseload.workerId) : undefined;
        return caseload && own ? [candidateOf(caseload, own, { forecast, staffing, context })] : [];
      }),
    ),
  ]);
  return {
    plan: planFor(toPlace, candidates),
    childOf: new Map(children.map(({ child }) => [child.id, child])),
  };
}

/** Colleagues who can lead children after the day: in a leading role, or named, registered, and not leaving with the worker. */
function colleaguesOf(
  { workerId, on }: LeavingForecast,
  { staff }: Staffing,
  to: readonly string[] | null,
): readonly StaffInPost[] {
  const employers = new Set(
    staff.filter((post) => isSameNumber(post.workerId, workerId)).map(({ employerId }) => employerId),
  );
  return staff.filter(
    (post) =>
      !isSameNumber(post.workerId, workerId) &&
      employers.has(post.employerId) &&
      post.isRegistered &&
      (post.endedOn === null || post.endedOn > on) &&
      (to === null ? post.isLeadRole : to.some((id) => isSameNumber(id, post.workerId))),
  );
}

async function childrenToPlace({ asAt, children }: LeavingForecast, { loaders }: Context): Promise<ChildToPlace[]> {
  return Promise.all(
    children.map(async ({ child, needs, everLedBy, familyIds }) => {
      const [visits, team] = await Promise.all([
        loaders.visitsByWorker.load({ child, on: asAt }),
        loaders.teamOnDay.load({ child, on: asAt }),
      ]);
      const tenths = needs?.tenths ?? LIGHTEST;
      return {
        childId: child.id,
        laCode: child.laCode,
        tenths,
        everLedBy,
        familyIds,
        visits: visits ?? new Map(),
        team,
      };
    }),
  );
}

async function candidateOf(
  { workerId, cases }: Caseload,
  posts: readonly StaffInPost[],
  {
    forecast,
    staffing,
    context,
  }: { readonly forecast: LeavingForecast; readonly staffing: Staffing; readonly context: Context },
): Promise<Candidate> {
  const { teamOnDay } = context.loaders;
  const teams = await Promise.all(cases.map(({ child }) => teamOnDay.load({ child, on: forecast.asAt })));
  // Whoever stays shares what the contracts allow.
  const staff = staffing.staff.filter((post) => !isSameNumber(post.workerId, forecast.workerId));
  const yearOn = addDays(forecast.on, 365);
  return {
    workerId,
    fullTimeEquivalent: posts.reduce((sum, post) => sum + post.fullTimeEquivalent, 0),
    laCodes: new Set(posts.map(({ laCode }) => laCode)),
    isLikelyToLeave: posts.every(({ isAgency, endedOn }) => isAgency || (endedOn !== null && endedOn <= yearOn)),
    limit: hasScope(context.viewer, 'contracts') ? limitOfWorker(workerId, { ...staffing, staff }) : null,
    childIds: new Set(cases.map(({ child }) => child.id)),
    tenths: tenthsOf(cases) ?? cases.length * LIGHTEST,
    teams: new Set(teams.filter((team) => team !== null)),
  };
}
