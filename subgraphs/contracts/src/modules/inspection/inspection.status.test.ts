import { plainDate } from '@mainstay/primitives';
import { expect, test } from 'vitest';
import { momentAt } from '../../testing/contracts-world.ts';
import { inspectionStatus } from './inspection.status.ts';

const days = { fromDay: plainDate('2026-03-29'), toDay: plainDate('2026-10-25'), closedAt: null };

test.each([
  ['2026-03-28T23:59:59.999Z', 'AGREED'],
  ['2026-03-29T00:00:00.000Z', 'OPEN'],
  ['2026-10-25T23:59:59.999Z', 'OPEN'],
  ['2026-10-26T00:00:00.000Z', 'CLOSED'],
])('at %s an inspection from one change of the clock to the other is %s', (instant, status) => {
  expect(inspectionStatus(days, momentAt(instant).today)).toBe(status);
});

test.each(['2026-03-01', '2026-03-29', '2026-12-01'])('on %s one that the authority closed is closed', (day) => {
  expect(inspectionStatus({ ...days, closedAt: new Date('2026-04-01T12:00:00Z') }, plainDate(day))).toBe('CLOSED');
});

test('one of a leap day is open on it', () => {
  const leapDay = plainDate('2028-02-29');
  const inspection = { fromDay: leapDay, toDay: leapDay, closedAt: null };
  expect(['2028-02-28', '2028-02-29', '2028-03-01'].map((day) => inspectionStatus(inspection, plainDate(day)))).toEqual(
    ['AGREED', 'OPEN', 'CLOSED'],
  );
});
