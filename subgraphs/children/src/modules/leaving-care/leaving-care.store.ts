import { recordStore } from '../../record/record-store.ts';
import { leavingCareEntity } from './leaving-care.entity.ts';

/** How young people are after care, on record. */
export const leavingCareStore = recordStore(leavingCareEntity, 'LEAVING_CARE');
