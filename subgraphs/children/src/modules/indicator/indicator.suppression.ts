import type { Exclusion } from '@mainstay/subgraph-kit';
import type { ChildIndicator } from '../../indicators/indicator.ts';
import { noChildren, type ChildCounts, type MemberCount } from './indicator.membership-repository.ts';
import { isSmall, isTellableWithin, type GroupCounts } from './indicator.protection.ts';
import { isCollectionYear, type MeasureQuestion } from './indicator.question.ts';

/** What was counted of one question. */
export interface CountedQuestion {
  readonly question: MeasureQuestion;
  /** Empty when the return needed is not held. */
  readonly counts: readonly MemberCount[];
}

/** The children out of sight in the figures of these questions, which are about the same children. */
export function outOfSight(together: readonly CountedQuestion[]): GroupCounts {
  return new Map(
    together.map(({ question, counts }) => [question.indicator.code, denominatorOf(counts)?.outOfSight ?? noChildren]),
  );
}

/** The members in the denominator; undefined when there are none. */
export function denominatorOf(counts: readonly MemberCount[]): MemberCount | undefined {
  return counts.find(({ leftOut }) => leftOut === null);
}

/**
 * True when a figure would tell its viewer something about children whom the viewer may no longer see.
 *
 * Whoever may see the other children can subtract them. So what counts is not the figure but the children out of
 * sight in it: neither those in the numerator nor those in the remainder may number 1 to 5, nor those whom another
 * indicator of the same population counts besides. And figures with children out of sight are given only for
 * collection years: two periods that differ by a day would differ by one child, and four quarters add up to a year.
 *
 * @param told the indicators of the population that can be told together.
 */
export function wouldDisclose({ question, counts }: CountedQuestion, told: ReadonlySet<string>): boolean {
  const denominator = denominatorOf(counts);
  if (!denominator || denominator.outOfSight.all === 0) return false;
  return !isCollectionYear(question.period) || !told.has(question.indicator.code);
}

/**
 * What was left out of the figure, or is in it with a fact missing; only groups that have somebody in them. Where few
 * children out of sight are concerned, or few would be left, those in sight alone are counted.
 */
export function exclusionsOf({ question, counts }: CountedQuestion, unseen: GroupCounts): Exclusion[] {
  const { indicator } = question;
  return exclusionsFrom(indicator, counts, {
    leftOut: (group) => isTellableWithin(group.outOfSight.all, unseen),
    notKnown: ({ outOfSight: hidden }) => isNotKnownTellable(hidden),
    otherwise: 'those in sight',
  });
}

/** The same for figures as they could be published: groups of few children, or that few would be left of, are not told. */
export function publishedExclusions(
  indicator: ChildIndicator,
  counts: readonly MemberCount[],
  { groups, isNotKnownTold }: { groups: readonly GroupCounts[]; isNotKnownTold: boolean },
): Exclusion[] {
  const of = (count: MemberCount): ChildCounts[] => [count.children, count.outOfSight];
  return exclusionsFrom(indicator, counts, {
    leftOut: (group) => of(group).every(({ all }) => groups.every((whole) => isTellableWithin(all, whole))),
    notKnown: (group) => isNotKnownTold && of(group).every(isNotKnownTellable),
    otherwise: 'nobody',
  });
}

interface Telling {
  readonly leftOut: (group: MemberCount) => boolean;
  readonly notKnown: (denominator: MemberCount) => boolean;
  /** Whom a group that cannot be told counts instead. */
  readonly otherwise: 'those in sight' | 'nobody';
}

function exclusionsFrom(indicator: ChildIndicator, counts: readonly MemberCount[], telling: Telling): Exclusion[] {
  const leftOut = Object.entries(indicator.leftOut).map(([key, { reason }]) => {
    const group = counts.find((count) => count.leftOut === key);
    if (!group || telling.leftOut(group)) return exclusion(reason, group?.members ?? 0, false);
    return instead(reason, telling.otherwise === 'nobody' ? 0 : group.visibleMembers, false);
  });
  const denominator = denominatorOf(counts);
  const reason = indicator.notKnown ?? '';
  const notKnown =
    !denominator || telling.notKnown(denominator)
      ? exclusion(reason, denominator?.notKnown ?? 0, true)
      : instead(reason, telling.otherwise === 'nobody' ? 0 : denominator.visibleNotKnown, true);
  return [...leftOut, notKnown].filter(({ count }) => count > 0);
}

function isNotKnownTellable({ notKnown, knownRemainder }: ChildCounts): boolean {
  return notKnown === 0 || (!isSmall(notKnown) && !isSmall(knownRemainder));
}

function instead(reason: string, count: number, isInDenominator: boolean): Exclusion {
  return exclusion(`${reason} Only those you may still see are counted here.`, count, isInDenominator);
}

function exclusion(reason: string, count: number, isInDenominator: boolean): Exclusion {
  return { reason, count, isInDenominator };
}
