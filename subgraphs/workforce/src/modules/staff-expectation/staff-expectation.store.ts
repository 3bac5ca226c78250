import { staffStore } from '../../record/staff-store.ts';
import { StaffExpectationEntity } from './staff-expectation.entity.ts';

/** What employers expect for their workers, on record. */
export const staffExpectationStore = staffStore(StaffExpectationEntity);
