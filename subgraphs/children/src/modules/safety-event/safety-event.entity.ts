import { EntitySchema } from 'typeorm';
import type { PlainDate } from '@mainstay/primitives';
import { recordedColumns, recordedKeys, type RecordedRow } from '../../record/recorded-row.ts';

/** Something that harms a child or puts a child at risk: `SafetyEventKind` of the graph. */
export type SafetyEventKind =
  'BULLYING' | 'DISCRIMINATION' | 'SELF_HARM' | 'EXPLOITATION_CONCERN' | 'ALLEGATION' | 'POLICE_CONTACT';

/** A kind of exploitation: `ExploitationKind` of the graph. */
export type ExploitationKind = 'SEXUAL' | 'CRIMINAL' | 'TRAFFICKING' | 'ONLINE' | 'RADICALISATION' | 'OTHER';

/** Who told of something that happened to a child: `SafetyTold` of the graph. */
export type SafetyTold = 'CHILD' | 'CARER' | 'FAMILY' | 'SCHOOL' | 'POLICE' | 'WORKER' | 'OTHER';

/** Something that harmed a child or put the child at risk, and what was done. */
export interface SafetyEventEntity extends RecordedRow {
  /** What it was. */
  kind: SafetyEventKind;
  /** The day. */
  happenedOn: PlainDate;
  /** Of what kind the exploitation is thought to be; null for other events. */
  exploitation: ExploitationKind | null;
  /** Who told of it first; null when that is not known. */
  toldBy: SafetyTold | null;
  toldByNotKnown: string | null;
  /** What happened. */
  account: string;
  /** What was done; null when nothing has been yet. */
  done: string | null;
  /** The day on which it was settled; null while it is not. */
  resolvedOn: PlainDate | null;
}

export const safetyEventEntity = new EntitySchema<SafetyEventEntity>({
  name: 'SafetyEvent',
  tableName: 'safety_event',
  columns: {
    ...recordedColumns('safety_event'),
    kind: { name: 'kind', type: 'text' },
    happenedOn: { name: 'happened_on', type: 'date' },
    exploitation: { name: 'exploitation', type: 'text', nullable: true },
    toldBy: { name: 'told_by', type: 'text', nullable: true },
    toldByNotKnown: { name: 'told_by_not_known', type: 'text', nullable: true },
    account: { name: 'account', type: 'text' },
    done: { name: 'done', type: 'text', nullable: true },
    resolvedOn: { name: 'resolved_on', type: 'date', nullable: true },
  },
  ...recordedKeys('safety_event'),
});
