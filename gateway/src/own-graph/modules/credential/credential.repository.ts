import type { PlainDate } from '@mainstay/primitives';
import type { Db } from '@mainstay/subgraph-kit';
import type { CredentialRow } from './credential.entity.ts';

const columns = `la_code AS "laCode", id, name, purpose, scopes, expires_on::text AS "expiresOn", created_at AS "createdAt",
  created_by AS "createdBy", revoked_at AS "revokedAt", revoked_by AS "revokedBy", last_used_at AS "lastUsedAt"`;

/** What is told of a new credential. */
export type NewCredential = Omit<CredentialRow, 'revokedAt' | 'revokedBy' | 'lastUsedAt'>;

/** The credential with an id, as far as the database shows it. */
export async function findCredential(db: Db, id: string): Promise<CredentialRow | undefined> {
  const [found] = await db.query<CredentialRow>(`SELECT ${columns} FROM credential WHERE id = $1`, [id]);
  return found;
}

/** A credential with the hash of its secret, for the platform alone; `secretHash` is null when it has none. */
export async function findCredentialWithSecret(
  db: Db,
  id: string,
): Promise<(CredentialRow & { readonly secretHash: string | null }) | undefined> {
  const [found] = await db.query<CredentialRow & { secretHash: string | null }>(
    `SELECT ${columns}, (SELECT secret_hash FROM credential_secret s
                          WHERE s.la_code = credential.la_code AND s.credential_id = credential.id) AS "secretHash"
       FROM credential WHERE id = $1`,
    [id],
  );
  return found;
}

/** The credentials of an authority, the newest first. */
export function findCredentialsOfAuthority(db: Db, laCode: string): Promise<CredentialRow[]> {
  return db.query(`SELECT ${columns} FROM credential WHERE la_code = $1 ORDER BY created_at DESC, id`, [laCode]);
}

/** Keeps a new credential; nothing happens when there is one with its id. */
export async function insertCredential(db: Db, credential: NewCredential): Promise<void> {
  const { laCode, id, name, purpose, scopes, expiresOn, createdAt, createdBy } = credential;
  await db.query(
    `INSERT INTO credential (la_code, id, name, purpose, scopes, expires_on, created_at, created_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING`,
    [laCode, id, name, purpose, [...scopes], expiresOn, createdAt, createdBy],
  );
}

/** Keeps the hash of a credential's secret. */
export async function insertCredentialSecret(
  db: Db,
  o: { laCode: string; credentialId: string; secretHash: string },
): Promise<void> {
  await db.query('INSERT INTO credential_secret (la_code, credential_id, secret_hash) VALUES ($1, $2, $3)', [
    o.laCode,
    o.credentialId,
    o.secretHash,
  ]);
}

/** Revokes a credential that was not revoked before. */
export async function updateCredentialRevoked(
  db: Db,
  o: { laCode: string; id: string; revokedAt: Date; revokedBy: string },
): Promise<void> {
  await db.query(
    'UPDATE credential SET revoked_at = $3, revoked_by = $4 WHERE la_code = $1 AND id = $2 AND revoked_at IS NULL',
    [o.laCode, o.id, o.revokedAt, o.revokedBy],
  );
}

/** Moves the last day of a credential. */
export async function updateCredentialExpiry(db: Db, id: string, expiresOn: PlainDate): Promise<void> {
  await db.query('UPDATE credential SET expires_on = $2 WHERE id = $1', [id, expiresOn]);
}

/** Takes down that the machine was here. */
export async function markCredentialUsed(db: Db, id: string, now: Date): Promise<void> {
  await db.query('UPDATE credential SET last_used_at = greatest(last_used_at, $2) WHERE id = $1', [id, now]);
}
