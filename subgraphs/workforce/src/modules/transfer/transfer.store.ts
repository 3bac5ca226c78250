import { staffStore } from '../../record/staff-store.ts';
import { TransferEntity } from './transfer.entity.ts';

/** Moves of staff on record. */
export const transferStore = staffStore(TransferEntity);
