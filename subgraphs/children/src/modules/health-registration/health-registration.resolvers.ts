import { type KnownAtArgs, knownAtOf, orFailure } from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import type { ChildRow } from '../child/child.repository.ts';
import type { HealthRegistrationEntity } from './health-registration.entity.ts';
import { recordHealthRegistration, type RecordHealthRegistrationInput } from './health-registration.service.ts';

/** Registrations with doctors, dentists and opticians, between the graph and the domain. */
export const healthRegistrationResolvers = {
  Child: {
    healthRegistrations: (child: ChildRow, args: KnownAtArgs, { loaders }: Context) =>
      loaders.healthRegistrations.load({ child, knownAt: knownAtOf(args) }),
  },
  HealthRegistration: {
    registered: ({ isRegistered, registeredNotKnown }: HealthRegistrationEntity) => ({
      value: isRegistered,
      notKnown: registeredNotKnown,
    }),
    recorded: (row: HealthRegistrationEntity) => row,
  },
  RecordHealthRegistrationSuccess: {
    child: (
      { healthRegistration }: { healthRegistration: HealthRegistrationEntity },
      _args: unknown,
      { loaders }: Context,
    ) => loaders.children.load(healthRegistration.childId),
  },
  Mutation: {
    recordHealthRegistration: (_root: unknown, { input }: { input: RecordHealthRegistrationInput }, context: Context) =>
      orFailure(async () => ({
        __typename: 'RecordHealthRegistrationSuccess',
        healthRegistration: await recordHealthRegistration(input, context),
      })),
  },
};
