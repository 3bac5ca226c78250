import type { PlainDate } from '@mainstay/primitives';
import type { Context } from '../../context.ts';
import { quarterOf } from './time-use.quarter.ts';
import { timeUseOfAuthority, timeUseOfPractice } from './time-use.told.ts';

interface TimeUseArgs {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** How time was spent, between the graph and the domain. */
export const timeUseResolvers = {
  LocalAuthority: {
    timeUse: ({ id }: { readonly id: string }, { from, to }: TimeUseArgs, context: Context) =>
      timeUseOfAuthority(context, id, quarterOf(from, to)),
  },
  Practice: {
    timeUse: ({ id }: { readonly id: string }, { from, to }: TimeUseArgs, context: Context) =>
      timeUseOfPractice(context, id, quarterOf(from, to)),
  },
};
