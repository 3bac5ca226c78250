import type { PlainDate } from '@mainstay/primitives';
import { knownAtOf, orFailure, type KnownAtArgs } from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import { employerOf } from '../../record/employer-of.ts';
import type { StaffSupport } from '../support-due/support-due.loader.ts';
import { supportOfWorker } from '../support-due/support-due.service.ts';
import { workerOf, type Worker } from '../worker/worker.resolvers.ts';
import type { SupervisionRow } from './supervision.entity.ts';
import { recordSupervision, type RecordSupervisionInput } from './supervision.service.ts';

/** How one worker's supervision stands, in the graph: what `SupervisionDue` is made of. */
export type SupervisionDue = StaffSupport & { readonly supervision: NonNullable<StaffSupport['supervision']> };

/** Sessions of supervision and what is due, between the graph and the domain. */
export const supervisionResolvers = {
  Worker: {
    supervisions: ({ id }: Worker, args: KnownAtArgs, { loaders }: Context) =>
      loaders.supervisions.load({ workerId: id, knownAt: knownAtOf(args) }),
    supervisionDue: async ({ id }: Worker, { on }: { readonly on?: PlainDate | null }, context: Context) => {
      const support = await supportOfWorker(context, id, on ?? context.today);
      return support?.supervision ? support : null;
    },
  },
  Supervision: {
    worker: ({ workerId }: SupervisionRow, _args: unknown, context: Context) => workerOf(workerId, context),
    employer: employerOf,
    on: ({ heldOn }: SupervisionRow) => heldOn,
    by: ({ ledBy }: SupervisionRow) => ledBy,
    supervisor: ({ supervisorId }: SupervisionRow, _args: unknown, context: Context) =>
      supervisorId === null ? null : workerOf(supervisorId, context),
    discussedCases: ({ isHeld, didDiscussCases, discussedCasesNotKnown }: SupervisionRow) =>
      isHeld ? { value: didDiscussCases, notKnown: discussedCasesNotKnown } : null,
    recorded: (supervision: SupervisionRow) => supervision,
  },
  SupervisionDue: {
    worker: ({ workerId }: SupervisionDue, _args: unknown, context: Context) => workerOf(workerId, context),
    employer: employerOf,
    dueOn: ({ supervision }: SupervisionDue) => supervision.dueOn,
    expectedDays: ({ supervision }: SupervisionDue) => supervision.expectedDays,
    state: ({ supervision }: SupervisionDue) => supervision.state,
    daysOverdue: ({ supervision }: SupervisionDue) => supervision.daysOverdue,
  },
  Mutation: {
    recordSupervision: (_root: unknown, { input }: { input: RecordSupervisionInput }, context: Context) =>
      orFailure(async () => ({
        __typename: 'RecordSupervisionSuccess',
        supervision: await recordSupervision(input, context),
      })),
  },
};
