import type { PlainDate } from '@mainstay/primitives';
import { EntitySchema } from 'typeorm';
import { staffRecordColumns, staffRecordKeys, type StaffRecordRow } from '../../record/staff-record-row.ts';

/** Why a worker was away: the census's code set CS098, `AbsenceCause` of the graph. */
export const absenceCauses = ['MAT', 'OTH', 'PUB', 'SIC', 'TRN', 'UNA', 'UNP'] as const;

/** One of `absenceCauses`. */
export type AbsenceCause = (typeof absenceCauses)[number];

/** The days of the working week, Monday first: `Weekday` of the graph. */
export const weekdays = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'] as const;

/** One of `weekdays`. */
export type Weekday = (typeof weekdays)[number];

/** Time a worker was away from the work for one employer. It tells of health: see `absence.policy.ts`. */
export interface AbsenceRow extends StaffRecordRow {
  workerId: string;
  startedOn: PlainDate;
  /** The last day away; null while the worker is away. */
  endedOn: PlainDate | null;
  cause: AbsenceCause | null;
  causeNotKnown: string | null;
  /** Whether the illness was stress, anxiety or depression; null when it is not known, and for what is no illness. */
  isStress: boolean | null;
  stressNotKnown: string | null;
  /** The days of the week the worker works; null where the whole-time equivalent says what is lost. */
  worksOn: Weekday[] | null;
}

export const AbsenceEntity = new EntitySchema<AbsenceRow>({
  name: 'Absence',
  tableName: 'absence',
  columns: {
    ...staffRecordColumns('absence'),
    workerId: { name: 'worker_id', type: 'text' },
    startedOn: { name: 'started_on', type: 'date' },
    endedOn: { name: 'ended_on', type: 'date', nullable: true },
    cause: { name: 'cause', type: 'text', nullable: true },
    causeNotKnown: { name: 'cause_not_known', type: 'text', nullable: true },
    isStress: { name: 'is_stress', type: 'boolean', nullable: true },
    stressNotKnown: { name: 'stress_not_known', type: 'text', nullable: true },
    worksOn: { name: 'works_on', type: 'text', array: true, nullable: true },
  },
  checks: [
    ...staffRecordKeys('absence').checks,
    { name: 'ck_absence_days', expression: 'ended_on IS NULL OR ended_on >= started_on' },
    {
      name: 'ck_absence_cause',
      expression: `(cause IS NULL) = (cause_not_known IS NOT NULL) AND cause IN (${absenceCauses.map((cause) => `'${cause}'`).join(', ')})`,
    },
    {
      name: 'ck_absence_stress',
      expression: `(cause IS NOT DISTINCT FROM 'SIC') = ((is_stress IS NULL) <> (stress_not_known IS NULL))`,
    },
  ],
  indices: [
    ...staffRecordKeys('absence').indices,
    { name: 'ix_absence_worker', columns: ['workerId'], where: 'superseded_at IS NULL' },
  ],
});
