import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { equalTo, greaterEq, solve, type Constraint } from 'yalps';
import { isSmall, tellableYears, type StaffOfYear } from './staff-indicator.protection.ts';

/** Staff of these numbers, with the same people as far as the numbers go. */
function year(
  collectionYear: number,
  inPost: number,
  parts: { from?: number; agency?: number; leavers?: number } = {},
): StaffOfYear {
  const { from = 0, agency = 0, leavers = 0 } = parts;
  const people = (group: string, count: number, first = 0): Set<string> =>
    new Set(Array.from({ length: count }, (_, index) => `${group}${first + index}`));
  return { collectionYear, inPost: people('own', inPost, from), agency: people('agency', agency), leavers };
}

describe('tellableYears', () => {
  test.each([
    ['many, and the same every year', [year(2024, 20), year(2025, 20)], [2024, 2025]],
    ['few in post', [year(2024, 5), year(2025, 20)], [2025]],
    ['few agency workers', [year(2024, 20, { agency: 1 })], []],
    ['few leavers', [year(2024, 20, { leavers: 3 })], []],
    ['few who came', [year(2024, 20), year(2025, 23)], [2024]],
    ['few who left', [year(2024, 23), year(2025, 20)], [2024]],
    ['few who came since the last year told', [year(2024, 20), year(2025, 23), year(2026, 25)], [2024]],
    ['many who came since the last year told', [year(2024, 20), year(2025, 23), year(2026, 26)], [2024, 2026]],
    ['few agency workers who came', [year(2024, 20, { agency: 6 }), year(2025, 20, { agency: 8 })], [2024]],
  ])('of %s', (_, years, told) => {
    expect([...tellableYears(years)]).toEqual(told);
  });
});

/** Some years of an employer: how many leave and come, of those in post and of agency workers. */
const few = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 6 }), fc.integer({ min: 6, max: 20 }));
const worlds = fc
  .array(fc.record({ left: few, came: few, agencyLeft: few, agencyCame: few }), { minLength: 2, maxLength: 6 })
  .map((moves) => {
    const years: StaffOfYear[] = [];
    let [inPost, agency, next] = [people(0, 20), people(100, 8), 1_000];
    for (const [index, move] of moves.entries()) {
      const gone = Math.min(move.left, inPost.length);
      inPost = [...inPost.slice(gone), ...people(next, move.came)];
      agency = [...agency.slice(move.agencyLeft), ...people((next += 100), move.agencyCame)];
      next += 100;
      years.push({ collectionYear: 2020 + index, inPost: new Set(inPost), agency: new Set(agency), leavers: gone });
    }
    return years;
  });

function people(first: number, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `w${first + index}`);
}

interface ToldOfYear {
  readonly collectionYear: number;
  readonly inPost: boolean;
  readonly agency: boolean;
  readonly leavers: boolean;
}

/** Numbers of 1 to 5 people whose range, given what is told, is narrower than 2. */
function attack(years: readonly StaffOfYear[], told: readonly ToldOfYear[]): string[] {
  const equations: { sum: Record<string, number>; constraint: Constraint }[] = [];
  const say = (name: string, value: number) => equations.push({ sum: { [name]: 1 }, constraint: equalTo(value) });
  for (const [index, { inPost, agency, leavers }] of years.entries()) {
    for (const group of ['inPost', 'agency']) {
      const [now, before, left, came] = [
        `${group}${index}`,
        `${group}${index - 1}`,
        `${group} left${index}`,
        `${group} came${index}`,
      ];
      equations.push({ sum: { [now]: 1, [before]: -1, [left]: 1, [came]: -1 }, constraint: equalTo(0) });
      equations.push({ sum: { [before]: 1, [left]: -1 }, constraint: greaterEq(0) });
    }
    if (told[index]?.inPost) say(`inPost${index}`, inPost.size);
    if (told[index]?.agency) say(`agency${index}`, agency.size);
    if (told[index]?.leavers) say(`inPost left${index}`, leavers);
  }
  return targetsOf(years).flatMap(({ name, people: count }) => {
    const [from, to] = (['minimize', 'maximize'] as const).map((direction) => bound(equations, name, direction));
    return (to ?? 0) - (from ?? 0) < 2 - 1e-6 ? [`${name}: ${count}`] : [];
  });
}

function targetsOf(years: readonly StaffOfYear[]): { name: string; people: number }[] {
  return years
    .flatMap((of, index) => {
      const before = years[index - 1];
      const moves = (group: 'inPost' | 'agency') =>
        before
          ? [
              { name: `${group} left${index}`, people: before[group].difference(of[group]).size },
              { name: `${group} came${index}`, people: of[group].difference(before[group]).size },
            ]
          : [];
      return [
        { name: `inPost${index}`, people: of.inPost.size },
        { name: `agency${index}`, people: of.agency.size },
        ...moves('inPost'),
        ...moves('agency'),
      ];
    })
    .filter(({ people: count }) => isSmall(count));
}

function bound(
  equations: readonly { sum: Readonly<Record<string, number>>; constraint: Constraint }[],
  name: string,
  direction: 'minimize' | 'maximize',
): number {
  const variables = new Map<string, Map<string, number>>([[name, new Map([['wanted', 1]])]]);
  const constraints = new Map<string, Constraint>();
  for (const [index, { sum, constraint }] of equations.entries()) {
    constraints.set(`c${index}`, constraint);
    for (const [variable, coefficient] of Object.entries(sum)) {
      variables.set(variable, (variables.get(variable) ?? new Map<string, number>()).set(`c${index}`, coefficient));
    }
  }
  const { status, result } = solve({ direction, objective: 'wanted', constraints, variables });
  if (status === 'unbounded') return Infinity;
  if (status !== 'optimal') throw new Error(`What was told contradicts itself: ${status}.`);
  return result;
}

describe('an attacker who is told all figures of an employer’s staff over the years', () => {
  test('recovers no number of 1 to 5 people', () => {
    fc.assert(
      fc.property(worlds, (years) => {
        const told = tellableYears(years);
        const isTold = years.map(({ collectionYear }) => {
          const is = told.has(collectionYear);
          return { collectionYear, inPost: is, agency: is, leavers: is };
        });
        expect(attack(years, isTold)).toEqual([]);
      }),
      { seed: 20_261_122, numRuns: 500 },
    );
  });

  test('recovers many when only small numbers themselves are kept back', () => {
    const broken = fc.sample(worlds, { seed: 20_261_122, numRuns: 200 }).filter((years) => {
      const primary = years.map(({ collectionYear, inPost, agency, leavers }) => ({
        collectionYear,
        inPost: !isSmall(inPost.size),
        agency: !isSmall(agency.size),
        leavers: !isSmall(leavers),
      }));
      return attack(years, primary).length > 0;
    });
    expect(broken.length).toBeGreaterThan(50);
  });
});
