import { plainDate, type PlainDate } from '@mainstay/primitives';
import type { Expected } from '../staff-expectation/staff-expectation.entity.ts';

/** How learning stands: `LearningState` of the graph. */
export type LearningState = 'MET' | 'OPEN' | 'BEHIND';

/** What was learnt in a year of registration, up to a day. */
export interface Learnt {
  readonly pieces: number;
  readonly piecesWithPeers: number;
  readonly hours: number;
  readonly hoursOfAll: number;
}

/** A year of registration. Both days belong to it. */
export interface RegistrationYear {
  readonly from: PlainDate;
  readonly until: PlainDate;
}

/** The year of registration a day belongs to: 1 December to 30 November. */
export function registrationYear(day: PlainDate): RegistrationYear {
  const year = Number(day.slice(0, 4));
  const begins = day.slice(5) >= '12-01' ? year : year - 1;
  return { from: plainDate(`${begins}-12-01`), until: plainDate(`${begins + 1}-11-30`) };
}

/** How learning stands on a day against what is expected; registration is renewed from 1 September on. */
export function learningState(learnt: Learnt, expected: Expected, on: PlainDate): LearningState {
  if (
    learnt.pieces >= expected.learningPieces &&
    learnt.piecesWithPeers >= expected.learningPiecesWithPeers &&
    learnt.hours >= (expected.learningHours ?? 0)
  ) {
    return 'MET';
  }
  const month = on.slice(5, 7);
  return month >= '09' && month <= '11' ? 'BEHIND' : 'OPEN';
}
