import { addDays, type PlainDate } from '@mainstay/primitives';
import { earliest, latest } from './applying.ts';
import { addMonths } from './due-dates.ts';
import type { CareOfChild, DutyFacts, PlacementOfChild } from './duty-facts.ts';
import { daySetBy, type DaySet, type DutyRule } from './duty-rule.ts';
import type { Applying } from './made-duty.ts';
import { visitBeforeAssessment } from './rules/visit-before-assessment.rule.ts';
import { visitFirstWeek } from './rules/visit-first-week.rule.ts';
import { visitInterim } from './rules/visit-interim.rule.ts';
import { visitOrderWeek } from './rules/visit-order-week.rule.ts';
import { visitOrder } from './rules/visit-order.rule.ts';
import { visitSixMonths } from './rules/visit-six-months.rule.ts';
import { visitSixWeeks } from './rules/visit-six-weeks.rule.ts';
import { visitThreeMonths } from './rules/visit-three-months.rule.ts';

/** A time in one placement, under one legal status as far as visits go. */
export interface VisitArrangement extends Applying {
  readonly from: PlainDate;
  /** The day set for the first visit in it. */
  readonly begin: DaySet;
  /** The day set for the next visit after one. */
  readonly next: (last: PlainDate) => DaySet;
}

/** Which paragraph of regulation 28 governs visits. */
type Regime = 'ANY' | 'BEFORE_ASSESSMENT' | 'INTERIM' | 'ORDER';

/** `LS` of an interim care order, and of orders that make the child one in care. */
const INTERIM_ORDER = 'C1';
const CARE_ORDERS: ReadonlySet<string> = new Set(['C2', 'D1', 'E1']);

/** `PLACE` of a child placed with parents or others who have parental responsibility. */
const WITH_PARENTS = 'P1';

/** The arrangements of a child's life in care, oldest first: each with how often the child must be visited. */
export function visitArrangements(facts: DutyFacts): VisitArrangement[] {
  return facts.care.flatMap((care) =>
    facts.placements
      .filter(({ from, to }) => (care.to === null || from < care.to) && (to === null || to > care.from))
      .flatMap((placement) => arrangementsIn(facts, care, placement)),
  );
}

function arrangementsIn(facts: DutyFacts, care: CareOfChild, placement: PlacementOfChild): VisitArrangement[] {
  const end = earliest(placement.to, care.to);
  const changes = regimesOf(facts, placement, { from: latest(placement.from, care.from), to: end });
  return changes.map(({ from, regime }, index) => {
    const nextFrom = changes[index + 1]?.from ?? null;
    const firstReviewOn = facts.reviews.find(({ on }) => on >= from)?.on ?? null;
    const next = (last: PlainDate): DaySet => nextVisit(regime, last, { placement, firstReviewOn });
    const isKnown = placement.isStartKnown || index > 0;
    return {
      from,
      begin: isKnown ? firstVisit(regime, from) : next(from),
      next,
      ...ending(
        { end: nextFrom ?? end, isLegal: nextFrom !== null, isCareOver: end !== null && end === care.to },
        facts,
      ),
    };
  });
}

/** A visit on the day of a change is one in the new arrangement; on the last day in care, one in the old. */
function ending(
  { end, isLegal, isCareOver }: { end: PlainDate | null; isLegal: boolean; isCareOver: boolean },
  { knownSince }: DutyFacts,
): Applying {
  if (end === null) return { lastDay: null, endedOn: null, endedBecause: null, knownSince };
  if (isLegal)
    return { lastDay: addDays(end, -1), endedOn: end, endedBecause: 'The legal status changed.', knownSince };
  return isCareOver
    ? { lastDay: end, endedOn: end, endedBecause: 'The child left care.', knownSince }
    : { lastDay: addDays(end, -1), endedOn: end, endedBecause: 'The placement ended.', knownSince };
}

/** The regimes that hold in a placement, one after the other, each from its first day. */
function regimesOf(
  { statuses }: DutyFacts,
  placement: PlacementOfChild,
  { from, to }: { readonly from: PlainDate; readonly to: PlainDate | null },
): { from: PlainDate; regime: Regime }[] {
  if (placement.isTemporarilyApproved) return [{ from, regime: 'INTERIM' }];
  if (placement.type !== WITH_PARENTS) return [{ from, regime: 'ANY' }];
  if (placement.isBeforeAssessment) return [{ from, regime: 'BEFORE_ASSESSMENT' }];
  const held = statuses.filter((one) => (to === null || one.from < to) && (one.to === null || one.to > from));
  const regimes = held.map((one) => ({ from: latest(one.from, from), regime: underStatus(one.code) }));
  if (regimes[0]?.from !== from) regimes.unshift({ from, regime: 'ANY' });
  return regimes.filter(({ regime }, index) => index === 0 || regimes[index - 1]?.regime !== regime);
}

function underStatus(code: string): Regime {
  if (code === INTERIM_ORDER) return 'INTERIM';
  return CARE_ORDERS.has(code) ? 'ORDER' : 'ANY';
}

/** The first visit is due within a week whatever governs those after it, and whenever the first review is held. */
function firstVisit(regime: Regime, from: PlainDate): DaySet {
  switch (regime) {
    case 'ANY':
      return daySetBy(visitFirstWeek, from, undefined);
    case 'ORDER':
      return daySetBy(visitOrderWeek, from, undefined);
    case 'INTERIM':
      return daySetBy(visitInterim, from, { firstReviewOn: null });
    case 'BEFORE_ASSESSMENT':
      return daySetBy(visitBeforeAssessment, from, { firstReviewOn: null });
  }
}

function nextVisit(
  regime: Regime,
  last: PlainDate,
  about: { readonly placement: PlacementOfChild; readonly firstReviewOn: PlainDate | null },
): DaySet {
  const { placement, firstReviewOn } = about;
  switch (regime) {
    case 'ORDER':
      return daySetBy(visitOrder, last, undefined);
    case 'INTERIM':
      return daySetBy(visitInterim, last, { firstReviewOn });
    case 'BEFORE_ASSESSMENT':
      return daySetBy(visitBeforeAssessment, last, { firstReviewOn });
    case 'ANY':
      return daySetBy(ordinaryRule(placement, last), last, undefined);
  }
}

function ordinaryRule(placement: PlacementOfChild, last: PlainDate): DutyRule {
  const { plannedToEighteenFrom, fewerVisitsAgreedOn } = placement;
  if (last < addMonths(placement.from, 12) || plannedToEighteenFrom === null || last < plannedToEighteenFrom) {
    return visitSixWeeks;
  }
  return fewerVisitsAgreedOn !== null && last >= fewerVisitsAgreedOn ? visitSixMonths : visitThreeMonths;
}
