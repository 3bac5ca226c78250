import { EntitySchema } from 'typeorm';
import type { PlainDate } from '@mainstay/primitives';
import { recordedColumns, recordedKeys, type RecordedRow } from '../../record/recorded-row.ts';

/** Why the worker and the child met: `VisitPurpose` of the graph. */
export type VisitPurpose = 'STATUTORY' | 'ADDITIONAL' | 'UNANNOUNCED' | 'PERSONAL_ADVISER';

/** A visit to a child, or an attempt at one. @see SI 2010/959, regulations 28 to 30 */
export interface VisitEntity extends RecordedRow {
  visitedOn: PlainDate;
  purpose: VisitPurpose;
  /** The regulator's number of the worker who visited; null for one without registration, such as a personal adviser. */
  workerId: string | null;
  /** True when the child was seen. A visit at which nobody was seen meets no duty. */
  isSeen: boolean;
  /** Why the child was not seen; null when the child was. */
  notSeenReason: string | null;
  /** Whether the child was spoken to alone; null when it is not known, or the child was not seen. */
  isSeenAlone: boolean | null;
  seenAloneNotKnown: string | null;
  /** Why the child was not spoken to alone, in words. */
  notAloneReason: string | null;
  /** True when the child was seen where they live. */
  isAtPlacement: boolean;
  minutes: number | null;
  minutesNotKnown: string | null;
  /** What was seen, heard and agreed. */
  note: string;
}

export const visitEntity = new EntitySchema<VisitEntity>({
  name: 'Visit',
  tableName: 'visit',
  columns: {
    ...recordedColumns('visit'),
    visitedOn: { name: 'visited_on', type: 'date' },
    purpose: { name: 'purpose', type: 'text' },
    workerId: { name: 'worker_id', type: 'text', nullable: true },
    isSeen: { name: 'is_seen', type: 'boolean' },
    notSeenReason: { name: 'not_seen_reason', type: 'text', nullable: true },
    isSeenAlone: { name: 'is_seen_alone', type: 'boolean', nullable: true },
    seenAloneNotKnown: { name: 'seen_alone_not_known', type: 'text', nullable: true },
    notAloneReason: { name: 'not_alone_reason', type: 'text', nullable: true },
    isAtPlacement: { name: 'is_at_placement', type: 'boolean' },
    minutes: { name: 'minutes', type: 'integer', nullable: true },
    minutesNotKnown: { name: 'minutes_not_known', type: 'text', nullable: true },
    note: { name: 'note', type: 'text' },
  },
  ...recordedKeys('visit'),
});
