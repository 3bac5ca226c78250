import type { PlainDate } from '@mainstay/primitives';
import { earliest } from './applying.ts';
import { birthday } from './due-dates.ts';
import type { DoneOn, DutyFacts } from './duty-facts.ts';
import { daySetBy, type DaySet } from './duty-rule.ts';
import { chainOf, dutiesOf, firstAfter, firstFrom, type Applying, type MadeDuty } from './made-duty.ts';
import { adviserAfterMove } from './rules/adviser-after-move.rule.ts';
import { adviserFirstReview } from './rules/adviser-first-review.rule.ts';
import { adviserTwoMonths } from './rules/adviser-two-months.rule.ts';
import { yearAfterLeaving } from './rules/year-after-leaving.rule.ts';

/** Visits of the personal adviser, from leaving care at 16 or later until the 21st birthday, and anew after each move. */
export function adviserDuties(facts: DutyFacts): MadeDuty[] {
  const last = facts.care.at(-1);
  if (!last || last.to === null || last.to < birthday(facts.dateOfBirth, 16)) return [];
  const left = last.to;
  const moves = facts.movesAfterCare.filter(({ on }) => on > left);
  const beforeMoves = chainOf(facts.adviserVisits, untilNext(moves[0], facts), {
    begin: everyTwoMonths(left),
    next: everyTwoMonths,
  });
  return [...beforeMoves, ...moves.flatMap((move, index) => afterMove(move, moves[index + 1], facts))];
}

function afterMove(move: DoneOn, next: DoneOn | undefined, facts: DutyFacts): MadeDuty[] {
  const applying = untilNext(next, facts);
  const first = firstFrom(facts.adviserVisits, move.on, applying);
  const duties = dutiesOf(daySetBy(adviserAfterMove, move.on, undefined), first, applying, { isFirst: true });
  if (!first) return duties;
  const reviewed = daySetBy(adviserFirstReview, first.on, { movedOn: move.on });
  let visit: DoneOn | null = first;
  let set = first.on < reviewed.dueOn ? reviewed : everyTwoMonths(first.on);
  while (visit) {
    visit = firstAfter(facts.adviserVisits, visit.on, applying);
    duties.push(...dutiesOf(set, visit, applying, { isFirst: false }));
    if (visit) set = everyTwoMonths(visit.on);
  }
  return duties;
}

function everyTwoMonths(last: PlainDate): DaySet {
  return daySetBy(adviserTwoMonths, last, undefined);
}

function untilNext(move: DoneOn | undefined, { dateOfBirth, knownSince }: DutyFacts): Applying {
  const twentyOne = birthday(dateOfBirth, 21);
  const end = earliest(move?.on ?? null, twentyOne);
  const endedBecause = end === twentyOne ? 'The young person turned 21.' : 'The young person moved.';
  return { lastDay: end, endedOn: end, endedBecause, knownSince };
}

/** The authority ends the allocation of a child who left care while with a practice, a year later. */
export function yearAfterLeavingDuties(facts: DutyFacts): MadeDuty[] {
  return facts.care.flatMap((care, index) => {
    const left = care.to;
    if (left === null) return [];
    const allocation = facts.allocations.find(({ from, to }) => from <= left && (to === null || to >= left));
    if (!allocation) return [];
    const back = facts.care[index + 1]?.from ?? null;
    const applying = {
      lastDay: back,
      endedOn: back,
      endedBecause: 'The child came back into care.',
      knownSince: facts.knownSince,
    };
    const ended = allocation.to === null ? [] : [{ on: allocation.to, id: allocation.id }];
    return dutiesOf(daySetBy(yearAfterLeaving, left, undefined), firstFrom(ended, left, applying), applying, {
      isFirst: true,
    });
  });
}
