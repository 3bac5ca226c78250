import { plainDate } from '@mainstay/primitives';
import { expect, test } from 'vitest';
import { momentAt } from '../../testing/contracts-world.ts';
import { contractStatus } from './contract.status.ts';

const startsOn = plainDate('2025-04-01');
const endsOn = plainDate('2026-03-31');
const leapDay = plainDate('2028-02-29');

test.each([
  ['2025-03-31T22:59:59Z', endsOn, 'AGREED'],
  ['2025-03-31T23:00:00Z', endsOn, 'LIVE'],
  ['2026-03-31T22:59:59Z', endsOn, 'LIVE'],
  ['2026-03-31T23:00:00Z', endsOn, 'ENDED'],
  ['2028-02-29T23:59:59Z', leapDay, 'LIVE'],
  ['2028-03-01T00:00:00Z', leapDay, 'ENDED'],
  ['2099-01-01T00:00:00Z', null, 'LIVE'],
] as const)('at %s a contract that ends on %s is %s', (instant, end, status) => {
  expect(contractStatus({ startsOn, endsOn: end, endedAt: null }, momentAt(instant))).toBe(status);
});

test.each([
  ['2026-03-31T13:59:59.999Z', 'LIVE'],
  ['2026-03-31T14:00:00.000Z', 'ENDED'],
])('at %s a contract ended with immediate effect is %s', (instant, status) => {
  const endedAt = new Date('2026-03-31T14:00:00Z');
  expect(contractStatus({ startsOn, endsOn, endedAt }, momentAt(instant))).toBe(status);
});
