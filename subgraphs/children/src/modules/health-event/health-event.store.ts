import { recordStore } from '../../record/record-store.ts';
import { healthEventEntity } from './health-event.entity.ts';

/** Assessments, checks, visits and what was found on record. */
export const healthEventStore = recordStore(healthEventEntity, 'HEALTH');
