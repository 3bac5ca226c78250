import { equalTo, inRange, solve, type Constraint } from 'yalps';
import { childIndicators } from '../indicators/index.ts';
import type { ChildIndicator, Population } from '../indicators/indicator.ts';

/** What an indicator truly counts of one group, which no other group has any child of. */
export interface TrueCount {
  /** The practice, or `rest` for the children of none. */
  readonly group: string;
  readonly code: string;
  /** What the figure counts: children, or events in their lives. */
  readonly counted: number;
  readonly remainder: number;
  /** Of the remainder, those with a fact not known. */
  readonly notKnown: number;
  /** Different children in the numerator, in the remainder and in both. */
  readonly children: { readonly counted: number; readonly remainder: number; readonly all: number };
}

/** What somebody was told of one indicator and one group, or of the `whole`. */
export interface ToldFigure {
  readonly group: string;
  readonly code: string;
  /** Null when the answer says that there is nobody, or that the fact is known of nobody. */
  readonly figure:
    { readonly counted: number; readonly remainder: number } | 'nobody' | 'known of nobody' | 'kept back';
  /** How many were said to have a fact not known; null when nothing was said. */
  readonly notKnown: number | null;
}

/** A number of 1 to 5 children that was not told and can be worked out. */
export interface Recovered {
  readonly what: string;
  readonly children: number;
  readonly from: number;
  readonly to: number;
}

const isSmall = (children: number): boolean => children >= 1 && children <= 5;
const NARROW = 2;
const same = new Set([
  'three-or-more-placements',
  'three-or-more-social-workers',
  'placed-over-20-miles',
  'placed-in-foster-care',
]);
const nested = 'same-placement-two-years';

/** A sum of unknowns: the coefficient of each. */
type Sum = Readonly<Record<string, number>>;

/**
 * Works out, by linear programming, the least and the most that every number that was not told can be, given all that
 * was told of one population in one year, and everything that follows from the definitions: the groups add up to the
 * whole; numerator and remainder to the denominator; some indicators have the same denominator, one a part of it; what
 * is not known is part of the remainder.
 *
 * @returns the numbers of 1 to 5 children whose range is narrower than 2.
 */
export function attack(truths: readonly TrueCount[], told: readonly ToldFigure[]): Recovered[] {
  const groups = [...new Set(truths.map(({ group }) => group))];
  const codes = [...new Set(truths.map(({ code }) => code))];
  const equations = [...relationsOf(groups, codes), ...knowledgeOf(groups, told)];
  const model = modelOf(equations);
  return targetsOf(truths, groups).flatMap(({ what, sum, children }) => {
    const [from, to] = [bound(model, sum, 'minimize'), bound(model, sum, 'maximize')];
    return to - from < NARROW - 1e-6 ? [{ what, children, from, to }] : [];
  });
}

interface Equation {
  readonly sum: Sum;
  readonly constraint: Constraint;
}

const counted = (group: string, code: string): string => `${group}|${code}|counted`;
const unknown = (group: string, code: string): string => `${group}|${code}|notKnown`;
const rest = (group: string, code: string): string => `${group}|${code}|knownRemainder`;
const others = (group: string): string => `${group}|others`;
const remainderOf = (group: string, code: string): Sum => ({ [unknown(group, code)]: 1, [rest(group, code)]: 1 });
const denominatorOf = (group: string, code: string): Sum => ({
  [counted(group, code)]: 1,
  ...remainderOf(group, code),
});
const minus = (one: Sum, other: Sum): Sum =>
  Object.fromEntries(
    [...new Set([...Object.keys(one), ...Object.keys(other)])].map((key) => [key, (one[key] ?? 0) - (other[key] ?? 0)]),
  );

/** What the definitions say, whatever the numbers. */
function relationsOf(groups: readonly string[], codes: readonly string[]): Equation[] {
  const equal = codes.filter((code) => same.has(code));
  const [first] = equal;
  if (first === undefined) return [];
  return groups
    .flatMap((group) => [
      ...equal.slice(1).map((code) => minus(denominatorOf(group, first), denominatorOf(group, code))),
      ...(codes.includes(nested)
        ? [minus(denominatorOf(group, first), { ...denominatorOf(group, nested), [others(group)]: 1 })]
        : []),
    ])
    .map((sum) => ({ sum, constraint: equalTo(0) }));
}

