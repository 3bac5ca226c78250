import { NotFoundError } from '@mainstay/subgraph-kit';
import { orFailure, type Correcting } from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import { requireStaffRecorder } from '../../record/staff-recorder.ts';
import { withdrawStaffRecord } from '../../record/save-staff-record.ts';
import { kindOfStaffRecord } from '../../record/staff-store.ts';
import { staffRecordStores } from '../staff-record-stores.ts';

/** Taking back what was recorded about staff. */
export const recordResolvers = {
  Mutation: {
    withdrawStaffRecord: (_root: unknown, { input }: { input: Correcting }, context: Context) =>
      orFailure(async () => {
        requireStaffRecorder(context.viewer);
        const store = staffRecordStores().get(kindOfStaffRecord(input.id));
        if (!store) throw new NotFoundError('There is no such entry.');
        const row = await withdrawStaffRecord(context, store, input);
        return { __typename: 'StaffRecordWithdrawn', id: row.id, recorded: row };
      }),
  },
};
