import { recordStore } from '../../record/record-store.ts';
import { healthRegistrationEntity } from './health-registration.entity.ts';

/** Registrations with doctors, dentists and opticians on record. */
export const healthRegistrationStore = recordStore(healthRegistrationEntity, 'HEALTH');
