import { type KnownAtArgs, knownAtOf, orFailure } from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import type { ChildRow } from '../child/child.repository.ts';
import type { VisitEntity } from './visit.entity.ts';
import { recordVisit, type RecordVisitInput } from './visit.service.ts';

/** Visits, between the graph and the domain. */
export const visitResolvers = {
  Child: {
    visits: (child: ChildRow, args: KnownAtArgs, { loaders }: Context) =>
      loaders.visits.load({ child, knownAt: knownAtOf(args) }),
  },
  Visit: {
    worker: ({ workerId }: VisitEntity) => (workerId === null ? null : { id: workerId }),
    seenAlone: ({ isSeen, isSeenAlone, seenAloneNotKnown }: VisitEntity) =>
      isSeen ? { value: isSeenAlone, notKnown: seenAloneNotKnown } : null,
    recorded: (visit: VisitEntity) => visit,
  },
  RecordVisitSuccess: {
    child: ({ visit }: { visit: VisitEntity }, _args: unknown, { loaders }: Context) =>
      loaders.children.load(visit.childId),
  },
  Mutation: {
    recordVisit: (_root: unknown, { input }: { input: RecordVisitInput }, context: Context) =>
      orFailure(async () => ({ __typename: 'RecordVisitSuccess', visit: await recordVisit(input, context) })),
  },
};
