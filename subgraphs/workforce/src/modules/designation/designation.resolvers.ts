import type { PlainDate } from '@mainstay/primitives';
import { orFailure } from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import type { EmployerKind } from '../employment/employment.entity.ts';
import { isHeldOn } from '../employment/employment.held-on.ts';
import { workerOf } from '../worker/worker.resolvers.ts';
import type { DesignationRow } from './designation.entity.ts';
import { recordDesignation, type RecordDesignationInput } from './designation.service.ts';

/** Resolvers of designations. */
export const designationResolvers = {
  Designation: {
    worker: ({ workerId }: DesignationRow, _: unknown, context: Context) => workerOf(workerId, context),
    from: ({ startsOn }: DesignationRow) => startsOn,
    until: ({ endsOn }: DesignationRow) => endsOn,
    recorded: (designation: DesignationRow) => designation,
  },
  LocalAuthority: { designations: designationsOf('local-authority') },
  Practice: { designations: designationsOf('practice') },
  Mutation: {
    recordDesignation: (_: unknown, { input }: { input: RecordDesignationInput }, context: Context) =>
      orFailure(async () => ({
        __typename: 'RecordDesignationSuccess',
        designation: await recordDesignation(input, context),
      })),
  },
};

function designationsOf(employerKind: EmployerKind) {
  return async ({ id }: { id: string }, { on }: { on?: PlainDate | null }, { loaders }: Context) => {
    const designations = await loaders.designations.load({ employerKind, employerId: id });
    if (!on) return designations;
    return designations.filter(({ startsOn, endsOn }) => isHeldOn({ startedOn: startsOn, endedOn: endsOn }, on));
  };
}
