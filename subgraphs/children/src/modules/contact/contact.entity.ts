import { EntitySchema } from 'typeorm';
import type { PlainDate } from '@mainstay/primitives';
import type { ContactKind, ContactRelation } from '../contact-plan/contact-plan.entity.ts';
import { recordedColumns, recordedKeys, type RecordedRow } from '../../record/recorded-row.ts';

/** Whether contact took place: `ContactOutcome` of the graph. */
export type ContactOutcome = 'TOOK_PLACE' | 'CANCELLED' | 'NOT_ATTENDED';

/** Who kept contact from taking place: `ContactParty` of the graph. */
export type ContactParty = 'CHILD' | 'PERSON' | 'CARER' | 'SERVICE' | 'COURT' | 'OTHER';

/** Contact between a child and a person of importance to the child that took place, or that was due and did not. */
export interface ContactEntity extends RecordedRow {
  /** The day. */
  heldOn: PlainDate;
  /** The plan. */
  planId: string | null;
  /** The person, by name. */
  personName: string;
  /** What the person is to the child. */
  relation: ContactRelation;
  /** How they were in contact. */
  kind: ContactKind;
  /** Whether it took place. */
  outcome: ContactOutcome;
  /** Whether it took place although contact was barred that day. */
  isBreach: boolean;
  /** Who cancelled it or did not come; null when it took place. */
  cancelledBy: ContactParty | null;
  /** Why it did not take place, in words; null when it did. */
  notHeldReason: string | null;
  /** How long, in minutes; null when that is not known, or it did not take place. */
  minutes: number | null;
  minutesNotKnown: string | null;
  /** Whether it was supervised; null when it did not take place. */
  isSupervised: boolean | null;
  supervisedNotKnown: string | null;
  /**
   * What the child said of it, or how the child was, in words; null when that is not known, or it did not take place.
   */
  childView: string | null;
  childViewNotKnown: string | null;
  /** Anything else that matters. */
  note: string | null;
}

export const contactEntity = new EntitySchema<ContactEntity>({
  name: 'Contact',
  tableName: 'contact',
  columns: {
    ...recordedColumns('contact'),
    heldOn: { name: 'held_on', type: 'date' },
    planId: { name: 'plan_id', type: 'text', nullable: true },
    personName: { name: 'person_name', type: 'text' },
    relation: { name: 'relation', type: 'text' },
    kind: { name: 'kind', type: 'text' },
    outcome: { name: 'outcome', type: 'text' },
    isBreach: { name: 'is_breach', type: 'boolean' },
    cancelledBy: { name: 'cancelled_by', type: 'text', nullable: true },
    notHeldReason: { name: 'not_held_reason', type: 'text', nullable: true },
    minutes: { name: 'minutes', type: 'integer', nullable: true },
    minutesNotKnown: { name: 'minutes_not_known', type: 'text', nullable: true },
    isSupervised: { name: 'is_supervised', type: 'boolean', nullable: true },
    supervisedNotKnown: { name: 'supervised_not_known', type: 'text', nullable: true },
    childView: { name: 'child_view', type: 'text', nullable: true },
    childViewNotKnown: { name: 'child_view_not_known', type: 'text', nullable: true },
    note: { name: 'note', type: 'text', nullable: true },
  },
  ...recordedKeys('contact'),
});
