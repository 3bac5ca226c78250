import { addDays, type PlainDate } from '@mainstay/primitives';
import { leavingCareEntity } from '../modules/leaving-care/leaving-care.entity.ts';
import { ageOf, recorderOn, type Writing } from './life.ts';

const MONTHLY_DAYS = 150;
const GROWN_UP = 18;
const ELIGIBLE = 16;

/**
 * How a young person who has left care is, every few months, and one who will soon leave is now.
 *
 * @returns the days on which a young person is known to have moved.
 */
export function writeAfterCare(writing: Writing): PlainDate[] {
  const { life, today } = writing;
  const { care, draw, facts } = life;
  if (care) {
    if (ageOf(life, today) >= ELIGIBLE) writeUpdate(writing, addDays(today, -draw.between(10, 80)), 'U1');
    return [];
  }
  const left = facts.care.at(-1)?.to;
  if (!left) return [];
  const homes = draw.chance(0.15) ? (['U1', 'V1'] as const) : (['U1'] as const);
  const moves: PlainDate[] = [];
  let nth = 0;
  for (let on = addDays(left, draw.between(20, 60)); on <= today; on = addDays(on, MONTHLY_DAYS)) {
    const home = homes[nth < 2 ? 0 : homes.length - 1] ?? 'U1';
    if (nth === 2 && homes.length > 1) moves.push(on);
    writeUpdate(writing, on, home);
    nth += 1;
  }
  return moves;
}

function writeUpdate({ book, life }: Writing, asOf: PlainDate, accommodation: string): void {
  const { draw, childId, care } = life;
  const isChild = ageOf(life, asOf) < GROWN_UP;
  const isInTouch = draw.chance(0.94);
  book.add(leavingCareEntity, {
    childId,
    on: asOf,
    by: recorderOn(life, asOf),
    facts: {
      asOf,
      eligibility: care && isChild ? 'ELIGIBLE' : isChild ? 'RELEVANT' : 'FORMER_RELEVANT',
      inTouch: isInTouch ? 'YES' : 'NO',
      lastContactOn: addDays(asOf, isInTouch ? -6 : -120),
      activity: isInTouch ? draw.pick(['F2', 'F2', 'F5', 'F5', 'G5']) : null,
      activityNotKnown: isInTouch ? null : 'AWAITED',
      accommodation,
      accommodationNotKnown: null,
      personalAdviser: 'Example Adviser',
      personalAdviserNotKnown: null,
      note: 'Example: how an invented young person is getting on.',
    },
  });
}
