import { staffStore } from '../../record/staff-store.ts';
import { EmploymentEntity } from './employment.entity.ts';

/** Employments on record. */
export const employmentStore = staffStore(EmploymentEntity);
