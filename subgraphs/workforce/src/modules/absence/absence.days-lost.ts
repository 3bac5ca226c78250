import { addDays, isWorkingDay, type PlainDate } from '@mainstay/primitives';
import type { EmploymentRow } from '../employment/employment.entity.ts';
import { isHeldOn } from '../employment/employment.held-on.ts';
import { weekdays, type AbsenceRow } from './absence.entity.ts';

/** What days lost are counted of. */
export interface DaysLostOf {
  readonly absence: Pick<AbsenceRow, 'startedOn' | 'endedOn' | 'worksOn'>;
  /** The worker's posts with the employer. */
  readonly posts: readonly Pick<EmploymentRow, 'startedOn' | 'endedOn' | 'fullTimeEquivalent'>[];
  /** The days counted: both belong to them. */
  readonly from: PlainDate;
  readonly until: PlainDate;
}

/**
 * Working days lost by an absence. England's working days on which a post was held: one each where the days of the worker's
 * week are known and it is one of them; otherwise the whole-time equivalent held on it, so that days lost and the whole-time
 * equivalents they are divided by are of one kind.
 */
export function daysLost({ absence, posts, from, until }: DaysLostOf): number {
  const last = absence.endedOn !== null && absence.endedOn < until ? absence.endedOn : until;
  let lost = 0;
  for (let day = absence.startedOn > from ? absence.startedOn : from; day <= last; day = addDays(day, 1)) {
    if (isWorkingDay(day)) lost += lostOn(day, absence, posts);
  }
  return Math.round(lost * 100) / 100;
}

function lostOn(day: PlainDate, { worksOn }: Pick<AbsenceRow, 'worksOn'>, posts: DaysLostOf['posts']): number {
  const held = posts.filter((post) => isHeldOn(post, day));
  if (held.length === 0) return 0;
  if (worksOn !== null) return worksOn.some((name) => weekdays.indexOf(name) === weekdayOf(day)) ? 1 : 0;
  return Math.min(
    1,
    held.reduce((sum, { fullTimeEquivalent }) => sum + fullTimeEquivalent, 0),
  );
}

/** 0 for Monday to 6 for Sunday. */
function weekdayOf(day: PlainDate): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}
