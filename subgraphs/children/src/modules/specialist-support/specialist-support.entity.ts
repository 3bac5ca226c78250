import { EntitySchema } from 'typeorm';
import type { PlainDate } from '@mainstay/primitives';
import { recordedColumns, recordedKeys, type RecordedRow } from '../../record/recorded-row.ts';

/** For whom specialist support is: `SupportRecipient` of the graph. */
export type SupportRecipient = 'CHILD' | 'PARENT' | 'CARER';

/** A specialist service: `SpecialistService` of the graph. */
export type SpecialistService =
  | 'MENTAL_HEALTH'
  | 'SUBSTANCE_MISUSE'
  | 'DOMESTIC_ABUSE'
  | 'SEXUAL_HEALTH'
  | 'SPEECH_AND_LANGUAGE'
  | 'PSYCHOLOGY'
  | 'FAMILY_SUPPORT'
  | 'OTHER';

/** Why specialist support never began: `SupportNotStarted` of the graph. */
export type SupportNotStarted = 'DECLINED' | 'NOT_ACCEPTED' | 'NO_LONGER_NEEDED' | 'OTHER';

/** Specialist support that a child, parent or carer was referred to, and how long it was waited for. */
export interface SpecialistSupportEntity extends RecordedRow {
  /** For whom. */
  recipient: SupportRecipient;
  /** What was asked for. */
  service: SpecialistService;
  /** The day of the referral. */
  referredOn: PlainDate;
  /** The day it began; null while it is waited for, or it never came. */
  startedOn: PlainDate | null;
  /** The day on which it ended, or was known not to come; null while it is open. */
  closedOn: PlainDate | null;
  /** Why it never began; null when it did, or is waited for. */
  notStartedReason: SupportNotStarted | null;
  /** Anything else that matters. */
  note: string | null;
}

export const specialistSupportEntity = new EntitySchema<SpecialistSupportEntity>({
  name: 'SpecialistSupport',
  tableName: 'specialist_support',
  columns: {
    ...recordedColumns('specialist_support'),
    recipient: { name: 'recipient', type: 'text' },
    service: { name: 'service', type: 'text' },
    referredOn: { name: 'referred_on', type: 'date' },
    startedOn: { name: 'started_on', type: 'date', nullable: true },
    closedOn: { name: 'closed_on', type: 'date', nullable: true },
    notStartedReason: { name: 'not_started_reason', type: 'text', nullable: true },
    note: { name: 'note', type: 'text', nullable: true },
  },
  ...recordedKeys('specialist_support'),
});
