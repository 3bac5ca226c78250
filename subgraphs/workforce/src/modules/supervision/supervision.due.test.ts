import { plainDate } from '@mainstay/primitives';
import { describe, expect, test } from 'vitest';
import { ASSUMED } from '../staff-expectation/staff-expectation.on-day.ts';
import { supervisionStanding, type SupervisionFacts } from './supervision.due.ts';

const facts = (parts: Partial<SupervisionFacts> = {}): SupervisionFacts => ({
  on: plainDate('2026-06-01'),
  since: plainDate('2020-01-01'),
  knownSince: null,
  lastHeldOn: plainDate('2026-05-01'),
  expected: ASSUMED,
  away: [],
  ...parts,
});
const away = (from: string, until: string | null) => ({
  from: plainDate(from),
  until: until === null ? null : plainDate(until),
});

describe('supervision every 28 days', () => {
  test.each([
    ['three weeks after the last', '2026-05-20', '2026-05-29', 'DONE', 0],
    ['a week before the next', '2026-05-22', '2026-05-29', 'DUE', 0],
    ['on the day', '2026-05-29', '2026-05-29', 'DUE', 0],
    ['the day after', '2026-05-30', '2026-05-29', 'OVERDUE', 1],
    ['a month later', '2026-06-28', '2026-05-29', 'OVERDUE', 30],
  ])('%s', (...row) => {
    const [, on, dueOn, state, daysOverdue] = row;
    expect(supervisionStanding(facts({ on: plainDate(on) }))).toEqual({ dueOn, state, daysOverdue, expectedDays: 28 });
  });

  test('of somebody a census told of is not overdue since a start of which nobody could record anything', () => {
    const known = facts({ knownSince: plainDate('2026-05-20') });
    expect(supervisionStanding({ ...known, lastHeldOn: null })).toMatchObject({ dueOn: '2026-06-17', state: 'DONE' });
    expect(supervisionStanding(known)).toMatchObject({ dueOn: '2026-05-29', state: 'OVERDUE' });
  });

  test('counts from the start for somebody who was never supervised', () => {
    const standing = supervisionStanding(facts({ since: plainDate('2026-05-20'), lastHeldOn: null }));
    expect(standing).toMatchObject({ dueOn: '2026-06-17', state: 'DONE' });
  });

  test('is every fortnight in the first year where the employer says so', () => {
    const expected = { ...ASSUMED, firstYearSupervisionDays: 14 };
    const first = supervisionStanding(facts({ since: plainDate('2026-01-01'), expected }));
    expect(first).toMatchObject({ expectedDays: 14, dueOn: '2026-05-15', state: 'OVERDUE', daysOverdue: 17 });
    expect(supervisionStanding(facts({ expected }))).toMatchObject({ expectedDays: 28 });
  });
});

describe('a long absence', () => {
  test('pauses supervision while it lasts', () => {
    const standing = supervisionStanding(facts({ on: plainDate('2026-09-01'), away: [away('2026-05-11', null)] }));
    expect(standing).toMatchObject({ state: 'PAUSED', daysOverdue: 0 });
  });

  test('moves the next by its days once it is over', () => {
    const standing = supervisionStanding(
      facts({ on: plainDate('2026-09-01'), away: [away('2026-05-11', '2026-08-31')] }),
    );
    expect(standing).toMatchObject({ dueOn: '2026-09-19', state: 'DONE' });
  });

  test('that began when the next was overdue already moves nothing, but pauses', () => {
    const one = away('2026-06-10', '2026-07-31');
    expect(supervisionStanding(facts({ on: plainDate('2026-08-01'), away: [one] }))).toMatchObject({
      dueOn: '2026-05-29',
      state: 'OVERDUE',
    });
    expect(supervisionStanding(facts({ on: plainDate('2026-07-31'), away: [one] })).state).toBe('PAUSED');
  });

  test('that was over before the last supervision moves nothing', () => {
    const standing = supervisionStanding(facts({ away: [away('2026-01-01', '2026-04-30')] }));
    expect(standing).toMatchObject({ dueOn: '2026-05-29', state: 'OVERDUE' });
  });

  test('of a day less than long moves nothing', () => {
    const standing = supervisionStanding(facts({ away: [away('2026-05-02', '2026-05-28')] }));
    expect(standing).toMatchObject({ dueOn: '2026-05-29', state: 'OVERDUE' });
  });
});
