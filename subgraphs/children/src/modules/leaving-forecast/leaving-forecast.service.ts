import { addDays, ageOn, isSameNumber, plainNumber, type PlainDate } from '@mainstay/primitives';
import { BadInputError } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { addMonths } from '../../duties/due-dates.ts';
import { mayJoinStaffAndChildren } from '../caseload/caseload.policy.ts';
import type { CaseOfChild } from '../caseload/caseload.service.ts';
import { childContinuity } from '../continuity/continuity.service.ts';
import { monthsBetween } from '../continuity/continuity.of-child.ts';

/** A child who loses the lead professional: `LeavingChild` of the graph. */
export interface LeavingChild extends CaseOfChild {
  readonly age: number;
  readonly monthsWithWorker: number;
  readonly earlierWorkers: number;
  readonly changesInYear: number;
  /** Everybody who led the child at any time, the worker who leaves among them, by `plainNumber`. */
  readonly everLedBy: ReadonlySet<string>;
  /** Brothers and sisters, by id, whom the same worker leads. */
  readonly siblingIds: readonly string[];
  /** Every brother and sister on record who is a child of the authority. */
  readonly familyIds: readonly string[];
}

/** Which children lose their lead professional: `LeavingForecast` of the graph. */
export interface LeavingForecast {
  readonly on: PlainDate;
  /** The day whose caseloads are told: today, or the day of leaving where that is past. */
  readonly asAt: PlainDate;
  readonly workerId: string;
  readonly children: readonly LeavingChild[];
}

const MOST_MONTHS_AHEAD = 24;
const ADULT = 18;

/**
 * Which children lose their lead professional when a worker leaves on a day; null to whoever may not know.
 *
 * @throws BadInputError when the day is more than two years away.
 */
export async function forecastLeaving(
  workerId: string,
  on: PlainDate,
  context: Context,
): Promise<LeavingForecast | null> {
  const { viewer, clock, loaders, touched } = context;
  if (!mayJoinStaffAndChildren(viewer)) return null;
  const today = clock.today();
  if (on > addMonths(today, MOST_MONTHS_AHEAD)) throw new BadInputError('Ask for a day at most two years away.');
  const asAt = on < today ? on : today;
  const caseload = await loaders.caseloads.load({ workerId, on: asAt });
  const cases = (caseload?.cases ?? []).filter(({ child }) => ageOn(child.dateOfBirth, on) < ADULT);
  for (const { child } of cases) touched.record(child.id);
  const led = new Set(cases.map(({ child }) => child.id));
  const children = await Promise.all(cases.map(async (one) => childLeft(one, { workerId, on, asAt, led }, context)));
  return { on, asAt, workerId, children };
}

async function childLeft(
  one: CaseOfChild,
  of: {
    readonly workerId: string;
    readonly on: PlainDate;
    readonly asAt: PlainDate;
    readonly led: ReadonlySet<string>;
  },
  context: Context,
): Promise<LeavingChild> {
  const { child } = one;
  const { workerId, on, asAt } = of;
  const period = { from: child.dateOfBirth, to: asAt };
  const [continuity, siblings] = await Promise.all([
    childContinuity(child, period, context),
    context.loaders.siblings.load({ child, knownAt: null }),
  ]);
  const changes = continuity?.changes ?? [];
  const everLedBy = new Set([workerId, ...changes.flatMap(({ before, after }) => [before, after])].map(plainNumber));
  const present = continuity?.present;
  const since = present && isSameNumber(present.workerId, workerId) ? present.since : null;
  const yearAgo = addDays(on, -365);
  const familyIds = [...new Set(siblings.flatMap(({ otherId }) => otherId ?? []))].toSorted();
  return {
    ...one,
    age: ageOn(child.dateOfBirth, on),
    monthsWithWorker: since === null ? 0 : Math.max(0, monthsBetween(since, on)),
    earlierWorkers: everLedBy.size - 1,
    changesInYear: changes.filter((change) => change.on > yearAgo).length,
    everLedBy,
    siblingIds: familyIds.filter((id) => of.led.has(id)),
    familyIds,
  };
}
