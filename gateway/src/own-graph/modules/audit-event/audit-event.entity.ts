import { EntitySchema } from 'typeorm';
import type { AuditKind, AuditOutcome } from '../../../audit/audit-event.ts';

/** One row of `audit_event` with its seal: what the graph shows of an event. */
export interface AuditEventRow {
  readonly laCode: string;
  readonly id: string;
  readonly at: Date;
  readonly kind: AuditKind;
  readonly outcome: AuditOutcome;
  readonly subject: string | null;
  readonly role: string | null;
  readonly organisation: string | null;
  readonly purpose: string;
  readonly operation: string | null;
  readonly openedIds: readonly string[];
  readonly changedIds: readonly string[];
  readonly listedIds: readonly string[];
  readonly lists: readonly { readonly name: string; readonly size: number }[];
  readonly changes: readonly { readonly what: string; readonly ids: readonly string[] }[];
  readonly code: string | null;
  readonly requestId: string;
  readonly inspectionId: string | null;
  /** Its place in the authority's chain; null until it is sealed. */
  readonly sequence: number | null;
  readonly hash: string | null;
}

const text = (name: string) => ({ name, type: 'text' }) as const;
const optional = (name: string) => ({ name, type: 'text', nullable: true }) as const;
const texts = (name: string) => ({ name, type: 'text', array: true }) as const;
const key = (name: string, constraint: string) =>
  ({ name, type: 'text', primary: true, primaryKeyConstraintName: constraint }) as const;

/**
 * Something that was done with an authority's records; `la_code` is empty for the platform's own. `mac` proves that the
 * platform wrote it; `transaction` gives the order in which events are sealed. Written by the gateway's audit
 * (`gateway/src/audit`), never changed.
 */
export const AuditEventEntity = new EntitySchema({
  name: 'AuditEvent',
  tableName: 'audit_event',
  columns: {
    laCode: key('la_code', 'pk_audit_event'),
    id: key('id', 'pk_audit_event'),
    at: { name: 'at', type: 'timestamptz' },
    kind: text('kind'),
    outcome: text('outcome'),
    subject: optional('subject'),
    role: optional('role'),
    organisation: optional('organisation'),
    purpose: text('purpose'),
    operation: optional('operation'),
    documentHash: optional('document_hash'),
    openedIds: texts('opened_ids'),
    changedIds: texts('changed_ids'),
    listedIds: texts('listed_ids'),
    lists: { name: 'lists', type: 'json' },
    changes: { name: 'changes', type: 'json' },
    code: optional('code'),
    requestId: text('request_id'),
    client: text('client'),
    inspectionId: optional('inspection_id'),
    breakGlassId: optional('break_glass_id'),
    keyId: text('key_id'),
    mac: text('mac'),
    transaction: { name: 'transaction', type: 'bigint' },
  },
  indices: [
    { name: 'ix_audit_event_la_code_at', columns: ['laCode', 'at', 'id'] },
    { name: 'ix_audit_event_la_code_subject_at', columns: ['laCode', 'subject', 'at', 'id'] },
    { name: 'ix_audit_event_inspection_id', columns: ['inspectionId', 'at', 'id'] },
    { name: 'ix_audit_event_at', columns: ['at'] },
  ],
});

/** The place of an event in its authority's chain, and the hash there. */
export const AuditEventSealEntity = new EntitySchema({
  name: 'AuditEventSeal',
  tableName: 'audit_event_seal',
  columns: {
    laCode: key('la_code', 'pk_audit_event_seal'),
    sequence: {
      name: 'sequence',
      type: 'bigint',
      primary: true,
      primaryKeyConstraintName: 'pk_audit_event_seal',
    },
    eventId: text('event_id'),
    hash: text('hash'),
  },
  uniques: [{ name: 'uq_audit_event_seal_event', columns: ['laCode', 'eventId'] }],
});

/** The end of an authority's chain as it was signed; the same lines are kept outside the database. */
export const AuditEventHeadEntity = new EntitySchema({
  name: 'AuditEventHead',
  tableName: 'audit_event_head',
  columns: {
    laCode: key('la_code', 'pk_audit_event_head'),
    sequence: {
      name: 'sequence',
      type: 'bigint',
      primary: true,
      primaryKeyConstraintName: 'pk_audit_event_head',
    },
    hash: text('hash'),
    at: { name: 'at', type: 'timestamptz' },
    keyId: text('key_id'),
    signature: text('signature'),
  },
});

/** Who looked at a child: one row for each event and child, made when the event is sealed. */
export const AuditEventChildEntity = new EntitySchema({
  name: 'AuditEventChild',
  tableName: 'audit_event_child',
  columns: {
    laCode: key('la_code', 'pk_audit_event_child'),
    childId: key('child_id', 'pk_audit_event_child'),
    at: { name: 'at', type: 'timestamptz', primary: true, primaryKeyConstraintName: 'pk_audit_event_child' },
    eventId: key('event_id', 'pk_audit_event_child'),
    how: text('how'),
    subject: optional('subject'),
    role: optional('role'),
    organisation: optional('organisation'),
    purpose: text('purpose'),
    operation: optional('operation'),
  },
  indices: [{ name: 'ix_audit_event_child_event_id', columns: ['laCode', 'eventId'] }],
});

/** What a verification of an authority's chain found. */
export const AuditEventVerificationEntity = new EntitySchema({
  name: 'AuditEventVerification',
  tableName: 'audit_event_verification',
  columns: {
    laCode: key('la_code', 'pk_audit_event_verification'),
    at: {
      name: 'at',
      type: 'timestamptz',
      primary: true,
      primaryKeyConstraintName: 'pk_audit_event_verification',
    },
    isIntact: { name: 'is_intact', type: 'boolean' },
    sequence: { name: 'sequence', type: 'bigint' },
    findings: { name: 'findings', type: 'json' },
  },
});
