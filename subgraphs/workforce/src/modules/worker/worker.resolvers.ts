import { orFailure } from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import { isHeldOn } from '../employment/employment.held-on.ts';
import type { WorkerRow } from './worker.entity.ts';
import { recordWorker, type RecordWorkerInput } from './worker.service.ts';

/** A worker in the graph: a number that some record names, with what the viewer's organisation knows of it. */
export type Worker = WorkerRow | { readonly id: string; readonly name: null };

/** The worker, under the number asked for however the record writes it; nothing but the number when the viewer may see no record. */
export async function workerOf(id: string, { loaders }: Context): Promise<Worker> {
  return { ...((await loaders.worker.load(id)) ?? { name: null }), id };
}

/** Resolvers of workers. */
export const workerResolvers = {
  Query: {
    worker: (_: unknown, { id }: { id: string }, { loaders }: Context) => loaders.worker.load(id),
  },
  Worker: {
    __resolveReference: ({ id }: Worker, context: Context) => workerOf(id, context),
    recorded: (worker: Worker) => ('version' in worker ? worker : null),
    registration: ({ id }: Worker, _: unknown, { loaders }: Context) => loaders.registrationOfWorker.load(id),
    employments: ({ id }: Worker, _: unknown, { loaders }: Context) => loaders.employmentsOfWorker.load(id),
    currentEmployment: async ({ id }: Worker, _: unknown, { loaders, today }: Context) =>
      (await loaders.employmentsOfWorker.load(id)).find((employment) => isHeldOn(employment, today)) ?? null,
  },
  Mutation: {
    recordWorker: (_: unknown, { input }: { input: RecordWorkerInput }, context: Context) =>
      orFailure(async () => ({ __typename: 'RecordWorkerSuccess', worker: await recordWorker(input, context) })),
  },
};
