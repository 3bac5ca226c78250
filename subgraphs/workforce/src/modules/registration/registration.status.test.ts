import { plainDate } from '@mainstay/primitives';
import { expect, test } from 'vitest';
import { registrationStatus } from './registration.status.ts';

const today = plainDate('2026-11-22');

test.each([
  ['REGISTERED', '2026-11-22', 'REGISTERED'],
  ['REGISTERED', '2026-11-21', 'LAPSED'],
  ['LAPSED', '2026-11-30', 'LAPSED'],
  ['SUSPENDED', '2020-11-30', 'SUSPENDED'],
  ['REMOVED', '2020-11-30', 'REMOVED'],
] as const)('recorded as %s to %s it is %s', (status, expiresOn, expected) => {
  expect(registrationStatus({ status, expiresOn: plainDate(expiresOn) }, today)).toBe(expected);
});
