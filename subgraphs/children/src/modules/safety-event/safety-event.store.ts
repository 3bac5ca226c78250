import { recordStore } from '../../record/record-store.ts';
import { safetyEventEntity } from './safety-event.entity.ts';

/** Harm and the risk of it, on record. */
export const safetyEventStore = recordStore(safetyEventEntity, 'SAFETY');
