import { EntitySchema } from 'typeorm';
import type { PlainDate } from '@mainstay/primitives';
import type { NotKnownReason } from '@mainstay/subgraph-kit/record';
import { recordedColumns, recordedKeys, type RecordedRow } from '../../record/recorded-row.ts';
import type { VoiceAbout, VoiceScale } from './voice.scale.ts';

/** Who said something: `VoiceSpeaker` of the graph. */
export type VoiceSpeaker = 'CHILD' | 'CARER' | 'MOTHER' | 'FATHER' | 'RELATIVE';

/** How content somebody is with one thing, on the scale of the entry. */
export interface VoiceRating {
  readonly about: VoiceAbout;
  readonly score: number | null;
  readonly notKnown: NotKnownReason | null;
}

/** What a child, a carer or a parent said. */
export interface VoiceEntity extends RecordedRow {
  saidOn: PlainDate;
  speaker: VoiceSpeaker;
  /** `VoiceMedium` of the graph. */
  medium: string;
  words: string | null;
  /** Who took it down, when it was somebody else than the one who recorded it. */
  takenDownBy: string | null;
  /** Null when there are no ratings. */
  scale: VoiceScale | null;
  /** Why it is not the scale for the age. */
  scaleReason: string | null;
  ratings: readonly VoiceRating[];
}

export const voiceEntity = new EntitySchema<VoiceEntity>({
  name: 'Voice',
  tableName: 'voice',
  columns: {
    ...recordedColumns('voice'),
    saidOn: { name: 'said_on', type: 'date' },
    speaker: { name: 'speaker', type: 'text' },
    medium: { name: 'medium', type: 'text' },
    words: { name: 'words', type: 'text', nullable: true },
    takenDownBy: { name: 'taken_down_by', type: 'text', nullable: true },
    scale: { name: 'scale', type: 'text', nullable: true },
    scaleReason: { name: 'scale_reason', type: 'text', nullable: true },
    ratings: { name: 'ratings', type: 'jsonb' },
  },
  ...recordedKeys('voice'),
});

/** What was promised to be done about something that was said. */
export interface VoicePromiseEntity extends RecordedRow {
  voiceId: string;
  what: string;
  who: string;
  dueOn: PlainDate;
  /** Null while it is open. */
  isKept: boolean | null;
  settledOn: PlainDate | null;
  note: string | null;
  isChildTold: boolean | null;
  childToldNotKnown: NotKnownReason | null;
}

export const voicePromiseEntity = new EntitySchema<VoicePromiseEntity>({
  name: 'VoicePromise',
  tableName: 'voice_promise',
  columns: {
    ...recordedColumns('voice_promise'),
    voiceId: { name: 'voice_id', type: 'text' },
    what: { name: 'what', type: 'text' },
    who: { name: 'who', type: 'text' },
    dueOn: { name: 'due_on', type: 'date' },
    isKept: { name: 'is_kept', type: 'boolean', nullable: true },
    settledOn: { name: 'settled_on', type: 'date', nullable: true },
    note: { name: 'note', type: 'text', nullable: true },
    isChildTold: { name: 'is_child_told', type: 'boolean', nullable: true },
    childToldNotKnown: { name: 'child_told_not_known', type: 'text', nullable: true },
  },
  ...recordedKeys('voice_promise'),
});
