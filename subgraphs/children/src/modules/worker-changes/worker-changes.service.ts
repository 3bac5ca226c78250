import { plainNumber, type PlainDate } from '@mainstay/primitives';
import type { Context } from '../../context.ts';
import { mayJoinStaffAndChildren } from '../caseload/caseload.policy.ts';
import type { WorkerChange } from '../continuity/continuity.of-child.ts';
import { continuitiesOf, type Asked } from '../continuity/continuity.service.ts';
import { causeOfChange, type WorkerChangeCause } from './worker-changes.cause.ts';

const DAYS_IN_YEAR = 365.25;

/** How often children's workers changed: `WorkerChanges` of the graph. */
export interface WorkerChanges {
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** The changes of each child with a day in care. */
  readonly ofChildren: readonly { readonly laCode: string; readonly changes: readonly WorkerChange[] }[];
  readonly daysInCare: number;
}

/** Changes of one cause: `WorkerChangesOfCause` of the graph. */
export interface ChangesOfCause {
  readonly cause: WorkerChangeCause;
  readonly changes: number;
  readonly share: number;
}

/** How often the workers of an owner's children changed; null to whoever is told nothing of continuity. */
export async function workerChangesOf(
  owner: { readonly laCode: string } | { readonly practiceId: string },
  asked: Asked,
  context: Context,
): Promise<WorkerChanges | null> {
  const found = await continuitiesOf(owner, asked, context);
  if (!found) return null;
  const inCare = found.counted.filter(({ continuity }) => continuity.daysInCare > 0);
  return {
    ...found.period,
    ofChildren: inCare.map(({ child, continuity }) => ({ laCode: child.laCode, changes: continuity.changes })),
    daysInCare: inCare.reduce((sum, { continuity }) => sum + continuity.daysInCare, 0),
  };
}

/** The days in care in years. */
export function childYearsOf({ daysInCare }: WorkerChanges): number {
  return daysInCare / DAYS_IN_YEAR;
}

/** Every change. */
export function changesOf({ ofChildren }: WorkerChanges): readonly WorkerChange[] {
  return ofChildren.flatMap(({ changes }) => changes);
}

/**
 * Why the workers changed, the most frequent cause first; null to viewers who may not know of posts. The posts are asked of
 * the workforce as the platform, once for each authority of the children: counts leave, and no post.
 */
export async function causesOf(
  { ofChildren }: WorkerChanges,
  { viewer, sources }: Context,
): Promise<readonly ChangesOfCause[] | null> {
  if (!mayJoinStaffAndChildren(viewer)) return null;
  const causes: WorkerChangeCause[] = [];
  for (const [laCode, own] of Map.groupBy(ofChildren, (one) => one.laCode)) {
    const changes = own.flatMap((one) => one.changes);
    const times = changes.length > 0 ? await sources.findTimesInPost(laCode) : [];
    const byWorker = Map.groupBy(times, ({ workerId }) => plainNumber(workerId));
    causes.push(...changes.map((change) => causeOfChange(change, byWorker.get(plainNumber(change.before)) ?? [])));
  }
  return [...Map.groupBy(causes, (cause) => cause)]
    .map(([cause, all]) => ({ cause, changes: all.length, share: all.length / causes.length }))
    .toSorted((one, other) => other.changes - one.changes || (one.cause < other.cause ? -1 : 1));
}
