import { EntitySchema } from 'typeorm';
import type { PlainDate } from '@mainstay/primitives';
import { recordedColumns, recordedKeys, type RecordedRow } from '../../record/recorded-row.ts';

/**
 * Whether a child who came back after being missing or away was offered an interview, and what came of it. @see
 * Ofsted, Annex A, list 8; Statutory guidance on children who run away or go missing, 2014
 */
export interface ReturnInterviewEntity extends RecordedRow {
  /** The first day of the time missing or away: it names the incident. */
  missingFrom: PlainDate;
  /** The day the child came back, as the incident had it when this was recorded. */
  returnedOn: PlainDate;
  /** Whether an interview was offered. */
  isOffered: boolean | null;
  offeredNotKnown: string | null;
  /** Whether the child accepted it; null when none was offered. */
  isAccepted: boolean | null;
  acceptedNotKnown: string | null;
  /** The day it was held; null when it was not, or not yet. */
  heldOn: PlainDate | null;
  /** What the child said, as far as the child agrees to its being recorded; null when nothing is recorded. */
  said: string | null;
}

export const returnInterviewEntity = new EntitySchema<ReturnInterviewEntity>({
  name: 'ReturnInterview',
  tableName: 'return_interview',
  columns: {
    ...recordedColumns('return_interview'),
    missingFrom: { name: 'missing_from', type: 'date' },
    returnedOn: { name: 'returned_on', type: 'date' },
    isOffered: { name: 'is_offered', type: 'boolean', nullable: true },
    offeredNotKnown: { name: 'offered_not_known', type: 'text', nullable: true },
    isAccepted: { name: 'is_accepted', type: 'boolean', nullable: true },
    acceptedNotKnown: { name: 'accepted_not_known', type: 'text', nullable: true },
    heldOn: { name: 'held_on', type: 'date', nullable: true },
    said: { name: 'said', type: 'text', nullable: true },
  },
  ...recordedKeys('return_interview'),
});
