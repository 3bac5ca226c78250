import type { PlainDate } from '@mainstay/primitives';
import { EntitySchema } from 'typeorm';
import { staffRecordColumns, staffRecordKeys, type StaffRecordRow } from '../../record/staff-record-row.ts';

/** What a working day is spent on, in the order of the diary. */
export const diaryActivities = [
  'withChildren',
  'withFamilies',
  'formsAndReports',
  'meetingsAndCourt',
  'travel',
  'supervisionAndLearning',
  'other',
] as const;

/** One of `diaryActivities`. */
export type DiaryActivity = (typeof diaryActivities)[number];

/** Minutes of a day, by what they were spent on. */
export type DiaryMinutes = Record<DiaryActivity, number>;

/**
 * How somebody spent one working day. `recordedBy` is whose day it is: nobody enters another's, and row-level security shows
 * it to nobody else.
 */
export interface TimeDiaryRow extends StaffRecordRow, DiaryMinutes {
  spentOn: PlainDate;
}

const LONGEST_DAY = 1_440;

export const TimeDiaryEntity = new EntitySchema<TimeDiaryRow>({
  name: 'TimeDiary',
  tableName: 'time_diary',
  columns: {
    ...staffRecordColumns('time_diary'),
    spentOn: { name: 'spent_on', type: 'date' },
    withChildren: { name: 'with_children', type: 'integer' },
    withFamilies: { name: 'with_families', type: 'integer' },
    formsAndReports: { name: 'forms_and_reports', type: 'integer' },
    meetingsAndCourt: { name: 'meetings_and_court', type: 'integer' },
    travel: { name: 'travel', type: 'integer' },
    supervisionAndLearning: { name: 'supervision_and_learning', type: 'integer' },
    other: { name: 'other', type: 'integer' },
  },
  checks: [
    ...staffRecordKeys('time_diary').checks,
    {
      name: 'ck_time_diary_minutes',
      expression: `least(with_children, with_families, forms_and_reports, meetings_and_court, travel,
        supervision_and_learning, other) >= 0 AND with_children + with_families + forms_and_reports + meetings_and_court
        + travel + supervision_and_learning + other BETWEEN 1 AND ${LONGEST_DAY}`,
    },
  ],
  indices: [
    ...staffRecordKeys('time_diary').indices,
    {
      name: 'uq_time_diary_day',
      columns: ['laCode', 'recordedBy', 'spentOn'],
      unique: true,
      where: 'superseded_at IS NULL AND NOT is_withdrawn',
    },
  ],
});
