import { EntitySchema } from 'typeorm';
import { recordedColumns, recordedKeys, type RecordedRow } from '../../record/recorded-row.ts';

/** A term of the school year: `SchoolTerm` of the graph. */
export type SchoolTerm = 'AUTUMN' | 'SPRING' | 'SUMMER';

/** How much a child was at school in one term. A session is half a school day. */
export interface SchoolAttendanceEntity extends RecordedRow {
  /** The school year by the year in which it begins: 2025 is September 2025 to August 2026. */
  schoolYear: number;
  /** The term. */
  term: SchoolTerm;
  /** Sessions the school was open to the child. */
  sessionsPossible: number;
  /** Sessions the child was there. */
  sessionsAttended: number;
  /** Sessions the child was away without leave. */
  sessionsUnauthorised: number;
}

export const schoolAttendanceEntity = new EntitySchema<SchoolAttendanceEntity>({
  name: 'SchoolAttendance',
  tableName: 'school_attendance',
  columns: {
    ...recordedColumns('school_attendance'),
    schoolYear: { name: 'school_year', type: 'integer' },
    term: { name: 'term', type: 'text' },
    sessionsPossible: { name: 'sessions_possible', type: 'integer' },
    sessionsAttended: { name: 'sessions_attended', type: 'integer' },
    sessionsUnauthorised: { name: 'sessions_unauthorised', type: 'integer' },
  },
  ...recordedKeys('school_attendance'),
});
