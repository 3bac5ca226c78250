import { plainDate, survivalOf } from '@mainstay/primitives';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keptBack, retentionOf, SMALLEST_GROUP } from './retention.groups.ts';
import type { Service } from './retention.repository.ts';

const today = plainDate('2026-11-22');
function services(count: number, parts: Partial<Service> = {}): Service[] {
  return Array.from({ length: count }, () => ({
    employerKind: 'practice',
    employerId: 'harbour',
    role: 'SOCIAL_WORKER',
    isAgency: false,
    startedOn: plainDate('2026-01-01'),
    endedOn: null,
    isTransferred: false,
    ...parts,
  }));
}

describe('groups of staff', () => {
  const sizes = (of: readonly number[]) => of.map((length) => Array.from({ length }, () => length));
  const kept = (of: readonly number[]) => [...keptBack(sizes(of))].map(({ length }) => length);

  test.each([
    ['none that is small', [10, 12, 40], []],
    ['one that is small, and the next smallest with it', [40, 12, 9], [9, 12]],
    ['two that are small and many together', [40, 5, 6, 30], [5, 6]],
    ['two that are small and few together, and the next', [40, 3, 4, 30], [3, 4, 30]],
    ['all where only one is not small', [40, 9], [9, 40]],
  ])('are kept back: %s', (_, of, expected) => {
    expect(kept(of)).toEqual(expected);
  });

  test('never leave fewer than ten people to be found by subtraction', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 8 }), (of) => {
        const back = kept(of);
        const people = back.reduce((sum, size) => sum + size, 0);
        // Either nothing is kept back, or what is kept back is many people in two groups, or all there is.
        const isAll = back.length === of.length;
        expect(of.filter((size) => size < SMALLEST_GROUP).every((size) => back.includes(size))).toBe(true);
        expect(back.length === 0 || isAll || (back.length > 1 && people >= SMALLEST_GROUP)).toBe(true);
      }),
      { seed: 20_261_122, numRuns: 300 },
    );
  });
});

describe('retention', () => {
  test('is the estimate of Kaplan and Meier of those who began: leavers end, others are followed until today', () => {
    const of = [
      ...services(6, { endedOn: plainDate('2026-01-31') }),
      ...services(4, { endedOn: plainDate('2026-03-31'), isTransferred: true }),
      ...services(3, { endedOn: plainDate('2026-12-31') }),
      ...services(5),
    ];
    const { all, groups } = retentionOf(of, { by: null, today });
    expect(groups).toEqual([]);
    expect(all).toMatchObject({ began: 18, ended: 6, medianDays: null, keptBackBecause: null });
    const { low, high } =
      survivalOf(of.map((_, index) => ({ days: index < 6 ? 31 : 90, hasEnded: index < 6 }))).points[0] ?? {};
    expect(all.points).toEqual([{ days: 31, atRisk: 18, ended: 6, staying: 12 / 18, low, high }]);
  });

  test('of fewer than ten people is kept back altogether', () => {
    const { all, groups } = retentionOf(services(9), { by: 'ROLE', today });
    const kept = { began: null, ended: null, medianDays: null, points: [], keptBackBecause: expect.any(String) };
    expect(all).toMatchObject(kept);
    expect(groups).toMatchObject([kept]);
  });

  test('tells roles, agency workers and employers apart, and agency workers only when asked', () => {
    const of = [
      ...services(12),
      ...services(11, { role: 'SENIOR_SOCIAL_WORKER', employerKind: 'local-authority', employerId: 'E08000025' }),
      ...services(10, { isAgency: true }),
    ];
    const told = (by: 'ROLE' | 'AGENCY' | 'EMPLOYER') => {
      const { all, groups } = retentionOf(of, { by, today });
      return [
        all.began,
        ...groups.map(({ began, role, isAgency, employer }) => [began, role ?? isAgency ?? employer?.id]),
      ];
    };
    expect(told('ROLE')).toEqual([23, [12, 'SOCIAL_WORKER'], [11, 'SENIOR_SOCIAL_WORKER']]);
    expect(told('AGENCY')).toEqual([33, [23, false], [10, true]]);
    expect(told('EMPLOYER')).toEqual([23, [12, 'harbour'], [11, 'E08000025']]);
  });
});
