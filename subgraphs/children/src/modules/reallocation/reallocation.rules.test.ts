import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cheapestGroupedAssignment } from './reallocation.assignment.ts';
import { costOf } from './reallocation.flow.ts';
import { reasonAgainst, reasonsFor } from './reallocation.reasons.ts';
import { planFor, problemOf, roomOf, type Candidate, type ChildToPlace } from './reallocation.rules.ts';

const aChildToPlace = (childId: string, parts: Partial<ChildToPlace> = {}): ChildToPlace => ({
  childId,
  laCode: 'E08000025',
  tenths: 10,
  everLedBy: new Set(),
  visits: new Map(),
  familyIds: [],
  team: null,
  ...parts,
});
const aCandidate = (workerId: string, parts: Partial<Candidate> = {}): Candidate => ({
  workerId,
  fullTimeEquivalent: 1,
  laCodes: new Set(['E08000025']),
  isLikelyToLeave: false,
  limit: null,
  childIds: new Set(),
  tenths: 0,
  teams: new Set(),
  ...parts,
});
const wherefrom = (children: readonly ChildToPlace[], candidates: readonly Candidate[]): Record<string, string> =>
  Object.fromEntries(planFor(children, candidates).moves.map(({ child, to }) => [child.childId, to.workerId]));

const workerIds = ['SW1', 'SW2', 'SW3'];
const childIds = ['a', 'b', 'c', 'd', 'e'];
const children = fc
  .array(
    fc.record({
      tenths: fc.constantFrom(10, 16, 29),
      laCode: fc.constantFrom('E08000025', 'E08000028'),
      everLedBy: fc.subarray(workerIds).map((ids) => new Set(ids)),
      visits: fc.constantFrom(...workerIds).map((id) => new Map([[id, 4]])),
      familyIds: fc.subarray([...childIds, 'x', 'y']),
      team: fc.constantFrom(null, 'north', 'south'),
    }),
    { minLength: 1, maxLength: childIds.length },
  )
  .map((all) => all.map((child, index) => aChildToPlace(childIds[index] ?? '', child)));
const candidates = fc
  .array(
    fc.record({
      fullTimeEquivalent: fc.constantFrom(0.4, 0.6, 1),
      isLikelyToLeave: fc.boolean(),
      limit: fc.constantFrom(null, 0, 1, 2.5, 4),
      childIds: fc.subarray(['x', 'y']).map((ids) => new Set(ids)),
      tenths: fc.integer({ min: 0, max: 120 }),
      teams: fc.subarray(['north', 'south']).map((teams) => new Set(teams)),
    }),
    { maxLength: workerIds.length },
  )
  .map((all) => all.map((candidate, index) => aCandidate(workerIds[index] ?? '', candidate)));

