import { plainDate } from '@mainstay/primitives';
import { expect, test } from 'vitest';
import { contractStatus } from './contract.status.ts';

const startsOn = plainDate('2025-04-01');
const endsOn = plainDate('2026-03-31');

test.each([
  ['2025-03-31', endsOn, 'AGREED'],
  ['2025-04-01', endsOn, 'LIVE'],
  ['2026-03-31', endsOn, 'LIVE'],
  ['2026-04-01', endsOn, 'ENDED'],
  ['2099-01-01', null, 'LIVE'],
] as const)('on %s a contract that ends on %s is %s', (today, end, status) => {
  expect(contractStatus({ startsOn, endsOn: end }, plainDate(today))).toBe(status);
});
