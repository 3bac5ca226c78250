import { daysBetween, type PlainDate } from '@mainstay/primitives';
import { BadInputError } from '@mainstay/subgraph-kit';
import { orFailure, type Correcting } from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import type { TimeDiaryRow } from './time-diary.entity.ts';
import { requireDiarist } from './time-diary.policy.ts';
import { findOwnDays } from './time-diary.repository.ts';
import { recordTimeDiary, totalOf, withdrawTimeDiary, type RecordTimeDiaryInput } from './time-diary.service.ts';

const LONGEST_TIME = 366;

/** One's own time diary, between the graph and the domain. */
export const timeDiaryResolvers = {
  Query: {
    myTimeDiaries: async (
      _root: unknown,
      { from, to }: { readonly from: PlainDate; readonly to: PlainDate },
      { viewer, db, touched }: Context,
    ): Promise<TimeDiaryRow[]> => {
      requireDiarist(viewer);
      const days = daysBetween(from, to) + 1;
      if (days < 1 || days > LONGEST_TIME) throw new BadInputError(`Ask for 1 to ${LONGEST_TIME} days.`);
      const own = (await findOwnDays(db, viewer.subject, from, to)).filter((day) => day.recordedBy === viewer.subject);
      touched.list('myTimeDiaries', [], own.length);
      return own;
    },
  },
  TimeDiary: {
    on: ({ spentOn }: TimeDiaryRow) => spentOn,
    total: totalOf,
    recorded: (day: TimeDiaryRow) => day,
  },
  Mutation: {
    recordTimeDiary: (_root: unknown, { input }: { input: RecordTimeDiaryInput }, context: Context) =>
      orFailure(async () => ({
        __typename: 'RecordTimeDiarySuccess',
        timeDiary: await recordTimeDiary(input, context),
      })),
    withdrawTimeDiary: (_root: unknown, { input }: { input: Correcting }, context: Context) =>
      orFailure(async () => {
        const row = await withdrawTimeDiary(input, context);
        return { __typename: 'StaffRecordWithdrawn', id: row.id, recorded: row };
      }),
  },
};
