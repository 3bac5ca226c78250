import { EntitySchema } from 'typeorm';
import type { IdentityClaims } from '../../../identity/claims.ts';

/** One row of `session`: somebody signed in with a browser. */
export interface SessionRow {
  readonly id: string;
  readonly subject: string;
  /** What the identity provider said of the person, without the address. */
  readonly claims: IdentityClaims;
  readonly signedInAt: Date;
  /** When it was used last, to the minute. */
  readonly seenAt: Date;
  /** When it was ended before its time; null for one that was not. */
  readonly endedAt: Date | null;
}

/** The sessions of browsers. */
export const SessionEntity = new EntitySchema<SessionRow>({
  name: 'Session',
  tableName: 'session',
  columns: {
    id: { name: 'id', type: 'text', primary: true, primaryKeyConstraintName: 'pk_session' },
    subject: { name: 'subject', type: 'text' },
    claims: { name: 'claims', type: 'jsonb' },
    signedInAt: { name: 'signed_in_at', type: 'timestamptz' },
    seenAt: { name: 'seen_at', type: 'timestamptz' },
    endedAt: { name: 'ended_at', type: 'timestamptz', nullable: true },
  },
  indices: [
    { name: 'ix_session_subject', columns: ['subject'] },
    { name: 'ix_session_signed_in_at', columns: ['signedInAt'] },
  ],
});

/** One row of `session_token`. */
export interface SessionTokenRow {
  /** SHA-256 of the token, in hexadecimal. */
  readonly tokenHash: string;
  readonly sessionId: string;
  readonly issuedAt: Date;
  /** When another took its place; null for the one in force. */
  readonly replacedAt: Date | null;
}

/** Every token a session went by: one that was replaced long ago is a stolen one when it comes again. */
export const SessionTokenEntity = new EntitySchema<SessionTokenRow>({
  name: 'SessionToken',
  tableName: 'session_token',
  columns: {
    tokenHash: { name: 'token_hash', type: 'text', primary: true, primaryKeyConstraintName: 'pk_session_token' },
    sessionId: { name: 'session_id', type: 'text' },
    issuedAt: { name: 'issued_at', type: 'timestamptz' },
    replacedAt: { name: 'replaced_at', type: 'timestamptz', nullable: true },
  },
  indices: [{ name: 'ix_session_token_session_id', columns: ['sessionId'] }],
  foreignKeys: [
    {
      name: 'fk_session_token_session',
      target: 'Session',
      columnNames: ['sessionId'],
      referencedColumnNames: ['id'],
      onDelete: 'CASCADE',
    },
  ],
});
