import { recordStore } from '../../record/record-store.ts';
import { healthRegistrationEntity } from './health-registration.entity.ts';

/** Registrations with health services, on record. */
export const healthRegistrationStore = recordStore(healthRegistrationEntity, 'HEALTH');
