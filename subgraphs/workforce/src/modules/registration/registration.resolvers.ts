import type { Context } from '../../context.ts';
import type { RegistrationRow } from './registration.entity.ts';
import { registrationStatus } from './registration.status.ts';

/** Resolvers of registrations. */
export const registrationResolvers = {
  Registration: {
    number: (registration: RegistrationRow) => registration.workerId,
    status: (registration: RegistrationRow, _: unknown, { today }: Context) => registrationStatus(registration, today),
  },
};
