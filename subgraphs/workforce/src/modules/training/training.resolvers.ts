import type { PlainDate } from '@mainstay/primitives';
import { knownAtOf, orFailure, type KnownAtArgs } from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import { employerOf } from '../../record/employer-of.ts';
import type { StaffSupport } from '../support-due/support-due.loader.ts';
import { supportOfWorker } from '../support-due/support-due.service.ts';
import { workerOf, type Worker } from '../worker/worker.resolvers.ts';
import type { TrainingRow } from './training.entity.ts';
import { recordTraining, type RecordTrainingInput } from './training.service.ts';

/** How one worker's learning stands, in the graph: what `LearningYear` is made of. */
export type LearningYear = StaffSupport & { readonly learning: NonNullable<StaffSupport['learning']> };

/** Learning, between the graph and the domain. */
export const trainingResolvers = {
  Worker: {
    trainings: ({ id }: Worker, args: KnownAtArgs, { loaders }: Context) =>
      loaders.trainings.load({ workerId: id, knownAt: knownAtOf(args) }),
    learningYear: async ({ id }: Worker, { on }: { readonly on?: PlainDate | null }, context: Context) => {
      const support = await supportOfWorker(context, id, on ?? context.today);
      return support?.learning ? support : null;
    },
  },
  Training: {
    worker: ({ workerId }: TrainingRow, _args: unknown, context: Context) => workerOf(workerId, context),
    employer: employerOf,
    on: ({ doneOn }: TrainingRow) => doneOn,
    recorded: (training: TrainingRow) => training,
  },
  LearningYear: {
    worker: ({ workerId }: LearningYear, _args: unknown, context: Context) => workerOf(workerId, context),
    from: ({ learning }: LearningYear) => learning.year.from,
    until: ({ learning }: LearningYear) => learning.year.until,
    pieces: ({ learning }: LearningYear) => learning.pieces,
    piecesWithPeers: ({ learning }: LearningYear) => learning.piecesWithPeers,
    hours: ({ learning }: LearningYear) => learning.hours,
    hoursOfAll: ({ learning }: LearningYear) => learning.hoursOfAll,
    state: ({ learning }: LearningYear) => learning.state,
  },
  Mutation: {
    recordTraining: (_root: unknown, { input }: { input: RecordTrainingInput }, context: Context) =>
      orFailure(async () => ({ __typename: 'RecordTrainingSuccess', training: await recordTraining(input, context) })),
  },
};
