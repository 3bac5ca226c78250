import { recordStore } from '../../record/record-store.ts';
import { specialEducationalNeedEntity } from './special-educational-need.entity.ts';

/** Special educational needs and provision on record. */
export const specialEducationalNeedStore = recordStore(specialEducationalNeedEntity, 'EDUCATION');
