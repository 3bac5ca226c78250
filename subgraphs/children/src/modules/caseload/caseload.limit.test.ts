import { describe, expect, test } from 'vitest';
import { limitOf, limitOfWorker, mostOfContracts, stateOf } from './caseload.limit.ts';
import type { StaffInPost } from './caseload.sources.ts';

const aPost = (workerId: string, parts: Partial<StaffInPost> = {}): StaffInPost => ({
  workerId,
  laCode: 'E08000025',
  employerKind: 'practice',
  employerId: 'harbour',
  fullTimeEquivalent: 1,
  isLeadRole: true,
  isAgency: false,
  endedOn: null,
  isRegistered: true,
  ...parts,
});
const harbour = { practiceId: 'harbour', laCode: 'E08000025', agreedChildren: 20, tolerance: 4 };

test.each([
  [10, 0, 'WITHIN'],
  [10, 8, 'WITHIN'],
  [10, 9, 'NEAR'],
  [10, 10, 'NEAR'],
  [10, 11, 'CROSSED'],
  [9.6, 9, 'NEAR'],
  [9.6, 10, 'CROSSED'],
  [0, 0, 'NEAR'],
  [0, 1, 'CROSSED'],
] as const)('with a limit of %d, %d children are %s it', (limit, children, state) => {
  expect(stateOf(children, limit)).toBe(state);
});

test('a share of a third is not more than a third', () => {
  const third = 24 / 3;
  expect(stateOf(8, third - 1e-12)).toBe('NEAR');
  expect(limitOf(8, third, 'SHARE_OF_CONTRACT')).toEqual({
    children: 8,
    basis: 'SHARE_OF_CONTRACT',
    share: 1,
    state: 'NEAR',
  });
});

describe('the share of a worker', () => {
  const staff = [
    aPost('SW1'),
    aPost('SW2', { fullTimeEquivalent: 0.5 }),
    aPost('SW3', { isLeadRole: false }),
    aPost('SW4', { isRegistered: false }),
    aPost('SW5', { employerId: 'oak' }),
  ];

  test('is by whole-time equivalent, among those who can lead children', () => {
    expect(limitOfWorker('SW1', { staff, capacities: [harbour] })).toBe(16);
    expect(limitOfWorker('SW2', { staff, capacities: [harbour] })).toBe(8);
  });

  test('counts one who leads children whatever the role', () => {
    expect(limitOfWorker('SW3', { staff, capacities: [harbour] })).toBe(24 / 2.5);
  });

  test('is not known without a contract, a post, or a practice', () => {
    expect(limitOfWorker('SW5', { staff, capacities: [harbour] })).toBeNull();
    expect(limitOfWorker('SW9', { staff, capacities: [harbour] })).toBeNull();
    const authority = aPost('SW1', { employerKind: 'local-authority', employerId: 'E08000025' });
    expect(limitOfWorker('SW1', { staff: [authority], capacities: [harbour] })).toBeNull();
  });

  test('is that of both authorities for one who works for both', () => {
    const both = [aPost('SW1'), aPost('SW1', { laCode: 'E08000028' }), aPost('SW2', { laCode: 'E08000028' })];
    const capacities = [harbour, { ...harbour, laCode: 'E08000028', agreedChildren: 10, tolerance: 0 }];
    expect(limitOfWorker('SW1', { staff: both, capacities })).toBe(24 + 5);
    expect(mostOfContracts('harbour', capacities)).toBe(34);
    expect(mostOfContracts('oak', capacities)).toBeNull();
  });
});
