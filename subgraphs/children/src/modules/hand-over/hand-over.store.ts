import { recordStore } from '../../record/record-store.ts';
import { handOverEntity } from './hand-over.entity.ts';

/** Hand-overs on record. */
export const handOverStore = recordStore(handOverEntity, 'SOCIAL_WORKERS');
