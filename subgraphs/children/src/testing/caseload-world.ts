import { plainDate } from '@mainstay/primitives';
import type { AgreedCapacity, StaffInPost, TimeInPost } from '../modules/caseload/caseload.sources.ts';
import { aChild } from './a-child.ts';
import { sourcesOf } from './caseload-sources.ts';
import { BIRMINGHAM } from './children-world.ts';

const harbour = { practice: 'harbour-practice', from: '2024-01-01' };
const untilMay = { id: 'SW0000001', from: '2022-04-01', to: '2026-05-31' };

/** A post with Harbour Practice for Birmingham's children. */
export function aPost(workerId: string, parts: Partial<StaffInPost> = {}): StaffInPost {
  return {
    workerId,
    laCode: BIRMINGHAM,
    employerKind: 'practice',
    employerId: 'harbour-practice',
    fullTimeEquivalent: 1,
    isLeadRole: true,
    isAgency: false,
    endedOn: null,
    isRegistered: true,
    ...parts,
  };
}

/**
 * Children of caseloads: SW0000002 leads four of Harbour Practice's, of whom one offended and one has complex needs, and one
 * of the authority's; SW0000003 leads one; one has nobody since SW0000001 left at the end of May.
 */
export const cases = {
  plain: aChild({ workers: [untilMay, { id: 'SW0000002', from: '2026-06-01' }], allocations: [harbour] }),
  offender: aChild({
    workers: [{ id: 'SW0000002', from: '2024-01-01' }],
    outcomes: [{ year: 2026, convicted: true }],
    allocations: [harbour],
  }),
  complex: aChild({
    workers: [
      { id: 'SW0000003', from: '2023-01-01', to: '2024-05-31' },
      { id: 'SW0000002', from: '2024-06-01' },
    ],
    outcomes: [{ year: 2026, convicted: true, sdq: 25 }],
    allocations: [harbour],
  }),
  authoritys: aChild({ workers: [{ id: 'SW0000002', from: '2024-01-01' }] }),
  adult: aChild({ born: '2008-11-30', workers: [{ id: 'SW0000002', from: '2024-01-01' }], allocations: [harbour] }),
  colleagues: aChild({ workers: [{ id: 'SW0000003', from: '2024-01-01' }], allocations: [harbour] }),
  nobodys: aChild({ workers: [untilMay], allocations: [harbour] }),
};

const staff: readonly StaffInPost[] = [
  aPost('SW0000002'),
  aPost('SW0000003', { fullTimeEquivalent: 0.5 }),
  aPost('SW0000004', { isRegistered: false }),
  aPost('SW0000005', { isLeadRole: false }),
];
const capacity: AgreedCapacity = {
  practiceId: 'harbour-practice',
  laCode: BIRMINGHAM,
  agreedChildren: 5,
  tolerance: 1,
};
const times: readonly TimeInPost[] = [
  {
    workerId: 'SW0000001',
    employerKind: 'practice',
    employerId: 'harbour-practice',
    from: plainDate('2020-01-01'),
    until: plainDate('2026-05-31'),
  },
];

/** What the workforce and contracts say of it. */
export const caseloadSources = sourcesOf({ staff, capacities: [capacity], times });
