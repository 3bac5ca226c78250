import { daysBetween } from '@mainstay/primitives';
import { BadInputError } from '@mainstay/subgraph-kit';
import { orFailure } from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import type { EmployerKind } from '../employment/employment.entity.ts';
import { workerOf } from '../worker/worker.resolvers.ts';
import type { RegistrationRow } from './registration.entity.ts';
import { recordRegistration, type RecordRegistrationInput } from './registration.service.ts';
import { registrationStatus } from './registration.status.ts';

const LONGEST_DAYS = 400;

/** Resolvers of registrations. */
export const registrationResolvers = {
  Registration: {
    number: (registration: RegistrationRow) => registration.workerId,
    worker: ({ workerId }: RegistrationRow, _: unknown, context: Context) => workerOf(workerId, context),
    status: (registration: RegistrationRow, _: unknown, { today }: Context) => registrationStatus(registration, today),
    daysLeft: ({ expiresOn }: RegistrationRow, _: unknown, { today }: Context) => daysBetween(today, expiresOn),
    recorded: (registration: RegistrationRow) => registration,
  },
  LocalAuthority: { registrationsExpiring: expiringOf('local-authority') },
  Practice: { registrationsExpiring: expiringOf('practice') },
  Mutation: {
    recordRegistration: (_: unknown, { input }: { input: RecordRegistrationInput }, context: Context) =>
      orFailure(async () => ({
        __typename: 'RecordRegistrationSuccess',
        registration: await recordRegistration(input, context),
      })),
  },
};

function expiringOf(employerKind: EmployerKind) {
  return ({ id }: { id: string }, { within }: { within: number }, { loaders }: Context) => {
    if (within < 0 || within > LONGEST_DAYS) throw new BadInputError(`Ask for 0 to ${LONGEST_DAYS} days.`);
    return loaders.registrationsExpiring.load({ employerKind, employerId: id, within });
  };
}
