import { type KnownAtArgs, knownAtOf, orFailure } from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import type { ChildRow } from '../child/child.repository.ts';
import type { ReturnInterviewEntity } from './return-interview.entity.ts';
import { recordReturnInterview, type RecordReturnInterviewInput } from './return-interview.service.ts';

/** Interviews on return, between the graph and the domain. */
export const returnInterviewResolvers = {
  Child: {
    returnInterviews: (child: ChildRow, args: KnownAtArgs, { loaders }: Context) =>
      loaders.returnInterviews.load({ child, knownAt: knownAtOf(args) }),
  },
  ReturnInterview: {
    incident: async ({ childId, missingFrom }: ReturnInterviewEntity, _args: unknown, { loaders }: Context) => {
      const child = await loaders.children.load(childId);
      const incidents = child === null ? [] : await loaders.missingIncidents.load(child);
      return incidents.find(({ startedOn }) => startedOn === missingFrom) ?? null;
    },
    offered: ({ isOffered, offeredNotKnown }: ReturnInterviewEntity) => ({
      value: isOffered,
      notKnown: offeredNotKnown,
    }),
    accepted: ({ isAccepted, acceptedNotKnown }: ReturnInterviewEntity) =>
      isAccepted === null && acceptedNotKnown === null ? null : { value: isAccepted, notKnown: acceptedNotKnown },
    recorded: (row: ReturnInterviewEntity) => row,
  },
  RecordReturnInterviewSuccess: {
    child: ({ returnInterview }: { returnInterview: ReturnInterviewEntity }, _args: unknown, { loaders }: Context) =>
      loaders.children.load(returnInterview.childId),
  },
  Mutation: {
    recordReturnInterview: (_root: unknown, { input }: { input: RecordReturnInterviewInput }, context: Context) =>
      orFailure(async () => ({
        __typename: 'RecordReturnInterviewSuccess',
        returnInterview: await recordReturnInterview(input, context),
      })),
  },
};
