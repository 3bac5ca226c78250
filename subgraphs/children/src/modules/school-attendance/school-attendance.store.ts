import { recordStore } from '../../record/record-store.ts';
import { schoolAttendanceEntity } from './school-attendance.entity.ts';

/** Attendance on record. */
export const schoolAttendanceStore = recordStore(schoolAttendanceEntity, 'EDUCATION');
