import DataLoader from 'dataloader';
import type { PlainDate } from '@mainstay/primitives';
import type { Request } from '../../context.ts';
import { mayKnowPosts } from './caseload.policy.ts';
import type { AgreedCapacity, EmployerKey, StaffInPost } from './caseload.sources.ts';

/** Who is in post with which employer on a day, and what contracts allow those that are practices. */
export interface Staffing {
  readonly staff: readonly StaffInPost[];
  readonly capacities: readonly AgreedCapacity[];
}

/** Whose staffing is asked for: that of the employers of a worker, or that of one employer. */
export type StaffingAsked = { readonly on: PlainDate } & (
  { readonly workerId: string } | { readonly employer: EmployerKey }
);

export type StaffingLoader = DataLoader<StaffingAsked, Staffing | null, string>;

/**
 * Asks the workforce and contracts once for all that is asked of a day at a time, and answers everything they said to each.
 * Null to viewers who may not know of posts.
 */
export function staffingLoader({
  viewer,
  sources,
  touched,
}: Pick<Request, 'viewer' | 'sources' | 'touched'>): StaffingLoader {
  const load = async (asked: readonly StaffingAsked[]): Promise<(Staffing | null)[]> => {
    if (!mayKnowPosts(viewer)) return asked.map(() => null);
    const found = new Map<PlainDate, Staffing>();
    for (const [on, ofDay] of Map.groupBy(asked, (one) => one.on)) {
      const workerIds = [...new Set(ofDay.flatMap((one) => ('workerId' in one ? [one.workerId] : [])))];
      const employers = ofDay.flatMap((one) => ('employer' in one ? [one.employer] : []));
      const staff = await sources.findStaff(viewer, { workerIds, employers, on });
      touched.list('staff in post', [], staff.length);
      const practices = [...staff, ...employers].filter(({ employerKind }) => employerKind === 'practice');
      const practiceIds = [...new Set(practices.map(({ employerId }) => employerId))].toSorted();
      found.set(on, { staff, capacities: await sources.findCapacities(viewer, { practiceIds, on }) });
    }
    return asked.map(({ on }) => found.get(on) ?? null);
  };
  return new DataLoader<StaffingAsked, Staffing | null, string>(load, { cacheKeyFn: (one) => JSON.stringify(one) });
}
