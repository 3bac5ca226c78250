import type { Db } from '@mainstay/subgraph-kit';

/** An upload, without its bytes. */
export interface Upload {
  readonly laCode: string;
  readonly id: string;
  readonly name: string;
  readonly size: number;
}

/** Whose uploads. */
export interface UploadOwner {
  readonly laCode: string;
  readonly subject: string;
}

/** The complete ones of the uploads named, in the order named, that are the viewer's own and not older than a day. */
export async function findUploads(
  db: Db,
  owner: UploadOwner,
  { ids, since }: { ids: readonly string[]; since: Date },
): Promise<Upload[]> {
  const rows = await db.query<Upload>(
    `SELECT la_code AS "laCode", id, name, size FROM upload
     WHERE la_code = $1 AND subject = $2 AND id = ANY ($3) AND size IS NOT NULL AND created_at > $4`,
    [owner.laCode, owner.subject, ids, since],
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** Puts an upload on record before its first byte. It counts once it has a size. */
export async function insertUpload(
  db: Db,
  upload: UploadOwner & { readonly id: string; readonly name: string; readonly createdAt: Date },
): Promise<void> {
  await db.query('INSERT INTO upload (la_code, id, subject, name, created_at) VALUES ($1, $2, $3, $4, $5)', [
    upload.laCode,
    upload.id,
    upload.subject,
    upload.name,
    upload.createdAt,
  ]);
}

/** Stores the next piece of an upload. */
export async function insertChunk(
  db: Db,
  chunk: { laCode: string; uploadId: string; number: number; bytes: Uint8Array },
): Promise<void> {
  await db.query('INSERT INTO upload_chunk (la_code, upload_id, number, bytes) VALUES ($1, $2, $3, $4)', [
    chunk.laCode,
    chunk.uploadId,
    chunk.number,
    Buffer.from(chunk.bytes),
  ]);
}

/** Marks an upload as complete. */
export async function completeUpload(db: Db, { laCode, id, size }: Omit<Upload, 'name'>): Promise<void> {
  await db.query('UPDATE upload SET size = $3 WHERE la_code = $1 AND id = $2', [laCode, id, size]);
}

/** The bytes of an upload. */
export async function readUpload(db: Db, { laCode, id, size }: Omit<Upload, 'name'>): Promise<Uint8Array> {
  const bytes = new Uint8Array(size);
  let filled = 0;
  for (let number = 0; filled < size; number++) {
    const [chunk] = await db.query<{ bytes: Buffer }>(
      'SELECT bytes FROM upload_chunk WHERE la_code = $1 AND upload_id = $2 AND number = $3',
      [laCode, id, number],
    );
    if (!chunk) throw new Error('A piece of an upload is missing.');
    bytes.set(chunk.bytes, filled);
    filled += chunk.bytes.length;
  }
  return bytes;
}

/** Throws uploads away, with their bytes. */
export async function deleteUploads(db: Db, laCode: string, ids: readonly string[]): Promise<void> {
  await db.query('DELETE FROM upload WHERE la_code = $1 AND id = ANY ($2)', [laCode, ids]);
}

/** Throws away what was sent before an instant and never used. For the platform itself. */
export async function deleteUploadsBefore(db: Db, before: Date): Promise<void> {
  await db.query('DELETE FROM upload WHERE created_at < $1', [before]);
}
