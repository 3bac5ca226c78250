import { type KnownAtArgs, knownAtOf, orFailure } from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import type { ChildRow } from '../child/child.repository.ts';
import { optionalCodeIn } from '../code.ts';
import type { HealthEventEntity } from './health-event.entity.ts';
import { sdqChange } from './health-event.last.ts';
import { recordHealthEvent, type RecordHealthEventInput } from './health-event.service.ts';

/** What happens to a child’s health, between the graph and the domain. */
export const healthEventResolvers = {
  Child: {
    healthEvents: (child: ChildRow, args: KnownAtArgs, { loaders }: Context) =>
      loaders.healthEvents.load({ child, knownAt: knownAtOf(args) }),
    sdqChange: async (child: ChildRow, _args: unknown, { loaders }: Context) =>
      sdqChange(await loaders.healthEvents.load({ child, knownAt: null })),
  },
  HealthEvent: {
    upToDate: ({ isUpToDate, upToDateNotKnown }: HealthEventEntity) =>
      isUpToDate === null && upToDateNotKnown === null ? null : { value: isUpToDate, notKnown: upToDateNotKnown },
    sdqReason: ({ sdqReason }: HealthEventEntity) => optionalCodeIn('SDQ_REASON', sdqReason),
    substanceMisuse: ({ isMisusing, substanceMisuseNotKnown }: HealthEventEntity) =>
      isMisusing === null && substanceMisuseNotKnown === null
        ? null
        : { value: isMisusing, notKnown: substanceMisuseNotKnown },
    recorded: (row: HealthEventEntity) => row,
  },
  RecordHealthEventSuccess: {
    child: ({ healthEvent }: { healthEvent: HealthEventEntity }, _args: unknown, { loaders }: Context) =>
      loaders.children.load(healthEvent.childId),
  },
  Mutation: {
    recordHealthEvent: (_root: unknown, { input }: { input: RecordHealthEventInput }, context: Context) =>
      orFailure(async () => ({
        __typename: 'RecordHealthEventSuccess',
        healthEvent: await recordHealthEvent(input, context),
      })),
  },
};
