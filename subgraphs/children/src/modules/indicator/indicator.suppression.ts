import type { Period } from '@mainstay/primitives';
import type { Exclusion } from '@mainstay/subgraph-kit';
import type { ChildIndicator } from '../../indicators/indicator.ts';
import { isReportingPeriod } from './indicator.question.ts';
import type { MemberCount } from './indicator.membership-repository.ts';

/** Counts of children from 1 to this are small: a figure could be traced to a child. */
const largestSmallNumber = 5;

/**
 * True when a figure would tell its viewer something about children whom the viewer may no longer see.
 *
 * Whoever may see the other children can subtract them. So what counts is not the figure but the children out of
 * sight in it: neither those in the numerator nor those in the remainder may number 1 to 5, for each is the
 * denominator less the other. And figures with children out of sight are given only for the periods that reports are
 * made for: two periods that differ by a day would differ by one child.
 */
export function wouldDisclose(denominator: MemberCount, period: Period): boolean {
  if (denominator.hiddenChildren === 0) return false;
  if (isSmall(denominator.hiddenCounted) || isSmall(denominator.hiddenRemainder)) return true;
  return !isReportingPeriod(period);
}

/** What was left out of the figure, or is in it with a fact missing; only groups that have somebody in them. */
export function exclusionsOf(indicator: ChildIndicator, counts: readonly MemberCount[]): Exclusion[] {
  const leftOut = Object.entries(indicator.leftOut).map(([key, { reason }]) => {
    const group = counts.find((count) => count.leftOut === key);
    return exclusion(reason, false, {
      all: group?.members,
      visible: group?.visibleMembers,
      hidden: group?.hiddenChildren,
    });
  });
  const denominator = counts.find((count) => count.leftOut === null);
  const notKnown = exclusion(indicator.notKnown ?? '', true, {
    all: denominator?.notKnown,
    visible: denominator?.visibleNotKnown,
    hidden: denominator?.hiddenNotKnown,
  });
  return [...leftOut, notKnown].filter(({ count }) => count > 0);
}

function exclusion(
  reason: string,
  isInDenominator: boolean,
  {
    all = 0,
    visible = 0,
    hidden = 0,
  }: { all?: number | undefined; visible?: number | undefined; hidden?: number | undefined },
): Exclusion {
  if (!isSmall(hidden)) return { reason, count: all, isInDenominator };
  return { reason: `${reason} Only those you may still see are counted here.`, count: visible, isInDenominator };
}

function isSmall(children: number): boolean {
  return children >= 1 && children <= largestSmallNumber;
}
