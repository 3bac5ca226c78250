import type { PlainDate } from '@mainstay/primitives';
import type { RegistrationRow, RegistrationStatus } from './registration.entity.ts';

/** Where a registration stands on `today`: one recorded as in force has lapsed once its last day is past. */
export function registrationStatus(
  registration: Pick<RegistrationRow, 'status' | 'expiresOn'>,
  today: PlainDate,
): RegistrationStatus {
  return registration.status === 'REGISTERED' && registration.expiresOn < today ? 'LAPSED' : registration.status;
}
