import { staffStore } from '../../record/staff-store.ts';
import { SupervisionEntity } from './supervision.entity.ts';

/** Sessions of supervision on record. */
export const supervisionStore = staffStore(SupervisionEntity);
