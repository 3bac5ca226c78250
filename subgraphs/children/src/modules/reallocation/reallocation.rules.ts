import { plainNumber } from '@mainstay/primitives';
import { stateOf, type CaseloadState } from '../caseload/caseload.limit.ts';
import { cheapestGroupedAssignment, type GroupedProblem } from './reallocation.assignment.ts';

/** The version of these rules. Whoever changes what goes before what adds one. */
export const REALLOCATION_VERSION = 1;

/** A child to place. */
export interface ChildToPlace {
  readonly childId: string;
  readonly laCode: string;
  /** What the child weighs, in tenths. */
  readonly tenths: number;
  /** Everybody who led the child, by `plainNumber`. */
  readonly everLedBy: ReadonlySet<string>;
  /** How often workers visited the child in the last twelve months, by the worker's `plainNumber`. */
  readonly visits: ReadonlyMap<string, number>;
  /** Every brother and sister on record, by id. */
  readonly familyIds: readonly string[];
  /** The child's team; null where it is not known. */
  readonly team: string | null;
}

/** Somebody who could take children. */
export interface Candidate {
  readonly workerId: string;
  readonly fullTimeEquivalent: number;
  /** The authorities whose children the posts are for. */
  readonly laCodes: ReadonlySet<string>;
  /** An agency worker, or one whose post has a known end within a year. */
  readonly isLikelyToLeave: boolean;
  /** How many children the worker may lead at most; null when nothing says it. */
  readonly limit: number | null;
  readonly childIds: ReadonlySet<string>;
  /** What these weigh, in tenths. */
  readonly tenths: number;
  /** The teams of these. */
  readonly teams: ReadonlySet<string>;
}

/** Where children go. */
export interface Plan {
  readonly isBest: boolean;
  readonly moves: readonly { readonly child: ChildToPlace; readonly to: Candidate }[];
  readonly notPlaced: readonly ChildToPlace[];
  readonly candidates: readonly Candidate[];
}

/** From so many visits in twelve months on the child knows a worker. */
export const OFTEN = 3;

/**
 * The least disruptive way to give children other lead professionals. Of two ways that one is better which is better in the
 * first of these in which they differ:
 *
 * 1. fewer children are left to nobody, as nobody has room within the limits;
 * 2. children go to somebody who led them before (0), visited them often (1), or neither (2): the lower sum;
 * 3. brothers and sisters: fewer families of the children to place not all with one worker, and fewer children not with a
 *    colleague who leads a brother or sister already;
 * 4. fewer children change their team, or the authority that the worker's post is for;
 * 5. fewer come to an agency worker, or one whose post ends within a year: they would move twice;
 * 6. the weighted load for each whole-time equivalent, each of the children counted with their average weight, is spread
 *    more evenly: the lower sum of what each child adds, in steps of 1/200 of the heaviest, coarser for more children;
 * 7. heavier children go to those with less.
 *
 * It does not depend on the order in which children or candidates are given.
 */
export function planFor(childrenGiven: readonly ChildToPlace[], candidatesGiven: readonly Candidate[]): Plan {
  const children = childrenGiven.toSorted((one, other) => order(one.childId, other.childId));
  const candidates = candidatesGiven.toSorted((one, other) => order(one.workerId, other.workerId));
  const { workerOf, isBest } = cheapestGroupedAssignment(problemOf(children, candidates));
  const placed = children.map((child, index) => ({ child, to: candidates[workerOf[index] ?? -1] }));
  return {
    isBest,
    candidates,
    moves: placed.flatMap(({ child, to }) => (to ? [{ child, to }] : [])),
    notPlaced: placed.flatMap(({ child, to }) => (to ? [] : [child])),
  };
}

/** How many more children a candidate can take; `most` where nothing says it. */
export function roomOf({ limit, childIds }: Candidate, most: number): number {
  return limit === null ? most : Math.max(0, Math.floor(limit - childIds.size + 1e-9));
}

/** Where a candidate's caseload stands with so many children; null when nothing says how many may be. */
export function stateAfter({ limit }: Candidate, children: number): CaseloadState | null {
  return limit === null ? null : stateOf(children, limit);
}

