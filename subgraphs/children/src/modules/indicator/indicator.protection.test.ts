import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attack, type Recovered, type ToldFigure, type TrueCount } from '../../testing/differencing-attack.ts';
import type { ChildCounts } from './indicator.membership-repository.ts';
import { isTellableWithin, tellable, tellableAlone, type GroupCounts, type Told } from './indicator.protection.ts';

function counts(counted: number, remainder: number): ChildCounts {
  return { all: counted + remainder, counted, remainder, notKnown: 0, knownRemainder: remainder };
}

function group(figures: Record<string, readonly [number, number]>): GroupCounts {
  return new Map(Object.entries(figures).map(([code, [counted, remainder]]) => [code, counts(counted, remainder)]));
}

const none = counts(0, 0);

function sum(groups: readonly GroupCounts[]): GroupCounts {
  const codes = new Set(groups.flatMap((each) => [...each.keys()]));
  return new Map(
    [...codes].map((code) => {
      const of = (part: 'counted' | 'remainder'): number =>
        groups.reduce((all, each) => all + (each.get(code) ?? none)[part], 0);
      return [code, counts(of('counted'), of('remainder'))];
    }),
  );
}

/** What is told of practices called p0, p1 … and of the rest, who are with none. */
function toldOf(practices: readonly GroupCounts[], rest: GroupCounts): Told {
  const named = new Map(practices.map((practice, index) => [`p${index}`, practice]));
  return tellable({ whole: sum([...practices, rest]), practices: named });
}

const placements = (counted: number, remainder: number): GroupCounts =>
  group({ 'three-or-more-placements': [counted, remainder] });

describe('tellable', () => {
  test('tells all where no number is small', () => {
    const told = toldOf([placements(10, 20), placements(0, 6)], placements(30, 50));
    expect(told).toEqual({
      ofWhole: new Set(['three-or-more-placements']),
      practices: new Set(['p0', 'p1']),
      isEmptyTold: true,
    });
  });

  test.each([
    ['numerator', 5, 20],
    ['remainder', 20, 1],
    ['denominator', 0, 3],
  ])('keeps a practice with a small %s back', (_, counted, remainder) => {
    const told = toldOf([placements(10, 20), placements(counted, remainder)], placements(30, 50));
    expect([...told.practices]).toEqual(['p0']);
    expect(told.ofWhole.size).toBe(1);
  });

  test('keeps the smallest practices back where the rest would be small', () => {
    const told = toldOf([placements(10, 20), placements(10, 11), placements(8, 7)], placements(2, 50));
    expect([...told.practices]).toEqual(['p0', 'p1']);
    expect([...toldOf([placements(10, 20), placements(3, 7)], placements(0, 50)).practices]).toEqual([]);
  });

  test('tells of no practice where a number of the whole is small, and of the whole what is not', () => {
    const of = (far: readonly [number, number]) =>
      group({ 'three-or-more-placements': [10, 20], 'placed-over-20-miles': far });
    const told = toldOf([of([0, 30])], of([3, 27]));
    expect([...told.ofWhole]).toEqual(['three-or-more-placements']);
    expect(told.practices.size).toBe(0);
  });

  test('keeps a denominator back that differs from another by a few', () => {
    const of = (settled: number) =>
      group({ 'three-or-more-placements': [10, 20], 'same-placement-two-years': [settled, 8] });
    expect([...tellableAlone(of(22))]).toHaveLength(2);
    expect([...tellableAlone(of(20))]).toEqual(['three-or-more-placements']);
  });

  test('does not tell who has nobody where that would tell of the others', () => {
    const small = [placements(1, 1), placements(1, 1), placements(1, 1)];
    expect(toldOf([...small, placements(0, 0)], placements(3, 3)).isEmptyTold).toBe(true);
    expect(toldOf([...small, ...small, placements(0, 0)], placements(0, 0)).isEmptyTold).toBe(true);
    const single = Array.from({ length: 6 }, () => placements(1, 0));
    expect(toldOf([...single, placements(0, 0)], placements(0, 0)).isEmptyTold).toBe(false);
  });
});

