import type { ChildCounts } from './indicator.membership-repository.ts';

/** Counts of children from 1 to this are small: a figure could be traced to a child. */
const largestSmallNumber = 5;

/**
 * What the indicators of one population count of one group of children, by the indicator's code. An indicator without a
 * figure is left out.
 */
export type GroupCounts = ReadonlyMap<string, ChildCounts>;

/** One authority's children of one population and year: all of them, and those of each practice. */
export interface ProtectedGroups {
  readonly whole: GroupCounts;
  readonly practices: ReadonlyMap<string, GroupCounts>;
  /** What further indicators count of all of them, told of the whole alone. */
  readonly ofWholeOnly?: GroupCounts;
}

/** Which figures can be told without telling of a few children. */
export interface Told {
  /** The indicators told of the whole authority. */
  readonly ofWhole: ReadonlySet<string>;
  /** The practices with any of the children of which everything is told. */
  readonly practices: ReadonlySet<string>;
  /** True when it can be told of the other practices that they have none of the children. */
  readonly isEmptyTold: boolean;
}

/** True for 1 to 5 children. Nobody is no small number: nobody can be traced. */
export function isSmall(children: number): boolean {
  return children >= 1 && children <= largestSmallNumber;
}

/**
 * Which figures of one population and year can be told together.
 *
 * Practices and the children of none add up to the authority, so who is told the whole and some practices is told the
 * rest by subtraction. All that the indicators say of one practice is therefore told together or not at all, and
 *
 * - nothing of a practice is told if any number in it is small;
 * - nothing of any practice is told if any number of the whole is small;
 * - the rest, of which nothing is told, must have no small number either: the smallest practices join it until it has
 *   none.
 *
 * Indicators told of the whole alone follow after the others, where no number in them and no difference is small.
 *
 * Then whoever knows all that is told knows of every part of the rest only that it is between nothing and the whole of
 * the rest, which is either nothing or more than five. What is told follows from the children alone, not from who asks,
 * for what, or in which order.
 */
export function tellable({ whole, practices, ofWholeOnly = new Map() }: ProtectedGroups): Told {
  const bySize = [...practices]
    .filter(([, group]) => sizeOf(group) > 0)
    .toSorted(([oneId, one], [otherId, other]) => sizeOf(other) - sizeOf(one) || (oneId < otherId ? -1 : 1));
  const isWholeSafe = isSafe(whole);
  const told = isWholeSafe ? bySize.filter(([, group]) => isSafe(group)) : [];
  const restOf = (): GroupCounts => minus(whole, told);
  while (told.length > 0 && !isSafe(restOf())) told.pop();
  const untold = bySize.length - told.length;
  return {
    ofWhole: tellableAlone(new Map([...whole, ...ofWholeOnly])),
    practices: new Set(told.map(([id]) => id)),
    // Who is told which practices have nobody knows that the others have somebody: the rest must have room for that.
    isEmptyTold: untold === 0 || sizeOf(restOf()) >= untold + largestSmallNumber,
  };
}

/**
 * The indicators that can be told of one group of which nothing else is told: those without a small number, in the order
 * given, as far as their denominators do not differ by a few children.
 */
export function tellableAlone(group: GroupCounts): ReadonlySet<string> {
  const told = new Map<string, ChildCounts>();
  for (const [code, counts] of group) {
    const together = new Map([...told, [code, counts]]);
    if (isSafe(together)) told.set(code, counts);
  }
  return new Set(told.keys());
}

/** True when a group of children can be told of besides what is told of the indicators: neither it nor what it leaves is few. */
export function isTellableWithin(children: number, group: GroupCounts): boolean {
  if (isSmall(children)) return false;
  return differencesOf(group).every((difference) => !isSmall(Math.abs(difference - children)));
}

/** No small number, neither in what is counted nor in what one denominator has more than another. */
function isSafe(group: GroupCounts): boolean {
  const counts = [...group.values()].flatMap(({ all, counted, remainder }) => [all, counted, remainder]);
  return [...counts, ...differencesOf(group)].every((count) => !isSmall(count));
}

function differencesOf(group: GroupCounts): number[] {
  const denominators = [...group.values()].map(({ all }) => all);
  return denominators.flatMap((one, index) => denominators.slice(index + 1).map((other) => Math.abs(one - other)));
}

function sizeOf(group: GroupCounts): number {
  return Math.max(0, ...[...group.values()].map(({ all }) => all));
}

/** What is left of the whole without these parts of it: no child is in two of them. */
function minus(whole: GroupCounts, parts: readonly (readonly [string, GroupCounts])[]): GroupCounts {
  const restOf = (code: string, counts: ChildCounts, key: keyof ChildCounts): number =>
    parts.reduce((left, [, part]) => left - (part.get(code)?.[key] ?? 0), counts[key]);
  return new Map(
    [...whole].map(([code, counts]) => [
      code,
      {
        all: restOf(code, counts, 'all'),
        counted: restOf(code, counts, 'counted'),
        remainder: restOf(code, counts, 'remainder'),
        notKnown: restOf(code, counts, 'notKnown'),
        knownRemainder: restOf(code, counts, 'knownRemainder'),
      },
    ]),
  );
}
