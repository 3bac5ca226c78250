import { recordStore } from '../../record/record-store.ts';
import { healthEventEntity } from './health-event.entity.ts';

/** What happened to children’s health, on record. */
export const healthEventStore = recordStore(healthEventEntity, 'HEALTH');
