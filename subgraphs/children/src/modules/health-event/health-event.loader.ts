import { recordLoader, type RecordLoader } from '../../record/record-loader.ts';
import type { RequestForRows } from '../rows-of-children.ts';
import type { HealthEventEntity } from './health-event.entity.ts';
import { healthEventStore } from './health-event.store.ts';

export type HealthEventLoader = RecordLoader<HealthEventEntity>;

/** What happened to a child’s health, newest first. */
export function healthEventLoader(request: RequestForRows): HealthEventLoader {
  return recordLoader(request, healthEventStore, 'happened_on DESC, recorded_at DESC, id');
}
