import { recordLoader, type RecordLoader } from '../../record/record-loader.ts';
import type { RequestForRows } from '../rows-of-children.ts';
import type { SchoolAttendanceEntity } from './school-attendance.entity.ts';
import { schoolAttendanceStore } from './school-attendance.store.ts';

export type SchoolAttendanceLoader = RecordLoader<SchoolAttendanceEntity>;

/** A child’s attendance, the newest school year first. */
export function schoolAttendanceLoader(request: RequestForRows): SchoolAttendanceLoader {
  return recordLoader(request, schoolAttendanceStore, 'school_year DESC, term, recorded_at DESC, id');
}
