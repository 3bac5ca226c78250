import type { Context } from '../../context.ts';
import type { ChildRow } from '../child/child.repository.ts';

export const periodOfCareResolvers = {
  Child: {
    periodsOfCare: (child: ChildRow, _args: unknown, { loaders }: Context) => loaders.periodsOfCare.load(child),
  },
};
