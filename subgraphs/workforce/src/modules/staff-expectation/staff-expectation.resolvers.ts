import type { PlainDate } from '@mainstay/primitives';
import { orFailure } from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import { employerOf } from '../../record/employer-of.ts';
import { canReadSupportOf } from '../../record/staff-record-policy.ts';
import type { EmployerKind } from '../employment/employment.entity.ts';
import { expectationOn, type ExpectationOnDay } from './staff-expectation.on-day.ts';
import { recordStaffExpectation, type RecordStaffExpectationInput } from './staff-expectation.service.ts';

/** What employers expect, between the graph and the domain. */
export const staffExpectationResolvers = {
  LocalAuthority: { staffExpectation: staffExpectationOf('local-authority') },
  Practice: { staffExpectation: staffExpectationOf('practice') },
  StaffExpectation: {
    id: ({ id }: ExpectationOnDay) => id ?? null,
    employer: employerOf,
    from: ({ holdsFrom }: ExpectationOnDay) => holdsFrom ?? null,
    recorded: (expectation: ExpectationOnDay) => (expectation.id === undefined ? null : expectation),
  },
  Mutation: {
    recordStaffExpectation: (_root: unknown, { input }: { input: RecordStaffExpectationInput }, context: Context) =>
      orFailure(async () => ({
        __typename: 'RecordStaffExpectationSuccess',
        staffExpectation: await recordStaffExpectation(input, context),
      })),
  },
};

function staffExpectationOf(employerKind: EmployerKind) {
  return async (
    { id: employerId }: { readonly id: string },
    { on }: { readonly on?: PlainDate | null },
    { viewer, loaders, today }: Context,
  ): Promise<ExpectationOnDay | null> => {
    const employer = { employerKind, employerId };
    if (!canReadSupportOf(viewer, employer, today)) return null;
    return expectationOn(await loaders.staffExpectations.load(employer), employer, on ?? today);
  };
}
