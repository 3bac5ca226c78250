import { type KnownAtArgs, knownAtOf, orFailure } from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import type { ChildRow } from '../child/child.repository.ts';
import type { SafetyEventEntity } from './safety-event.entity.ts';
import { recordSafetyEvent, type RecordSafetyEventInput } from './safety-event.service.ts';

/** Harm and the risk of it, between the graph and the domain. */
export const safetyEventResolvers = {
  Child: {
    safetyEvents: (child: ChildRow, args: KnownAtArgs, { loaders }: Context) =>
      loaders.safetyEvents.load({ child, knownAt: knownAtOf(args) }),
  },
  SafetyEvent: {
    recorded: (row: SafetyEventEntity) => row,
  },
  RecordSafetyEventSuccess: {
    child: ({ safetyEvent }: { safetyEvent: SafetyEventEntity }, _args: unknown, { loaders }: Context) =>
      loaders.children.load(safetyEvent.childId),
  },
  Mutation: {
    recordSafetyEvent: (_root: unknown, { input }: { input: RecordSafetyEventInput }, context: Context) =>
      orFailure(async () => ({
        __typename: 'RecordSafetyEventSuccess',
        safetyEvent: await recordSafetyEvent(input, context),
      })),
  },
};
