import { plainDate } from '@mainstay/primitives';
import { expect, test } from 'vitest';
import { oc3Of, type Update } from './leaving-care.oc3.ts';

const YEAR = 2026;
/** 19 on 15 July 2025: told of 15 April to 15 August. */
const NINETEEN = '2006-07-15';

const update = (asOf: string, parts: Partial<Update> = {}): Update => ({
  asOf: plainDate(asOf),
  eligibility: 'FORMER_RELEVANT',
  inTouch: 'YES',
  activity: 'F2',
  accommodation: 'U1',
  ...parts,
});
const rowOf = (born: string, ...updates: Update[]) => {
  const row = oc3Of(plainDate(born), updates, YEAR);
  return row && [row.IN_TOUCH, row.ACTIV, row.ACCOM];
};

test.each([
  ['the day itself', '2025-07-15', ['YES', 'F2', 'U1']],
  ['three months before', '2025-04-15', ['YES', 'F2', 'U1']],
  ['a day earlier', '2025-04-14', ['NO', '0', '0']],
  ['a month after', '2025-08-15', ['YES', 'F2', 'U1']],
])('an update on %s of the birthday', (_, asOf, expected) => {
  expect(rowOf(NINETEEN, update(asOf))).toEqual(expected);
});

test('an update after the time around the birthday tells nothing of it', () => {
  expect(rowOf(NINETEEN, update('2025-08-16'))).toBeNull();
});

test.each(['ELIGIBLE', 'QUALIFYING'] as const)('what is said of one who is %s is no part of it', (eligibility) => {
  expect(rowOf(NINETEEN, update('2025-07-15', { eligibility }))).toBeNull();
});

test('nothing on record is no answer', () => {
  expect(rowOf(NINETEEN)).toBeNull();
});

test('the update nearest to the birthday tells, the later of two as near', () => {
  const before = update('2025-07-05', { activity: 'G5' });
  expect(rowOf(NINETEEN, before, update('2025-07-25'), update('2025-05-01'))).toEqual(['YES', 'F2', 'U1']);
  expect(rowOf(NINETEEN, before, update('2025-07-26'))).toEqual(['YES', 'G5', 'U1']);
});

test.each([
  ['17 on 31 March', '2009-03-31', '2026-03-31', true],
  ['16 on 31 March', '2009-04-01', '2026-03-31', false],
  ['21', '2004-04-01', '2025-04-01', true],
  ['22, in touch in the year', '2003-07-15', '2026-02-01', true],
  ['22, not in the year', '2003-07-15', '2025-03-31', false],
  ['25', '2000-07-15', '2026-02-01', true],
  ['26', '1999-07-15', '2026-02-01', false],
])('a row for somebody of %s', (_, born, asOf, expected) => {
  expect(rowOf(born, update(asOf)) !== null).toBe(expected);
});

test('whoever refuses contact at 22 has no row', () => {
  expect(rowOf('2003-07-15', update('2026-02-01', { inTouch: 'REFU' }))).toBeNull();
});

test('somebody born on 29 February has the birthday on 1 March', () => {
  expect(rowOf('2008-02-29', update('2026-04-01'))).toEqual(['YES', 'F2', 'U1']);
  expect(rowOf('2008-02-29', update('2026-04-02'))).toBeNull();
});

test('three months before 31 May is the last day of February', () => {
  expect(rowOf('2006-05-31', update('2025-02-28'))).toEqual(['YES', 'F2', 'U1']);
  expect(rowOf('2006-05-31', update('2025-02-27'))).toEqual(['NO', '0', '0']);
});

test.each([
  ['DIED', ['DIED', '0', '0']],
  ['RHOM', ['RHOM', '0', '0']],
  ['REFU', ['REFU', '0', '0']],
  ['NREQ', ['NREQ', '0', '0']],
  ['NO', ['NO', '0', '0']],
])('%s, recorded long before, is told so', (inTouch, expected) => {
  const long = update('2024-01-01', { inTouch, activity: null, accommodation: null });
  expect(rowOf(NINETEEN, long)).toEqual(expected);
});

test('not in touch, what others know is told; in touch, what is not known is left blank', () => {
  const notInTouch = update('2025-07-01', { inTouch: 'NO', accommodation: null });
  expect(rowOf(NINETEEN, notInTouch)).toEqual(['NO', 'F2', '0']);
  expect(rowOf(NINETEEN, update('2025-07-01', { activity: null }))).toEqual(['YES', '', 'U1']);
});
