import { cheapestAssignment, type Assignment, type AssignmentProblem } from './reallocation.flow.ts';

/** Groups of children, by their places in the problem, of whom as many as can be are to be with one worker. */
export interface GroupedProblem extends AssignmentProblem {
  readonly groups: readonly (readonly number[])[];
  /** What it costs that a group is not with one worker. */
  readonly splitCost: number;
}

/** An assignment of every child, with what it costs with the groups that are not together. */
export interface GroupedAssignment extends Assignment {
  /** True when it is certain that none costs less. */
  readonly isBest: boolean;
}

/** So many times the problem without groups is solved at most: about a second of work at the largest. */
const MOST_ATTEMPTS = 600;

/** What has been decided of groups: each is with one worker, or given up. */
interface Decided {
  readonly workerOf: ReadonlyMap<number, number>;
  readonly givenUp: ReadonlySet<number>;
}

/**
 * The assignment that costs least, groups included: branch and bound. Without regard to groups the problem is solved
 * exactly, which bounds what can be had; the first group that comes out split is then tried with each worker, the most
 * promising first, and given up. Always the same answer to the same problem.
 */
export function cheapestGroupedAssignment(problem: GroupedProblem): GroupedAssignment {
  let best: Assignment | null = null;
  let attempts = 0;
  const attempt = (decided: Decided): Branch[] => {
    attempts += 1;
    const found = withDecided(problem, decided);
    return found ? [{ decided, found, bound: found.cost + decided.givenUp.size * problem.splitCost }] : [];
  };
  const explore = ({ decided, found }: Branch): void => {
    const split = problem.groups.flatMap((group, index) => (isTogether(group, found) ? [] : [index]));
    const cost = found.cost + split.length * problem.splitCost;
    if (!best || cost < best.cost) best = { workerOf: found.workerOf, cost };
    const next = split.find((index) => !decided.givenUp.has(index));
    if (next === undefined || attempts >= MOST_ATTEMPTS) return;
    const branches = waysToDecide(problem, decided, next)
      .flatMap(attempt)
      .toSorted((one, other) => one.bound - other.bound);
    for (const branch of branches) if (branch.bound < (best?.cost ?? Infinity)) explore(branch);
  };
  for (const branch of attempt({ workerOf: new Map(), givenUp: new Set() })) explore(branch);
  if (!best) throw new Error('A problem has no assignment, though everybody can be left to nobody.');
  return { ...(best as Assignment), isBest: attempts < MOST_ATTEMPTS };
}

interface Branch {
  readonly decided: Decided;
  readonly found: Assignment;
  /** No assignment that is so decided costs less. */
  readonly bound: number;
}

/** A group with each worker, and given up. */
function waysToDecide({ rooms }: GroupedProblem, { workerOf, givenUp }: Decided, group: number): Decided[] {
  return [
    ...rooms.map((_, worker) => ({ givenUp, workerOf: new Map([...workerOf, [group, worker]]) })),
    { workerOf, givenUp: new Set([...givenUp, group]) },
  ];
}

/** The cheapest assignment in which the groups decided about are with their workers; null when these have no room. */
function withDecided(problem: GroupedProblem, { workerOf }: Decided): Assignment | null {
  const fixed = new Map<number, number>();
  for (const [group, worker] of workerOf) {
    for (const child of problem.groups[group] ?? []) fixed.set(child, worker);
  }
  const isTooMany = problem.rooms.some(
    (room, worker) => [...fixed.values()].filter((one) => one === worker).length > room,
  );
  return isTooMany ? null : cheapestAssignment(problem, fixed);
}

function isTogether(group: readonly number[], { workerOf }: Assignment): boolean {
  return new Set(group.map((child) => workerOf[child])).size === 1;
}
