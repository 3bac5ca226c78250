import { EntitySchema } from 'typeorm';
import type { PlainDate } from '@mainstay/primitives';
import { recordedColumns, recordedKeys, type RecordedRow } from '../../record/recorded-row.ts';

/** What a young person is entitled to on leaving care: Children Act 1989, schedule 2 and sections 23A, 23C and 24: `LeavingCareEligibility` of the graph. */
export type LeavingCareEligibility = 'ELIGIBLE' | 'RELEVANT' | 'FORMER_RELEVANT' | 'QUALIFYING';

/**
 * How a young person who is leaving or has left care is on a day. The SSDA903 table OC3 is made from these. @see
 * SSDA903 table OC3; Ofsted, Annex A, list 9
 */
export interface LeavingCareEntity extends RecordedRow {
  /** The day. */
  asOf: PlainDate;
  /** What the young person is entitled to. */
  eligibility: LeavingCareEligibility;
  /** Whether the authority is in touch (`IN_TOUCH`). */
  inTouch: string;
  /** The day of the last contact; null when there was none. */
  lastContactOn: PlainDate | null;
  /** Main activity (`ACTIV`); null when that is not known. */
  activity: string | null;
  activityNotKnown: string | null;
  /** Accommodation, with whether it is suitable (`ACCOM`); null when that is not known. */
  accommodation: string | null;
  accommodationNotKnown: string | null;
  /** The name of the personal adviser; null when that is not known. */
  personalAdviser: string | null;
  personalAdviserNotKnown: string | null;
  /** Anything else that matters. */
  note: string | null;
}

export const leavingCareEntity = new EntitySchema<LeavingCareEntity>({
  name: 'LeavingCare',
  tableName: 'leaving_care',
  columns: {
    ...recordedColumns('leaving_care'),
    asOf: { name: 'as_of', type: 'date' },
    eligibility: { name: 'eligibility', type: 'text' },
    inTouch: { name: 'in_touch', type: 'text' },
    lastContactOn: { name: 'last_contact_on', type: 'date', nullable: true },
    activity: { name: 'activity', type: 'text', nullable: true },
    activityNotKnown: { name: 'activity_not_known', type: 'text', nullable: true },
    accommodation: { name: 'accommodation', type: 'text', nullable: true },
    accommodationNotKnown: { name: 'accommodation_not_known', type: 'text', nullable: true },
    personalAdviser: { name: 'personal_adviser', type: 'text', nullable: true },
    personalAdviserNotKnown: { name: 'personal_adviser_not_known', type: 'text', nullable: true },
    note: { name: 'note', type: 'text', nullable: true },
  },
  ...recordedKeys('leaving_care'),
});
