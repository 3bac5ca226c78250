import { recordLoader, type RecordLoader } from '../../record/record-loader.ts';
import type { RequestForRows } from '../rows-of-children.ts';
import type { SafetyEventEntity } from './safety-event.entity.ts';
import { safetyEventStore } from './safety-event.store.ts';

export type SafetyEventLoader = RecordLoader<SafetyEventEntity>;

/** Harm to a child and the risk of it, newest first. */
export function safetyEventLoader(request: RequestForRows): SafetyEventLoader {
  return recordLoader(request, safetyEventStore, 'happened_on DESC, recorded_at DESC, id');
}
