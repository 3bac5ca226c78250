import type { CsvCell } from '@mainstay/web-kit';
import type { AuditEventRowFragment } from '../generated/operations.ts';

/** The columns of a file of events. */
export const eventColumns = [
  'At (UTC)',
  'Kind',
  'Outcome',
  'Person',
  'Name',
  'Role',
  'Organisation',
  'Purpose',
  'Operation',
  'Records',
  'Children’s numbers',
  'Children in lists',
  'Lists',
  'Changes',
  'Code',
  'Request',
  'Place in the chain',
];

/** An event as a row of a file: every fact of it, as the audit writes it. */
export function eventRow(event: AuditEventRowFragment): CsvCell[] {
  return [
    event.at,
    event.kind,
    event.outcome,
    event.person?.id ?? null,
    event.person?.name ?? null,
    event.role,
    event.organisation,
    event.purpose,
    event.operation,
    event.recordCount,
    event.records.map(({ localId }) => localId).join(' '),
    event.listedCount,
    event.lists.map(({ name, size }) => `${name} ${size}`).join('; '),
    event.changes.map(({ what, ids }) => `${what}: ${ids.join(' ')}`).join('; '),
    event.code,
    event.requestId,
    event.sequence,
  ];
}
