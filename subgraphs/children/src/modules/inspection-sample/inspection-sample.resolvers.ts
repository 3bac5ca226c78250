import type { Context } from '../../context.ts';
import { removeFromSample, sampleChildren, sampleOf, type SampleChildrenInput } from './inspection-sample.service.ts';

/** Samples of inspections, between the graph and the domain. */
export const inspectionSampleResolvers = {
  Inspection: {
    __resolveReference: ({ id }: { id: string }) => ({ id }),
    sample: ({ id }: { id: string }, _args: unknown, context: Context) => sampleOf(id, context),
  },
  Mutation: {
    sampleChildren: (_root: unknown, { input }: { input: SampleChildrenInput }, context: Context) =>
      sampleChildren(input, context),
    removeFromSample: (_root: unknown, { input }: { input: SampleChildrenInput }, context: Context) =>
      removeFromSample(input, context),
  },
};