/** The problem in numbers. The last worker is nobody. For children and candidates in their order. */
export function problemOf(children: readonly ChildToPlace[], candidates: readonly Candidate[]): GroupedProblem {
  const unit = unitsFor(children.length, candidates.length);
  const nextCosts = spreadCosts(children, candidates, unit.steps).map(
    (cost) => (taken: number) => cost(taken) * unit.spread,
  );
  const light = candidates
    .toSorted((one, other) => rateOf(one) - rateOf(other) || order(one.workerId, other.workerId))
    .map(({ workerId }) => workerId);
  const weights = [...new Set(children.map(({ tenths }) => tenths))].toSorted((one, other) => one - other);
  const costs = children.map((child) => [
    ...candidates.map(
      (candidate) =>
        familiarity(child, candidate) * unit.familiar +
        Number(isFamilyElsewhere(child, candidate, candidates)) * unit.family +
        Number(isApart(child, candidate)) * unit.apart +
        Number(candidate.isLikelyToLeave) * unit.twice +
        weights.indexOf(child.tenths) * light.indexOf(candidate.workerId),
    ),
    unit.nobody,
  ]);
  return {
    costs,
    rooms: [...candidates.map((candidate) => roomOf(candidate, children.length)), children.length],
    nextCosts: [...nextCosts, () => 0],
    groups: familiesOf(children),
    splitCost: unit.family,
  };
}

interface Units {
  /** Into how many steps the heaviest spread is divided. */
  readonly steps: number;
  readonly spread: number;
  readonly twice: number;
  readonly apart: number;
  readonly family: number;
  readonly familiar: number;
  readonly nobody: number;
}

const FINEST = 200;

/** What a step of each rule weighs: more than all that the rules after it can come to. As fine as numbers are exact. */
function unitsFor(children: number, workers: number, steps = FINEST): Units {
  const spread = 2 * Math.max(1, workers) * children + 1;
  const twice = spread * (steps * children + 1);
  const apart = twice * (children + 1);
  const family = apart * (children + 1);
  const familiar = family * (2 * children + 1);
  const nobody = familiar * (2 * children + 1);
  if (nobody * children <= Number.MAX_SAFE_INTEGER) return { steps, spread, twice, apart, family, familiar, nobody };
  if (steps === 1) throw new Error('There are too many children to place at once.');
  return unitsFor(children, workers, Math.floor(steps / 2));
}

/** 0 for one who led the child before, 1 for one who visited often, 2 for others. */
export function familiarity({ everLedBy, visits }: ChildToPlace, { workerId }: Candidate): 0 | 1 | 2 {
  if (everLedBy.has(plainNumber(workerId))) return 0;
  return (visits.get(plainNumber(workerId)) ?? 0) >= OFTEN ? 1 : 2;
}

/** True when a candidate leads a brother or sister of the child. */
export function leadsFamily({ familyIds }: ChildToPlace, { childIds }: Candidate): boolean {
  return familyIds.some((id) => childIds.has(id));
}

function isFamilyElsewhere(child: ChildToPlace, candidate: Candidate, all: readonly Candidate[]): boolean {
  return !leadsFamily(child, candidate) && all.some((other) => leadsFamily(child, other));
}

/** True when the child would change team, or come to one whose post is for another authority. What is not known is no change. */
export function isApart({ team, laCode }: ChildToPlace, { teams, laCodes }: Candidate): boolean {
  return !laCodes.has(laCode) || (team !== null && teams.size > 0 && !teams.has(team));
}

/** What one child more adds to each candidate's load for each whole-time equivalent, in steps of the heaviest. */
function spreadCosts(
  children: readonly ChildToPlace[],
  candidates: readonly Candidate[],
  steps: number,
): ((taken: number) => number)[] {
  const average = children.reduce((sum, { tenths }) => sum + tenths, 0) / Math.max(1, children.length);
  const rateWith = ({ tenths, fullTimeEquivalent }: Candidate, taken: number): number =>
    (tenths + (taken + 0.5) * average) / fullTimeEquivalent;
  const heaviest = Math.max(1, ...candidates.map((candidate) => rateWith(candidate, children.length - 1)));
  return candidates.map((candidate) => (taken) => Math.round((rateWith(candidate, taken) / heaviest) * steps));
}

/** Brothers and sisters among the children to place, by place; families of two and more. */
export function familiesOf(children: readonly ChildToPlace[]): number[][] {
  const familyOf = children.map((_, index) => index);
  const join = (one: number, other: number): void => {
    const [kept, gone] = [
      Math.min(familyOf[one] ?? 0, familyOf[other] ?? 0),
      Math.max(familyOf[one] ?? 0, familyOf[other] ?? 0),
    ];
    familyOf.forEach((family, index) => {
      if (family === gone) familyOf[index] = kept;
    });
  };
  children.forEach(({ familyIds }, one) => {
    children.forEach(({ childId }, other) => {
      if (familyIds.includes(childId)) join(one, other);
    });
  });
  const families = Map.groupBy(
    children.map((_, index) => index),
    (index) => familyOf[index] ?? index,
  );
  return [...families.values()].filter((family) => family.length > 1);
}

function rateOf({ tenths, fullTimeEquivalent }: Candidate): number {
  return tenths / fullTimeEquivalent;
}

function order(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
