import type { Context } from '../../context.ts';
import type { ChildRow } from '../child/child.repository.ts';
import { orHistoryFailure } from '../return-change/return-change.failure.ts';
import { endCare, type EndCareInput } from './period-of-care.service.ts';
import { startCare, type StartCareInput } from './period-of-care.start.ts';

export const periodOfCareResolvers = {
  Child: {
    periodsOfCare: (child: ChildRow, _args: unknown, { loaders }: Context) => loaders.periodsOfCare.load(child),
  },
  Mutation: {
    startCare: (_root: unknown, { input }: { input: StartCareInput }, context: Context) =>
      orHistoryFailure(context, () => startCare(input, context)),
    endCare: (_root: unknown, { input }: { input: EndCareInput }, context: Context) =>
      orHistoryFailure(context, () => endCare(input, context)),
  },
};
