import { EntitySchema } from 'typeorm';
import type { PlainDate } from '@mainstay/primitives';
import { recordedColumns, recordedKeys, type RecordedRow } from '../../record/recorded-row.ts';

/** What a person is to a child: `ContactRelation` of the graph. */
export type ContactRelation =
  'MOTHER' | 'FATHER' | 'BROTHER_OR_SISTER' | 'GRANDPARENT' | 'OTHER_RELATIVE' | 'FORMER_CARER' | 'FRIEND' | 'OTHER';

/** How a child and another person are in contact: `ContactKind` of the graph. */
export type ContactKind = 'FACE_TO_FACE' | 'VIDEO' | 'PHONE' | 'MESSAGES' | 'LETTERS';

/** What bars contact: `ContactBar` of the graph. */
export type ContactBar =
  'PROHIBITED_STEPS_ORDER' | 'COURT_REFUSED_CONTACT' | 'AUTHORITY_REFUSED_CONTACT' | 'NO_CONTACT_ORDER' | 'OTHER_ORDER';

/** Who is there when a child meets somebody: `ContactSupervision` of the graph. */
export type ContactSupervision = 'UNSUPERVISED' | 'SUPPORTED' | 'SUPERVISED';

/**
 * What is planned or barred between a child and a person of importance to the child, from a day on. @see Children Act
 * 1989, sections 8 and 34
 */
export interface ContactPlanEntity extends RecordedRow {
  /** Who the person is to the child, by name. */
  personName: string;
  /** What the person is to the child. */
  relation: ContactRelation;
  /** Whether contact is barred rather than planned. */
  isBarred: boolean;
  /** What bars it; null when it is planned. */
  barredBy: ContactBar | null;
  /** The first day on which it is so. */
  startedOn: PlainDate;
  /** The last day on which it is so; null while it lasts. */
  endedOn: PlainDate | null;
  /** How they are to meet; null when it is barred. */
  kind: ContactKind | null;
  /** How often: 52 is weekly, 12 monthly; null when it is barred. */
  timesAYear: number | null;
  /** How long each time, in minutes; null when no length is set or it is barred. */
  minutes: number | null;
  /** Who is there; null when it is barred. */
  supervision: ContactSupervision | null;
  /** What the child wants, in words; null when it is not known. */
  childWishes: string | null;
  childWishesNotKnown: string | null;
  /** Anything else that matters. */
  note: string | null;
}

export const contactPlanEntity = new EntitySchema<ContactPlanEntity>({
  name: 'ContactPlan',
  tableName: 'contact_plan',
  columns: {
    ...recordedColumns('contact_plan'),
    personName: { name: 'person_name', type: 'text' },
    relation: { name: 'relation', type: 'text' },
    isBarred: { name: 'is_barred', type: 'boolean' },
    barredBy: { name: 'barred_by', type: 'text', nullable: true },
    startedOn: { name: 'started_on', type: 'date' },
    endedOn: { name: 'ended_on', type: 'date', nullable: true },
    kind: { name: 'kind', type: 'text', nullable: true },
    timesAYear: { name: 'times_a_year', type: 'integer', nullable: true },
    minutes: { name: 'minutes', type: 'integer', nullable: true },
    supervision: { name: 'supervision', type: 'text', nullable: true },
    childWishes: { name: 'child_wishes', type: 'text', nullable: true },
    childWishesNotKnown: { name: 'child_wishes_not_known', type: 'text', nullable: true },
    note: { name: 'note', type: 'text', nullable: true },
  },
  ...recordedKeys('contact_plan'),
});
