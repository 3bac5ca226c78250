import { NotFoundError } from '@mainstay/subgraph-kit';
import { type Correcting, orFailure } from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import { kindOfRecord } from '../../record/record-store.ts';
import { requireRecorder, withdrawRecord } from '../../record/save-record.ts';
import { recordStores } from '../record-stores.ts';

export const recordResolvers = {
  Mutation: {
    withdrawRecord: (_root: unknown, { input }: { input: Correcting }, context: Context) =>
      orFailure(async () => {
        requireRecorder(context.viewer);
        const store = recordStores().get(kindOfRecord(input.id));
        if (!store) throw new NotFoundError('There is no such entry.');
        const row = await withdrawRecord(context, store, input);
        return { __typename: 'RecordWithdrawn', id: row.id, recorded: row };
      }),
  },
};
