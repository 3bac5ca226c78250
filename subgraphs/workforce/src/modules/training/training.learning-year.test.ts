import { plainDate } from '@mainstay/primitives';
import { expect, test } from 'vitest';
import { ASSUMED } from '../staff-expectation/staff-expectation.on-day.ts';
import { learningState, registrationYear } from './training.learning-year.ts';

test.each([
  ['2026-11-30', '2025-12-01', '2026-11-30'],
  ['2026-12-01', '2026-12-01', '2027-11-30'],
  ['2026-01-01', '2025-12-01', '2026-11-30'],
])('%s belongs to the year of registration from %s to %s', (day, from, until) => {
  expect(registrationYear(plainDate(day))).toEqual({ from, until });
});

const learnt = (pieces: number, piecesWithPeers: number, hours = 0) => ({
  pieces,
  piecesWithPeers,
  hours,
  hoursOfAll: hours,
});

test.each([
  ['two pieces, one with a peer', learnt(2, 1), null, '2026-06-01', 'MET'],
  ['two pieces, none with a peer', learnt(2, 0), null, '2026-06-01', 'OPEN'],
  ['one piece with a peer, before renewal', learnt(1, 1), null, '2026-08-31', 'OPEN'],
  ['one piece with a peer, from renewal on', learnt(1, 1), null, '2026-09-01', 'BEHIND'],
  ['one piece on the last day', learnt(1, 1), null, '2026-11-30', 'BEHIND'],
  ['nothing on the first day of a year', learnt(0, 0), null, '2026-12-01', 'OPEN'],
  ['two pieces but too few hours', learnt(2, 1, 14), 15, '2026-10-01', 'BEHIND'],
  ['two pieces and the hours', learnt(2, 1, 15), 15, '2026-10-01', 'MET'],
])('%s', (...row) => {
  const [, of, learningHours, on, state] = row;
  expect(learningState(of, { ...ASSUMED, learningHours }, plainDate(on))).toBe(state);
});
