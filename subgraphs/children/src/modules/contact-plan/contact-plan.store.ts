import { recordStore } from '../../record/record-store.ts';
import { contactPlanEntity } from './contact-plan.entity.ts';

/** Contact planned and barred, on record. */
export const contactPlanStore = recordStore(contactPlanEntity, 'CONTACT');
