import { createHash } from 'node:crypto';
import type { AuditEvent, SignedAuditEvent } from './audit-event.ts';

/** The hash that the first event of an authority is chained to. */
export const noHash = '0'.repeat(64);

/** An event as the one text that its proof and its hash are made of: a JSON list of its values in a fixed order. */
export function canonicalEvent(event: AuditEvent): string {
  return JSON.stringify([
    event.id,
    event.laCode,
    event.at,
    event.kind,
    event.outcome,
    event.subject,
    event.role,
    event.organisation,
    event.purpose,
    event.operation,
    event.documentHash,
    event.openedIds,
    event.changedIds,
    event.listedIds,
    event.lists,
    event.changes,
    event.code,
    event.requestId,
    event.client,
    event.inspectionId,
    event.breakGlassId,
  ]);
}

/** The hash of an event at its place in the chain: SHA-256 of the hash before it, the place, the event and its proof. */
export function chainedHash(
  previous: string,
  place: { readonly laCode: string; readonly sequence: number },
  event: SignedAuditEvent & { readonly transaction: string },
): string {
  const { keyId, mac, transaction } = event;
  const text = JSON.stringify([previous, place.laCode, place.sequence, canonicalEvent(event), keyId, mac, transaction]);
  return createHash('sha256').update(text).digest('hex');
}
