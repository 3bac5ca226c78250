import type { PlainDate } from '@mainstay/primitives';
import type { RegistrationRow, RegistrationStatus } from './registration.entity.ts';

/**
 * Where a registration stands on a day: one in force has lapsed once its last day is past. One recorded as lapsed, suspended
 * or removed was in force before the day from which that holds.
 */
export function registrationStatus(
  {
    status,
    statusSince,
    expiresOn,
  }: Pick<RegistrationRow, 'status' | 'expiresOn'> & Partial<Pick<RegistrationRow, 'statusSince'>>,
  day: PlainDate,
): RegistrationStatus {
  const isSince = statusSince === undefined || statusSince === null || statusSince <= day;
  if (status !== 'REGISTERED' && isSince) return status;
  return expiresOn < day ? 'LAPSED' : 'REGISTERED';
}
