import type { ChildCounts } from './indicator.membership-repository.ts';
import { isSmall } from './indicator.protection.ts';

/**
 * Which groups of a breakdown can be told, besides the whole, without telling of a few children: the codes of those told.
 *
 * As with practices (`tellable`): a group with a small number is kept back, and the rest of which nothing is told must have
 * no small number either, or the smallest groups join it. The size of a group may be known from another breakdown or
 * another measure, so the rest must leave more than a few besides any one group of it, or nobody. A group that has nobody
 * is told only where all others are.
 */
export function tellableGroups(groups: ReadonlyMap<string, ChildCounts>): ReadonlySet<string> {
  const bySize = [...groups]
    .filter(([, { all }]) => all > 0)
    .toSorted(([oneCode, one], [otherCode, other]) => other.all - one.all || (oneCode < otherCode ? -1 : 1));
  if (!isWholeSafe(bySize)) return new Set();
  const told = bySize.filter(([, counts]) => isSafe(counts));
  const untold = bySize.filter(([, counts]) => !isSafe(counts));
  while (told.length > 0 && !isRestSafe(untold.map(([, counts]) => counts))) {
    const smallest = told.pop();
    if (smallest) untold.push(smallest);
  }
  const empty = untold.length === 0 ? [...groups].filter(([, { all }]) => all === 0) : [];
  return new Set([...told, ...empty].map(([code]) => code));
}

function isWholeSafe(groups: readonly (readonly [string, ChildCounts])[]): boolean {
  return isSafe(sumOf(groups.map(([, counts]) => counts)));
}

function isRestSafe(rest: readonly ChildCounts[]): boolean {
  const whole = sumOf(rest);
  return isSafe(whole) && rest.every(({ all }) => !isSmall(whole.all - all));
}

type Counted = Pick<ChildCounts, 'all' | 'counted' | 'remainder'>;

function sumOf(counts: readonly Counted[]): Counted {
  return counts.reduce(
    (sum, { all, counted, remainder }) => ({
      all: sum.all + all,
      counted: sum.counted + counted,
      remainder: sum.remainder + remainder,
    }),
    { all: 0, counted: 0, remainder: 0 },
  );
}

function isSafe({ all, counted, remainder }: Counted): boolean {
  return [all, counted, remainder].every((count) => !isSmall(count));
}
