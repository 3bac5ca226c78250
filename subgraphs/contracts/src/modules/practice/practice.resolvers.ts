import type { Context } from '../../context.ts';
import type { PracticeRow } from './practice.entity.ts';
import { canReadPractice } from './practice.policy.ts';
import { findPractices } from './practice.repository.ts';

/** Resolvers of practices. */
export const practiceResolvers = {
  Query: {
    practice: (_: unknown, { id }: { id: string }, { loaders }: Context) => loaders.practice.load(id),
    practices: async (_: unknown, _args: unknown, { db, viewer, moment, touched }: Context) => {
      const practices = (await findPractices(db)).filter((practice) => canReadPractice(viewer, practice, moment));
      touched.list('practices', [], practices.length);
      return practices;
    },
  },
  Practice: {
    __resolveReference: ({ id }: { id: string }, { loaders }: Context) => loaders.practice.load(id),
    contracts: (practice: PracticeRow, _: unknown, { loaders }: Context) =>
      loaders.contractsOfPractice.load(practice.id),
  },
};
