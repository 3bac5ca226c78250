import { EntitySchema } from 'typeorm';

/** Uploads are kept this long when nobody uses them. */
export const UPLOAD_LIFETIME_MS = 24 * 60 * 60_000;

/** A file sent to `/uploads` and not used yet. Deleted once loaded, or after a day. */
export interface UploadEntity {
  laCode: string;
  id: string;
  /** Subject of the viewer who sent it: nobody else can import it. */
  subject: string;
  /** The file's name as sent. */
  name: string;
  /** Bytes; null until the last one has arrived. */
  size: number | null;
  createdAt: Date;
}

export const uploadEntity = new EntitySchema<UploadEntity>({
  name: 'Upload',
  tableName: 'upload',
  columns: {
    laCode: { name: 'la_code', type: 'text', primary: true, primaryKeyConstraintName: 'pk_upload' },
    id: { name: 'id', type: 'text', primary: true, primaryKeyConstraintName: 'pk_upload' },
    subject: { name: 'subject', type: 'text' },
    name: { name: 'name', type: 'text' },
    size: { name: 'size', type: 'integer', nullable: true },
    createdAt: { name: 'created_at', type: 'timestamptz' },
  },
});

/** A piece of an upload, so that neither the process nor a statement ever holds a whole file while it arrives. */
export interface UploadChunkEntity {
  laCode: string;
  uploadId: string;
  /** From 0. */
  number: number;
  bytes: Buffer;
}

export const uploadChunkEntity = new EntitySchema<UploadChunkEntity>({
  name: 'UploadChunk',
  tableName: 'upload_chunk',
  columns: {
    laCode: { name: 'la_code', type: 'text', primary: true, primaryKeyConstraintName: 'pk_upload_chunk' },
    uploadId: { name: 'upload_id', type: 'text', primary: true, primaryKeyConstraintName: 'pk_upload_chunk' },
    number: { name: 'number', type: 'integer', primary: true, primaryKeyConstraintName: 'pk_upload_chunk' },
    bytes: { name: 'bytes', type: 'bytea' },
  },
  foreignKeys: [
    {
      name: 'fk_upload_chunk_upload',
      target: 'Upload',
      columnNames: ['laCode', 'uploadId'],
      referencedColumnNames: ['laCode', 'id'],
      onDelete: 'CASCADE',
    },
  ],
});
