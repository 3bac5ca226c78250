import { recordLoader, type RecordLoader } from '../../record/record-loader.ts';
import type { RequestForRows } from '../rows-of-children.ts';
import type { SafetyEventEntity } from './safety-event.entity.ts';
import { safetyEventStore } from './safety-event.store.ts';

export type SafetyEventLoader = RecordLoader<SafetyEventEntity>;

/** Harm, the risk of it and what was done of a child, newest first. */
export function safetyEventLoader(request: RequestForRows): SafetyEventLoader {
  return recordLoader(request, safetyEventStore, 'happened_on DESC, recorded_at DESC, id');
}
