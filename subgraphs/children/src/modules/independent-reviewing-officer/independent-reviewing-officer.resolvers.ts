import type { Context } from '../../context.ts';
import { mayOpenRecord } from '../child/child.parts-policy.ts';
import type { ChildRow } from '../child/child.repository.ts';
import {
  appointOfficer,
  type AppointOfficerInput,
  type AppointOfficerOutcome,
} from './independent-reviewing-officer.service.ts';

/** Reviewing officers, between the graph and the domain. */
export const independentReviewingOfficerResolvers = {
  Child: {
    independentReviewingOfficer: (child: ChildRow, _args: unknown, context: Context) => officerOf(child, context),
  },
  Mutation: {
    appointIndependentReviewingOfficer: async (
      _root: unknown,
      { input }: { input: AppointOfficerInput },
      context: Context,
    ) => appointmentResult(await appointOfficer(input, context)),
  },
};

async function officerOf(child: ChildRow, { viewer, loaders, touched }: Context): Promise<{ id: string } | null> {
  if (!mayOpenRecord(viewer, child.id)) return null;
  touched.listed(child.id);
  const officer = await loaders.reviewingOfficers.load(child.id);
  return officer && { id: officer.officerId };
}

function appointmentResult(outcome: AppointOfficerOutcome): object {
  if (outcome.kind === 'appointed') {
    return { __typename: 'AppointIndependentReviewingOfficerSuccess', children: outcome.children };
  }
  const { earliest, latest } = outcome;
  const message = 'Nobody was appointed: choose a first day within a year of today.';
  return { __typename: 'AppointmentDateError', message, earliest, latest };
}
