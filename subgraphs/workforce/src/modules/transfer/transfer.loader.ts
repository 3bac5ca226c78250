import type { Loading } from '@mainstay/subgraph-kit';
import DataLoader from 'dataloader';
import type { EmployerKey } from '../employment/employment.entity.ts';
import { canReadStaffOf } from '../employment/employment.policy.ts';
import type { TransferRow } from './transfer.entity.ts';
import { canReadTransfer } from './transfer.policy.ts';
import { findTransfers } from './transfer.repository.ts';

/** Moves of staff from and to an employer, the latest first; those the viewer may see. */
export type TransferLoader = DataLoader<EmployerKey, readonly TransferRow[], string>;

/** A loader of moves of staff for one request. */
export function createTransferLoader({ db, viewer, moment: { today }, touched }: Loading): TransferLoader {
  return new DataLoader<EmployerKey, readonly TransferRow[], string>(
    async (employers) => {
      const rows = (await findTransfers(db, employers)).filter((row) => canReadTransfer(viewer, row, today));
      touched.list('transfers', [], rows.length);
      return employers.map((employer) => {
        const { employerKind, employerId } = employer;
        if (!canReadStaffOf(viewer, employer, today)) return [];
        return rows.filter(
          (row) =>
            (row.employerKind === employerKind && row.employerId === employerId) ||
            (row.toEmployerKind === employerKind && row.toEmployerId === employerId),
        );
      });
    },
    { cacheKeyFn: ({ employerKind, employerId }) => JSON.stringify([employerKind, employerId]) },
  );
}
