import { recordStore } from '../../record/record-store.ts';
import { placementArrangementEntity } from './placement-arrangement.entity.ts';

/** Arrangements of placements on record. */
export const placementArrangementStore = recordStore(placementArrangementEntity, 'PLACEMENTS');
