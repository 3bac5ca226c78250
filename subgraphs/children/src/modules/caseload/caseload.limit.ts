import { isSameNumber } from '@mainstay/primitives';
import type { AgreedCapacity, StaffInPost } from './caseload.sources.ts';

/** Where a number stands against its limit: `CaseloadState` of the graph. */
export type CaseloadState = 'WITHIN' | 'NEAR' | 'CROSSED';

/** How many children are to be led at most: `CaseloadLimit` of the graph. */
export interface CaseloadLimit {
  readonly children: number;
  readonly basis: 'CONTRACT' | 'SHARE_OF_CONTRACT';
  readonly share: number;
  readonly state: CaseloadState;
}

/** From this share of a limit on there is a warning. */
const NEAR = 0.9;
/** Shares are worked out in fractions: what is equal must not count as more. */
const ROUNDING = 1e-9;

/** Where a number of children stands against a limit. */
export function stateOf(children: number, limit: number): CaseloadState {
  if (children > limit + ROUNDING) return 'CROSSED';
  return children >= NEAR * limit - ROUNDING ? 'NEAR' : 'WITHIN';
}

/** A limit, with where the number stands. */
export function limitOf(children: number, limit: number, basis: CaseloadLimit['basis']): CaseloadLimit {
  const share = limit === 0 ? Number(children > 0) : children / limit;
  return { children: limit, basis, share, state: stateOf(children, limit) };
}

/** The most children a practice's contracts allow together; null when no contract runs that is known of. */
export function mostOfContracts(practiceId: string, capacities: readonly AgreedCapacity[]): number | null {
  const own = capacities.filter((capacity) => capacity.practiceId === practiceId);
  return own.length === 0 ? null : sumOf(own.map(({ agreedChildren, tolerance }) => agreedChildren + tolerance));
}

/**
 * How many children a worker may lead at most. No contract has a term for one worker, so it is the worker's share, by
 * whole-time equivalent, of what the contracts allow: contract by contract, among the worker and all others in post for
 * its authority's children whose role and registration let them lead children. Null when a post of the worker is with an
 * authority, or no contract is known of.
 */
export function limitOfWorker(
  workerId: string,
  { staff, capacities }: { readonly staff: readonly StaffInPost[]; readonly capacities: readonly AgreedCapacity[] },
): number | null {
  const own = staff.filter((post) => isSameNumber(post.workerId, workerId));
  if (own.length === 0) return null;
  const shares = own.map((post): number | null => {
    const capacity = capacities.find(
      ({ practiceId, laCode }) =>
        post.employerKind === 'practice' && practiceId === post.employerId && laCode === post.laCode,
    );
    if (!capacity) return null;
    const sharing = staff.filter(
      (other) =>
        other.employerKind === post.employerKind &&
        other.employerId === post.employerId &&
        other.laCode === post.laCode &&
        (isSameNumber(other.workerId, workerId) || (other.isLeadRole && other.isRegistered)),
    );
    const most = capacity.agreedChildren + capacity.tolerance;
    return (most * post.fullTimeEquivalent) / sumOf(sharing.map((other) => other.fullTimeEquivalent));
  });
  return shares.includes(null) ? null : sumOf(shares.map(Number));
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