/** What the answers say. */
function knowledgeOf(groups: readonly string[], told: readonly ToldFigure[]): Equation[] {
  const someoneIsEmpty = told.some(({ figure, group }) => figure === 'nobody' && group !== 'whole');
  return told.flatMap(({ group, code, figure, notKnown }): Equation[] => {
    const over = (sumOf: (one: string) => Sum): Sum =>
      Object.assign({}, ...(group === 'whole' ? groups : [group]).map(sumOf)) as Sum;
    const say = (sumOf: (one: string) => Sum, value: number) => ({ sum: over(sumOf), constraint: equalTo(value) });
    const exclusion = notKnown === null ? [] : [say((one) => ({ [unknown(one, code)]: 1 }), notKnown)];
    if (figure === 'nobody') return [say((one) => denominatorOf(one, code), 0)];
    if (figure === 'known of nobody') {
      return [say((one) => ({ [counted(one, code)]: 1 }), 0), say((one) => ({ [rest(one, code)]: 1 }), 0)];
    }
    if (figure === 'kept back') {
      // Where those with nobody are told of, those kept back have somebody, by some indicator of the population.
      const isSomebody = someoneIsEmpty && group !== 'whole' && code !== nested;
      return isSomebody ? [{ sum: denominatorOf(group, code), constraint: inRange(1, 1e6) }] : [];
    }
    return [
      say((one) => ({ [counted(one, code)]: 1 }), figure.counted),
      say((one) => remainderOf(one, code), figure.remainder),
      ...exclusion,
    ];
  });
}

interface Target {
  readonly what: string;
  readonly sum: Sum;
  readonly children: number;
}

/** Every number of 1 to 5 children, of each group and of the whole. */
function targetsOf(truths: readonly TrueCount[], groups: readonly string[]): Target[] {
  const byCode = Map.groupBy(truths, ({ code }) => code);
  const targets = [...byCode].flatMap(([code, all]) =>
    [...all.map((truth) => [truth]), all].flatMap((together): Target[] => {
      const [first, second] = together;
      const name = second ? `whole ${code}` : `${first?.group} ${code}`;
      const sumOf = (one: (group: string, code: string) => Sum): Sum =>
        Object.assign({}, ...together.map(({ group }) => one(group, code))) as Sum;
      const of = (part: 'counted' | 'remainder' | 'all'): number =>
        together.reduce((sum, { children }) => sum + children[part], 0);
      return [
        { what: `${name}: numerator`, sum: sumOf((g, c) => ({ [counted(g, c)]: 1 })), children: of('counted') },
        { what: `${name}: remainder`, sum: sumOf(remainderOf), children: of('remainder') },
        { what: `${name}: denominator`, sum: sumOf(denominatorOf), children: of('all') },
      ];
    }),
  );
  return [...targets, ...othersOf(truths, groups)].filter(({ children }) => isSmall(children));
}

/** The children whom one denominator has and the other has not. */
function othersOf(truths: readonly TrueCount[], groups: readonly string[]): Target[] {
  return groups.flatMap((group) => {
    const of = (wanted: (code: string) => boolean) =>
      truths.find((truth) => truth.group === group && wanted(truth.code))?.children.all;
    const [all, part] = [of((code) => same.has(code)), of((code) => code === nested)];
    if (all === undefined || part === undefined) return [];
    return [{ what: `${group}: not in ${nested}`, sum: { [others(group)]: 1 }, children: all - part }];
  });
}

type Model = ReturnType<typeof modelOf>;

function modelOf(equations: readonly Equation[]) {
  const variables = new Map<string, Map<string, number>>();
  const constraints = new Map<string, Constraint>();
  for (const [index, { sum, constraint }] of equations.entries()) {
    constraints.set(`c${index}`, constraint);
    for (const [name, coefficient] of Object.entries(sum)) {
      const variable = variables.get(name) ?? new Map<string, number>();
      variables.set(name, variable.set(`c${index}`, coefficient));
    }
  }
  return { variables, constraints };
}

function bound(model: Model, sum: Sum, direction: 'minimize' | 'maximize'): number {
  const variables = new Map([...model.variables].map(([name, of]) => [name, new Map(of)]));
  for (const [name, coefficient] of Object.entries(sum)) {
    const variable = variables.get(name) ?? new Map<string, number>();
    variables.set(name, variable.set('wanted', coefficient));
  }
  const { status, result } = solve({ direction, objective: 'wanted', constraints: model.constraints, variables });
  if (status === 'unbounded') return direction === 'maximize' ? Infinity : -Infinity;
  if (status !== 'optimal') throw new Error(`What was told contradicts itself: ${status}.`);
  return result;
}

/**
 * Those attacked: all that are told of practices, and of the others of each population some with denominators of other
 * sizes. More of them would make the programs large and say nothing new.
 */
const attacked = new Set([
  'health-assessment',
  'development-check',
  'placed-in-foster-care',
  'leavers-suitable-accommodation',
]);

/** The indicators that are attacked. */
export const attackedIndicators: readonly ChildIndicator[] = childIndicators.filter(
  ({ code, isToldOfPractices }) => isToldOfPractices || attacked.has(code),
);

/** The indicators of one population that are attacked. */
export function indicatorsAbout(population: Population): readonly ChildIndicator[] {
  return attackedIndicators.filter((indicator) => indicator.population === population);
}
