import { recordStore } from '../../record/record-store.ts';
import { attainmentEntity } from './attainment.entity.ts';

/** Results and starting points on record. */
export const attainmentStore = recordStore(attainmentEntity, 'EDUCATION');
