import { recordStore } from '../../record/record-store.ts';
import { schoolPlaceEntity } from './school-place.entity.ts';

/** School places on record. */
export const schoolPlaceStore = recordStore(schoolPlaceEntity, 'EDUCATION');
