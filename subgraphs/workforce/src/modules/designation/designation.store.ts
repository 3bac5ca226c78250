import { staffStore } from '../../record/staff-store.ts';
import { DesignationEntity } from './designation.entity.ts';

/** Designations on record. */
export const designationStore = staffStore(DesignationEntity);
