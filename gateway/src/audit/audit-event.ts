/** The kinds of event; the values of the GraphQL enum `AuditKind`. */
export const auditKinds = [
  'READ',
  'LIST',
  'CHANGE',
  'SIGN_IN',
  'SIGN_OUT',
  'REFUSAL',
  'EXPORT',
  'IMPORT',
  'POLICY',
  'BREAK_GLASS',
  'AUDIT',
] as const;

/** One of `auditKinds`. */
export type AuditKind = (typeof auditKinds)[number];

/** What came of what was asked; the values of the GraphQL enum `AuditOutcome`. */
export const auditOutcomes = ['DONE', 'REFUSED', 'FAILED', 'INTENDED'] as const;

/** One of `auditOutcomes`. */
export type AuditOutcome = (typeof auditOutcomes)[number];

/** What somebody proved who they are with. */
export type AuditClient = 'session' | 'bearer' | 'none';

/** One event as it is written: of one authority. */
export interface AuditEvent {
  /** `<authority's code, or platform>.<uuid>`. */
  readonly id: string;
  /** The authority concerned; empty for the platform's own. */
  readonly laCode: string;
  /** ISO 8601 in UTC with microseconds, as the database gives it back. */
  readonly at: string;
  readonly kind: AuditKind;
  readonly outcome: AuditOutcome;
  /** The person or machine; null when nobody had signed in. */
  readonly subject: string | null;
  readonly role: string | null;
  readonly organisation: string | null;
  readonly purpose: string;
  readonly operation: string | null;
  /** SHA-256 of the operation's text. */
  readonly documentHash: string | null;
  /** Children whose records were opened. */
  readonly openedIds: readonly string[];
  /** Children concerned by what was changed. */
  readonly changedIds: readonly string[];
  /** Further children, who appeared in lists. */
  readonly listedIds: readonly string[];
  /** JSON text of `{ name, size }` of each list. */
  readonly lists: string;
  /** JSON text of `{ what, ids }` of each change. */
  readonly changes: string;
  readonly code: string | null;
  readonly requestId: string;
  readonly client: AuditClient;
  readonly inspectionId: string | null;
  readonly breakGlassId: string | null;
}

/** An event with the proof that the platform wrote it. */
export interface SignedAuditEvent extends AuditEvent {
  /** Names the key of the proof. */
  readonly keyId: string;
  /** HMAC-SHA256 of the event, in hexadecimal. */
  readonly mac: string;
}
