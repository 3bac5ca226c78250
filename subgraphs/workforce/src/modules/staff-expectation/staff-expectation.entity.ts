import type { PlainDate } from '@mainstay/primitives';
import { EntitySchema } from 'typeorm';
import { staffRecordColumns, staffRecordKeys, type StaffRecordRow } from '../../record/staff-record-row.ts';

/** What is expected, whoever says so. */
export interface Expected {
  supervisionDays: number;
  firstYearSupervisionDays: number | null;
  doPeersCount: boolean;
  longAbsenceDays: number;
  learningPieces: number;
  learningPiecesWithPeers: number;
  learningHours: number | null;
}

/** What an employer expects for its workers from a day on. */
export interface StaffExpectationRow extends StaffRecordRow, Expected {
  /** The first day it holds. */
  holdsFrom: PlainDate;
}

export const StaffExpectationEntity = new EntitySchema<StaffExpectationRow>({
  name: 'StaffExpectation',
  tableName: 'staff_expectation',
  columns: {
    ...staffRecordColumns('staff_expectation'),
    holdsFrom: { name: 'holds_from', type: 'date' },
    supervisionDays: { name: 'supervision_days', type: 'integer' },
    firstYearSupervisionDays: { name: 'first_year_supervision_days', type: 'integer', nullable: true },
    doPeersCount: { name: 'do_peers_count', type: 'boolean' },
    longAbsenceDays: { name: 'long_absence_days', type: 'integer' },
    learningPieces: { name: 'learning_pieces', type: 'integer' },
    learningPiecesWithPeers: { name: 'learning_pieces_with_peers', type: 'integer' },
    learningHours: { name: 'learning_hours', type: 'double precision', nullable: true },
  },
  checks: [
    ...staffRecordKeys('staff_expectation').checks,
    {
      name: 'ck_staff_expectation_numbers',
      expression: `supervision_days > 0 AND first_year_supervision_days > 0 AND long_absence_days > 0
        AND learning_pieces >= learning_pieces_with_peers AND learning_pieces_with_peers >= 0 AND learning_hours > 0`,
    },
  ],
  indices: [
    ...staffRecordKeys('staff_expectation').indices,
    {
      name: 'uq_staff_expectation_from',
      columns: ['laCode', 'employerKind', 'employerId', 'holdsFrom'],
      unique: true,
      where: 'superseded_at IS NULL AND NOT is_withdrawn',
    },
  ],
});
