import { recordStore } from '../../record/record-store.ts';
import { specialEducationalNeedEntity } from './special-educational-need.entity.ts';

/** Special educational needs on record. */
export const specialEducationalNeedStore = recordStore(specialEducationalNeedEntity, 'EDUCATION');