describe('a plan', () => {
  test('costs no more than any other way there is', () => {
    fc.assert(
      fc.property(children, candidates, (toPlace, takers) => {
        const problem = problemOf(toPlace, takers);
        const { workerOf, cost, isBest } = cheapestGroupedAssignment(problem);
        const whole = (ways: readonly number[]): number =>
          costOf(problem, ways) +
          problem.splitCost *
            problem.groups.filter((group) => new Set(group.map((child) => ways[child])).size > 1).length;
        const all = waysOf(toPlace.length, problem.rooms.length).filter((ways) =>
          problem.rooms.every((room, worker) => ways.filter((one) => one === worker).length <= room),
        );
        expect(cost).toBe(Math.min(...all.map(whole)));
        expect(whole(workerOf)).toBe(cost);
        expect(isBest).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  test('does not depend on the order in which anybody is given', () => {
    fc.assert(
      fc.property(children, candidates, (toPlace, takers) => {
        expect(wherefrom(toPlace.toReversed(), takers.toReversed())).toEqual(wherefrom(toPlace, takers));
      }),
      { numRuns: 60 },
    );
  });

  test('places every child once, within the limits, or says that there is nobody', () => {
    fc.assert(
      fc.property(children, candidates, (toPlace, takers) => {
        const { moves, notPlaced } = planFor(toPlace, takers);
        const placed = [...moves.map(({ child }) => child.childId), ...notPlaced.map(({ childId }) => childId)];
        expect(placed.toSorted()).toEqual(toPlace.map(({ childId }) => childId));
        for (const taker of takers) {
          const taken = moves.filter(({ to }) => to.workerId === taker.workerId).length;
          expect(taken).toBeLessThanOrEqual(roomOf(taker, toPlace.length));
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('the rules, each before the next', () => {
  test('somebody who led the child before goes before one who visited often, and both before brothers and sisters', () => {
    const [one, other] = [
      aChildToPlace('a', { everLedBy: new Set(['SW1']), familyIds: ['b'], visits: new Map([['SW2', 9]]) }),
      aChildToPlace('b', { visits: new Map([['SW2', 3]]) }),
    ];
    expect(wherefrom([one, other], [aCandidate('SW1'), aCandidate('SW2')])).toEqual({ a: 'SW1', b: 'SW2' });
  });

  test('brothers and sisters stay together before the load is even, and go to one who leads another', () => {
    const family = [aChildToPlace('a', { familyIds: ['b', 'x'] }), aChildToPlace('b')];
    const leads = aCandidate('SW2', { childIds: new Set(['x']), tenths: 300, limit: 20 });
    expect(wherefrom(family, [aCandidate('SW1'), leads])).toEqual({ a: 'SW2', b: 'SW2' });
    expect(
      wherefrom([family[1] ?? aChildToPlace('b'), aChildToPlace('c')], [aCandidate('SW1'), aCandidate('SW2')]),
    ).toEqual({ b: 'SW1', c: 'SW2' });
  });

  test('a family for which nobody has room is divided rather than left to nobody', () => {
    const family = [aChildToPlace('a', { familyIds: ['b'] }), aChildToPlace('b')];
    const takers = [aCandidate('SW1', { limit: 1 }), aCandidate('SW2', { limit: 1 })];
    expect(planFor(family, takers).notPlaced).toEqual([]);
  });

  test('a child stays in its team before it goes to one who stays, and that before an even load', () => {
    const child = aChildToPlace('a', { team: 'north' });
    const north = aCandidate('SW1', { teams: new Set(['north']), isLikelyToLeave: true, tenths: 200 });
    const south = aCandidate('SW2', { teams: new Set(['south']), tenths: 100 });
    const light = aCandidate('SW3', { teams: new Set(['south']), isLikelyToLeave: true });
    expect(wherefrom([child], [north, south])).toEqual({ a: 'SW1' });
    expect(wherefrom([child], [south, light])).toEqual({ a: 'SW2' });
  });

  test('the load is spread by hours worked, the heaviest child to the lightest load', () => {
    const [heavy, light] = [aChildToPlace('a', { tenths: 29 }), aChildToPlace('b', { tenths: 10 })];
    const takers = [aCandidate('SW1', { tenths: 40 }), aCandidate('SW2', { tenths: 25 })];
    expect(wherefrom([heavy, light], takers)).toEqual({ a: 'SW2', b: 'SW1' });
    const half = aCandidate('SW1', { tenths: 40, fullTimeEquivalent: 0.5 });
    expect(wherefrom([light], [half, aCandidate('SW2', { tenths: 60 })])).toEqual({ b: 'SW2' });
  });
});

test('a plan says why, and whom nobody could take', () => {
  const family = [
    aChildToPlace('a', { everLedBy: new Set(['SW1']), familyIds: ['b'], team: 'north' }),
    aChildToPlace('b', { visits: new Map([['SW1', 4]]) }),
    aChildToPlace('c'),
  ];
  const taker = aCandidate('SW1', { limit: 12.34, childIds: new Set('123456789x'), teams: new Set(['north']) });
  const plan = planFor(family, [taker]);
  const [first, second] = plan.moves;
  expect(first && reasonsFor(first, plan)).toEqual([
    'Led the child before.',
    'A brother or sister goes to the same worker.',
    'Leads children of the same team.',
    'Has room: would lead 12 children of at most 12.3.',
  ]);
  expect(second && reasonsFor(second, plan)).toContain('Saw the child on 4 visits in the last twelve months.');
  expect(plan.notPlaced.map(({ childId }) => childId)).toEqual(['c']);
  expect(reasonAgainst(plan)).toContain('limit');
  expect(reasonAgainst(planFor(family, []))).toContain('no colleague');
});

test('the children of one worker are placed for certain, and many with their families together', () => {
  const typical = planFor(many(16), takersOf(6, 4));
  expect(typical.moves).toHaveLength(16);
  expect(typical.isBest).toBe(true);
  const { moves } = planFor(many(40), takersOf(20, 3));
  expect(moves).toHaveLength(40);
  const workerOf = new Map(moves.map(({ child, to }) => [child.childId, to.workerId]));
  for (let index = 0; index < 40; index += 5) {
    expect(workerOf.get(`c${index}`)).toBe(workerOf.get(`c${index + 1}`));
  }
});

/** Children of whom every fifth has a brother or sister in the next. */
function many(count: number): ChildToPlace[] {
  return Array.from({ length: count }, (_, index) =>
    aChildToPlace(`c${index}`, {
      tenths: [10, 16, 29][index % 3] ?? 10,
      familyIds: index % 5 === 0 ? [`c${index + 1}`] : [],
    }),
  );
}

function takersOf(count: number, limit: number): Candidate[] {
  return Array.from({ length: count }, (_, index) =>
    aCandidate(`SW${index}`, { tenths: index * 7, limit, fullTimeEquivalent: index % 2 ? 1 : 0.6 }),
  );
}

/** Every way to put so many children with so many workers. */
function waysOf(count: number, workers: number): number[][] {
  if (count === 0) return [[]];
  return waysOf(count - 1, workers).flatMap((ways) =>
    Array.from({ length: workers }, (_, worker) => [...ways, worker]),
  );
}
