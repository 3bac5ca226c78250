import { addDays, daysBetween, type PlainDate } from '@mainstay/primitives';
import type { DutyEntity } from './duty.entity.ts';

/** Where a duty stands: `DutyState` of the graph. */
export type DutyState = 'LATE' | 'NOT_RECORDED' | 'DUE_SOON' | 'DUE' | 'MET' | 'MET_LATE' | 'MISSED' | 'ENDED';

/** The states of what is not done and still applies. */
export const openStates: readonly DutyState[] = ['LATE', 'NOT_RECORDED', 'DUE_SOON', 'DUE'];

/** How many days ahead of its day a duty is due soon. */
const DAYS_SOON = 7;

/** What of a duty says where it stands. */
export type Standing = Pick<DutyEntity, 'dueOn' | 'metOn' | 'endedOn' | 'isBeforeRecord'>;

/** Where a duty stands as at a day. What is done on its day is done in time. */
export function stateOn({ dueOn, metOn, endedOn, isBeforeRecord }: Standing, today: PlainDate): DutyState {
  if (metOn !== null) return metOn <= dueOn ? 'MET' : 'MET_LATE';
  // A day yet to come ends nothing today: the 21st birthday, say.
  if (endedOn !== null && endedOn <= today) return dueOn < endedOn ? 'MISSED' : 'ENDED';
  if (dueOn < today) return isBeforeRecord ? 'NOT_RECORDED' : 'LATE';
  return dueOn <= addDays(today, DAYS_SOON) ? 'DUE_SOON' : 'DUE';
}

/** Days past the day on the day it was done, ended, or as at today; 0 when it is not late. */
export function daysLateOn({ dueOn, metOn, endedOn }: Standing, today: PlainDate): number {
  const last = metOn ?? (endedOn !== null && endedOn <= today ? endedOn : today);
  return Math.max(0, daysBetween(dueOn, last));
}

/** SQL of `stateOn`, of a row of `duty`. @param today SQL of the day. */
export function stateSql(duty: string, today: string): string {
  return `CASE
    WHEN ${duty}.met_on IS NOT NULL THEN CASE WHEN ${duty}.met_on <= ${duty}.due_on THEN 'MET' ELSE 'MET_LATE' END
    WHEN ${duty}.ended_on <= ${today} THEN CASE WHEN ${duty}.due_on < ${duty}.ended_on THEN 'MISSED' ELSE 'ENDED' END
    WHEN ${duty}.due_on < ${today} THEN CASE WHEN ${duty}.is_before_record THEN 'NOT_RECORDED' ELSE 'LATE' END
    WHEN ${duty}.due_on <= ${today} + ${DAYS_SOON} THEN 'DUE_SOON'
    ELSE 'DUE'
  END`;
}
