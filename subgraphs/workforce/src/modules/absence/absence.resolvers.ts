import type { PlainDate } from '@mainstay/primitives';
import { knownAtOf, orFailure, type KnownAtArgs } from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import { postsWith } from '../../record/worker-in-post.ts';
import { employerOf } from '../../record/employer-of.ts';
import type { Worker } from '../worker/worker.resolvers.ts';
import { workerOf } from '../worker/worker.resolvers.ts';
import { daysLost } from './absence.days-lost.ts';
import type { AbsenceRow } from './absence.entity.ts';
import { recordAbsence, type RecordAbsenceInput } from './absence.service.ts';

interface DaysLostArgs {
  readonly from?: PlainDate | null;
  readonly until?: PlainDate | null;
}

/** Absences, between the graph and the domain. */
export const absenceResolvers = {
  Worker: {
    absences: ({ id }: Worker, args: KnownAtArgs, { loaders }: Context) =>
      loaders.absences.load({ workerId: id, knownAt: knownAtOf(args) }),
  },
  Absence: {
    worker: ({ workerId }: AbsenceRow, _args: unknown, context: Context) => workerOf(workerId, context),
    employer: employerOf,
    from: ({ startedOn }: AbsenceRow) => startedOn,
    until: ({ endedOn }: AbsenceRow) => endedOn,
    isStress: ({ cause, isStress, stressNotKnown }: AbsenceRow) =>
      cause === 'SIC' ? { value: isStress, notKnown: stressNotKnown } : null,
    daysLost: async (absence: AbsenceRow, { from, until }: DaysLostArgs, context: Context) => {
      const posts = await postsWith(context, absence, absence.workerId);
      const last = until && until < context.today ? until : context.today;
      return daysLost({ absence, posts, from: from ?? absence.startedOn, until: last });
    },
    recorded: (absence: AbsenceRow) => absence,
  },
  Mutation: {
    recordAbsence: (_root: unknown, { input }: { input: RecordAbsenceInput }, context: Context) =>
      orFailure(async () => ({ __typename: 'RecordAbsenceSuccess', absence: await recordAbsence(input, context) })),
  },
};