test('a group within others is told of when neither it nor what it leaves is few', () => {
  const within = group({ 'three-or-more-placements': [10, 20], 'same-placement-two-years': [6, 4] });
  expect([0, 1, 5, 6, 14, 15, 19, 20, 26].map((size) => isTellableWithin(size, within))).toEqual([
    true,
    false,
    false,
    true,
    true,
    false,
    false,
    true,
    true,
  ]);
});

/** A group of children with all four figures of the population; small far more often than chance would have it. */
const aGroup = fc
  .record({
    all: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 60 })),
    moved: fc.double({ min: 0, max: 1, noNaN: true }),
    far: fc.oneof(fc.constant(0), fc.constant(1), fc.double({ min: 0, max: 1, noNaN: true })),
    workers: fc.double({ min: 0, max: 1, noNaN: true }),
    long: fc.double({ min: 0, max: 1, noNaN: true }),
    settled: fc.oneof(fc.constant(1), fc.double({ min: 0, max: 1, noNaN: true })),
  })
  .map(({ all, moved, far, workers, long, settled }) => {
    const of = (share: number, out: number = all): readonly [number, number] => {
      const counted = Math.round(share * out);
      return [counted, out - counted];
    };
    return group({
      'three-or-more-placements': of(moved),
      'same-placement-two-years': of(settled, Math.round(long * all)),
      'three-or-more-social-workers': of(workers),
      'placed-over-20-miles': of(far),
    });
  });

const aWorld = fc.record({ practices: fc.array(aGroup, { minLength: 1, maxLength: 6 }), rest: aGroup });

type World = typeof aWorld extends fc.Arbitrary<infer W> ? W : never;

function truthsOf({ practices, rest }: World): TrueCount[] {
  return [...practices.map((practice, index) => [`p${index}`, practice] as const), ['rest', rest] as const].flatMap(
    ([name, of]) =>
      [...of].map(([code, { counted, remainder, all }]) => ({
        group: name,
        code,
        counted,
        remainder,
        notKnown: 0,
        children: { counted, remainder, all },
      })),
  );
}

/** The answers, given what is told of the whole and of each practice. */
function answersOf(
  { practices, rest }: World,
  isTold: (name: string, code: string, count: ChildCounts) => boolean,
): ToldFigure[] {
  const groups = [
    ['whole', sum([...practices, rest])] as const,
    ...practices.map((one, index) => [`p${index}`, one] as const),
  ];
  return groups.flatMap(([name, of]) =>
    [...of].map(([code, count]) => ({
      group: name,
      code,
      figure: figureOf(count, isTold(name, code, count)),
      notKnown: null,
    })),
  );
}

function figureOf({ all, counted, remainder }: ChildCounts, isTold: boolean): ToldFigure['figure'] {
  if (!isTold) return 'kept back';
  return all === 0 ? 'nobody' : { counted, remainder };
}

function attackOn(world: World): Recovered[] {
  const told = toldOf(world.practices, world.rest);
  const isEmpty = (name: string) =>
    [...(world.practices[Number(name.slice(1))] ?? [])].every(([, { all }]) => all === 0);
  const answers = answersOf(world, (name, code) => {
    if (name === 'whole') return told.ofWhole.has(code);
    return told.practices.has(name) || (isEmpty(name) && told.isEmptyTold);
  });
  return attack(truthsOf(world), answers);
}

/** What an attacker recovers when small numbers are kept back and nothing else is. */
function attackOnPrimaryOnly(world: World): Recovered[] {
  const isSmall = (children: number): boolean => children > 0 && children < 6;
  const answers = answersOf(world, (_, __, { all, counted, remainder }) => ![all, counted, remainder].some(isSmall));
  return attack(truthsOf(world), answers);
}

describe('an attacker who is told all figures of an authority and its practices', () => {
  test('recovers no number of 1 to 5 children', () => {
    fc.assert(
      fc.property(aWorld, (world) => {
        expect(attackOn(world)).toEqual([]);
      }),
      { seed: 20_261_122, numRuns: 1_000 },
    );
  });

  test('recovers many when only small numbers themselves are kept back', () => {
    const worlds = fc.sample(aWorld, { seed: 20_261_122, numRuns: 300 });
    const broken = worlds.filter((world) => attackOnPrimaryOnly(world).some(({ from, to }) => to - from < 1e-6));
    expect(broken.length).toBeGreaterThan(15);
  });
});
