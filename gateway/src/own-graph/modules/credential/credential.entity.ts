import type { PlainDate } from '@mainstay/primitives';
import type { Scope } from '@mainstay/subgraph-kit';
import { EntitySchema } from 'typeorm';

/** One row of `credential`. */
export interface CredentialRow {
  readonly laCode: string;
  /** The machine's `client_id` and the subject of its tokens: `<ONS code>.<uuid>`. */
  readonly id: string;
  readonly name: string;
  readonly purpose: string;
  readonly scopes: readonly Scope[];
  /** The last day on which it lets the machine in. */
  readonly expiresOn: PlainDate;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly revokedAt: Date | null;
  readonly revokedBy: string | null;
  /** When the machine was here last, to the minute. */
  readonly lastUsedAt: Date | null;
}

/** The machines that were let in. */
export const CredentialEntity = new EntitySchema<CredentialRow>({
  name: 'Credential',
  tableName: 'credential',
  columns: {
    laCode: { name: 'la_code', type: 'text', primary: true, primaryKeyConstraintName: 'pk_credential' },
    id: { name: 'id', type: 'text', primary: true, primaryKeyConstraintName: 'pk_credential' },
    name: { name: 'name', type: 'text' },
    purpose: { name: 'purpose', type: 'text' },
    scopes: { name: 'scopes', type: 'text', array: true },
    expiresOn: { name: 'expires_on', type: 'date' },
    createdAt: { name: 'created_at', type: 'timestamptz' },
    createdBy: { name: 'created_by', type: 'text' },
    revokedAt: { name: 'revoked_at', type: 'timestamptz', nullable: true },
    revokedBy: { name: 'revoked_by', type: 'text', nullable: true },
    lastUsedAt: { name: 'last_used_at', type: 'timestamptz', nullable: true },
  },
  uniques: [{ name: 'uq_credential_id', columns: ['id'] }],
});

/** One row of `credential_secret`. */
export interface CredentialSecretRow {
  readonly laCode: string;
  readonly credentialId: string;
  /** SHA-256 of the secret, in hexadecimal: the secret is 256 random bits, so there is nothing to guess. */
  readonly secretHash: string;
}

/** What machines prove themselves with: written once, read by the platform alone. */
export const CredentialSecretEntity = new EntitySchema<CredentialSecretRow>({
  name: 'CredentialSecret',
  tableName: 'credential_secret',
  columns: {
    laCode: { name: 'la_code', type: 'text', primary: true, primaryKeyConstraintName: 'pk_credential_secret' },
    credentialId: {
      name: 'credential_id',
      type: 'text',
      primary: true,
      primaryKeyConstraintName: 'pk_credential_secret',
    },
    secretHash: { name: 'secret_hash', type: 'text' },
  },
});
