import { recordStore } from '../../record/record-store.ts';
import { placementMatchEntity } from './placement-match.entity.ts';

/** Matches of placements on record. */
export const placementMatchStore = recordStore(placementMatchEntity, 'PLACEMENTS');
