import { addDays, daysBetween, type PlainDate } from '@mainstay/primitives';
import { addMonths } from '../duties/due-dates.ts';
import { visitArrangements } from '../duties/visit-arrangements.ts';
import { visitEntity, type VisitEntity, type VisitPurpose } from '../modules/visit/visit.entity.ts';
import { recorderOn, workerOn, type Writing } from './life.ts';
import { NOT_SEEN, VISIT_NOTES } from './words.ts';

/** One child in so many has not been visited of late. */
const FORGOTTEN = 24;
/** One child in so many has a visit that was corrected, or withdrawn. */
const CORRECTED = 9;
const ADVISER_MONTHS = 2;

/** Visits of the child's social workers in the placements of the time told of: most in time, some late, some in vain. */
export function writeVisits(writing: Writing): void {
  const { life, today, since } = writing;
  const { draw, facts, place } = life;
  const until = place % FORGOTTEN === 5 ? addDays(today, -draw.between(50, 90)) : today;
  const written: VisitEntity[] = [];
  for (const { from, lastDay, begin, next } of visitArrangements(facts)) {
    const last = lastDay !== null && lastDay < until ? lastDay : until;
    if (last < since) continue;
    let set = begin;
    for (;;) {
      const on = dayWithin(writing, set);
      if (on > last || on < from) break;
      if (draw.chance(0.04) && addDays(on, -2) > set.since) writeVisit(writing, addDays(on, -2), false);
      written.push(writeVisit(writing, on, true));
      set = next(on);
    }
  }
  correctOne(writing, written.at(-2));
}

/** Visits of the personal adviser to a young person who has left care, every two months. */
export function writeAdviserVisits(writing: Writing, moves: readonly PlainDate[]): void {
  const { life, today } = writing;
  const left = life.facts.care.at(-1)?.to ?? null;
  if (left === null) return;
  const soonAfter = moves.flatMap((moved) => [addDays(moved, 4), addDays(moved, 24)]);
  let on = left;
  while (on <= today) {
    const due = addMonths(on, ADVISER_MONTHS);
    const late = life.draw.chance(0.06) ? life.draw.between(3, 12) : -life.draw.between(0, 9);
    const planned = addDays(due, late);
    const before = on;
    on = soonAfter.find((day) => day > before && day <= planned) ?? planned;
    if (on <= today) writeVisit(writing, on, true, 'PERSONAL_ADVISER');
  }
}

/** A day by which what a rule asks is done: in time, but for one in twenty. */
export function dayWithin(
  { life }: Pick<Writing, 'life'>,
  { since, dueOn }: { readonly since: PlainDate; readonly dueOn: PlainDate },
): PlainDate {
  if (life.draw.chance(0.05)) return addDays(dueOn, life.draw.between(1, 9));
  const early = Math.min(14, Math.floor(daysBetween(since, dueOn) / 3));
  return addDays(dueOn, -life.draw.between(0, early));
}

function writeVisit(
  { book, life }: Writing,
  on: PlainDate,
  isSeen: boolean,
  purpose: VisitPurpose = life.draw.chance(0.06) ? 'UNANNOUNCED' : 'STATUTORY',
): VisitEntity {
  const { draw, childId } = life;
  const isAlone = draw.chance(0.85);
  return book.add(visitEntity, {
    childId,
    on,
    by: recorderOn(life, on),
    facts: {
      visitedOn: on,
      purpose,
      workerId: purpose === 'PERSONAL_ADVISER' ? null : workerOn(life, on),
      isSeen,
      notSeenReason: isSeen ? null : draw.pick(NOT_SEEN),
      isSeenAlone: isSeen ? isAlone : null,
      seenAloneNotKnown: null,
      notAloneReason: isSeen && !isAlone ? 'Example: the child wanted the carer to stay.' : null,
      isAtPlacement: draw.chance(0.8),
      minutes: isSeen ? draw.between(4, 16) * 5 : null,
      minutesNotKnown: isSeen ? null : 'NOT_ASKED',
      note: draw.pick(VISIT_NOTES),
    },
  });
}

/** What was recorded wrongly is corrected or taken back, as people do. */
function correctOne({ book, life, today }: Writing, visit: VisitEntity | undefined): void {
  if (!visit || life.place % CORRECTED !== 2) return;
  const on = addDays(visit.visitedOn, 2);
  if (on > today) return;
  book.replace(visitEntity, visit, {
    on,
    by: visit.recordedBy,
    reason: 'Example reason: the length of the visit was wrong.',
    facts: { minutes: 45 },
  });
}
