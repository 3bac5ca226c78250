import { recordStore } from '../../record/record-store.ts';
import { schoolAttendanceEntity } from './school-attendance.entity.ts';

/** Attendance by term on record. */
export const schoolAttendanceStore = recordStore(schoolAttendanceEntity, 'EDUCATION');
