/**
 * Children and workers by their places: what it costs that a child goes to a worker, and what it costs a worker to take one
 * more. Leaving children to nobody is a worker with room for all. Costs are whole numbers.
 */
export interface AssignmentProblem {
  /** By child, then worker. */
  readonly costs: readonly (readonly number[])[];
  /** How many children each worker can take. */
  readonly rooms: readonly number[];
  /** What the n-th child more costs a worker, beside `costs`: never less than the one before. By worker. */
  readonly nextCosts: readonly ((taken: number) => number)[];
}

/** Where each child goes, by place, and what that costs together. */
export interface Assignment {
  readonly workerOf: readonly number[];
  readonly cost: number;
}

interface Way {
  readonly cost: number;
  /** The worker before on the way, and the child who is moved on from there; null at the beginning. */
  readonly from: { readonly worker: number; readonly child: number } | null;
}

/**
 * The assignment of every child that costs least: a flow of least cost, made by the cheapest way for one child after another,
 * on which others may be moved on. The children in `fixed` stay where they are.
 *
 * @see R. K. Ahuja, T. L. Magnanti, J. B. Orlin, Network Flows (1993), section 9.7: successive shortest paths
 */
export function cheapestAssignment(
  problem: AssignmentProblem,
  fixed: ReadonlyMap<number, number> = new Map(),
): Assignment {
  const workerOf: number[] = problem.costs.map((_, child) => fixed.get(child) ?? -1);
  const taken = problem.rooms.map((_, worker) => workerOf.filter((one) => one === worker).length);
  const state = { workerOf, taken, isFixed: (child: number) => fixed.has(child) };
  for (let child = 0; child < workerOf.length; child += 1) if (!fixed.has(child)) place(problem, state, child);
  return { workerOf, cost: costOf(problem, workerOf) };
}

/** What an assignment costs. */
export function costOf({ costs, rooms, nextCosts }: AssignmentProblem, workerOf: readonly number[]): number {
  const placing = workerOf.reduce((sum, worker, child) => sum + (costs[child]?.[worker] ?? 0), 0);
  return rooms.reduce((sum, _, worker) => {
    const taken = workerOf.filter((one) => one === worker).length;
    return sum + Array.from({ length: taken }, (_one, n) => nextCosts[worker]?.(n) ?? 0).reduce(add, 0);
  }, placing);
}

interface State {
  readonly workerOf: number[];
  readonly taken: number[];
  readonly isFixed: (child: number) => boolean;
}

function place(problem: AssignmentProblem, state: State, child: number): void {
  const ways = cheapestWays(problem, state, child);
  let last = -1;
  let least = Infinity;
  ways.forEach((way, worker) => {
    const taken = state.taken[worker] ?? 0;
    if (taken >= (problem.rooms[worker] ?? 0)) return;
    const cost = way.cost + (problem.nextCosts[worker]?.(taken) ?? 0);
    if (cost < least) [last, least] = [worker, cost];
  });
  if (last === -1) throw new Error('There is no room for everybody, not even with nobody.');
  state.taken[last] = (state.taken[last] ?? 0) + 1;
  for (let worker = last; ;) {
    const from = ways[worker]?.from ?? null;
    state.workerOf[from?.child ?? child] = worker;
    if (from === null) return;
    worker = from.worker;
  }
}

/** The cheapest way for a child to each worker, through others who are moved on: Bellman and Ford. */
function cheapestWays({ costs }: AssignmentProblem, { workerOf, isFixed }: State, child: number): Way[] {
  const ways: Way[] = (costs[child] ?? []).map((cost) => ({ cost, from: null }));
  for (let isShorter = true; isShorter;) {
    isShorter = false;
    workerOf.forEach((worker, moved) => {
      if (worker === -1 || isFixed(moved)) return;
      const own = costs[moved] ?? [];
      const start = (ways[worker]?.cost ?? Infinity) - (own[worker] ?? 0);
      own.forEach((cost, other) => {
        if (other === worker || start + cost >= (ways[other]?.cost ?? Infinity)) return;
        ways[other] = { cost: start + cost, from: { worker, child: moved } };
        isShorter = true;
      });
    });
  }
  return ways;
}

function add(one: number, other: number): number {
  return one + other;
}
