import { recordLoader, type RecordLoader } from '../../record/record-loader.ts';
import type { RequestForRows } from '../rows-of-children.ts';
import type { HealthRegistrationEntity } from './health-registration.entity.ts';
import { healthRegistrationStore } from './health-registration.store.ts';

export type HealthRegistrationLoader = RecordLoader<HealthRegistrationEntity>;

/** A child’s registrations with health services, newest first. */
export function healthRegistrationLoader(request: RequestForRows): HealthRegistrationLoader {
  return recordLoader(request, healthRegistrationStore, 'as_of DESC, recorded_at DESC, id');
}
