import { orFailure } from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import { employerOf } from '../../record/employer-of.ts';
import type { EmployerKind } from '../employment/employment.entity.ts';
import { workerOf, type Worker } from '../worker/worker.resolvers.ts';
import type { TransferRow } from './transfer.entity.ts';
import { transferStaff, type TransferStaffInput } from './transfer.service.ts';

/** Resolvers of moves of staff. */
export const transferResolvers = {
  Transfer: {
    fromEmployer: (transfer: TransferRow) => employerOf(transfer),
    toEmployer: ({ toEmployerKind, toEmployerId }: TransferRow) =>
      employerOf({ employerKind: toEmployerKind, employerId: toEmployerId }),
    on: ({ movedOn }: TransferRow) => movedOn,
    reason: ({ transferReason }: TransferRow) => transferReason,
    isGuaranteeInForce: ({ movedOn, guaranteeUntil }: TransferRow, _: unknown, { today }: Context) =>
      guaranteeUntil !== null && movedOn <= today && today <= guaranteeUntil,
    workers: async ({ workerIds }: TransferRow, _: unknown, context: Context): Promise<Worker[]> => {
      const workers = await Promise.all(workerIds.map((id) => workerOf(id, context)));
      return workers.toSorted((one, other) => (one.name ?? one.id).localeCompare(other.name ?? other.id, 'en-GB'));
    },
    recorded: (transfer: TransferRow) => transfer,
  },
  LocalAuthority: { transfers: transfersOf('local-authority') },
  Practice: { transfers: transfersOf('practice') },
  Mutation: {
    transferStaff: (_: unknown, { input }: { input: TransferStaffInput }, context: Context) =>
      orFailure(async () => ({ __typename: 'TransferStaffSuccess', transfer: await transferStaff(input, context) })),
  },
};

function transfersOf(employerKind: EmployerKind) {
  return ({ id }: { id: string }, _: unknown, { loaders }: Context) =>
    loaders.transfers.load({ employerKind, employerId: id });
}
