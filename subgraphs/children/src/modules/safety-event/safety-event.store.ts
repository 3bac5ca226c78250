import { recordStore } from '../../record/record-store.ts';
import { safetyEventEntity } from './safety-event.entity.ts';

/** Harm, the risk of it and what was done on record. */
export const safetyEventStore = recordStore(safetyEventEntity, 'SAFETY');
