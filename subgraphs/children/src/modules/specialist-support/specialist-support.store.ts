import { recordStore } from '../../record/record-store.ts';
import { specialistSupportEntity } from './specialist-support.entity.ts';

/** Specialist support asked for, on record. */
export const specialistSupportStore = recordStore(specialistSupportEntity, 'SAFETY');
