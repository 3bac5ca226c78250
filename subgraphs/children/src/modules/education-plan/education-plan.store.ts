import { recordStore } from '../../record/record-store.ts';
import { educationPlanEntity } from './education-plan.entity.ts';

/** Personal education plans on record. */
export const educationPlanStore = recordStore(educationPlanEntity, 'EDUCATION');
