import { EntitySchema } from 'typeorm';

/**
 * One row of an SSDA903 return as it came: the source of truth from which everything about a child is derived, and from
 * which the file is written back. Rows are never deleted: a row that a later file no longer holds is superseded.
 */
export interface ReturnRowEntity {
  laCode: string;
  /** The import that brought it. */
  importId: string;
  /** Its number among the rows that import brought. */
  ordinal: number;
  collectionYear: number;
  /** The table, e.g. `Episodes`. */
  tableName: string;
  /** First 16 bytes of SHA-256 over the cells. The same row is never there twice at one time. */
  rowHash: Buffer;
  /** Where it stands in the table, so that the file can be written back in its order. */
  position: number;
  /** `CHILD` as returned. */
  childLocalId: string;
  /** `childId(laCode, childLocalId)`; empty text when `CHILD` is blank. */
  childId: string;
  /** The cells, normalised, in the order of the table's columns. Empty text where the file had nothing. */
  cells: string[];
  /** The file it came in. */
  fileName: string;
  recordedAt: Date;
  supersededAt: Date | null;
  /** True when it was recorded in the platform: `importId` is then that of a `ReturnChange`. */
  isRecorded: boolean;
  /** The import, or the recorded change, that took its place. */
  supersededBy: string | null;
}

export const returnRowEntity = new EntitySchema<ReturnRowEntity>({
  name: 'ReturnRow',
  tableName: 'return_row',
  columns: {
    laCode: { name: 'la_code', type: 'text', primary: true, primaryKeyConstraintName: 'pk_return_row' },
    importId: { name: 'import_id', type: 'text', primary: true, primaryKeyConstraintName: 'pk_return_row' },
    ordinal: { name: 'ordinal', type: 'integer', primary: true, primaryKeyConstraintName: 'pk_return_row' },
    collectionYear: { name: 'collection_year', type: 'integer' },
    tableName: { name: 'table_name', type: 'text' },
    rowHash: { name: 'row_hash', type: 'bytea' },
    position: { name: 'position', type: 'integer' },
    childLocalId: { name: 'child_local_id', type: 'text' },
    childId: { name: 'child_id', type: 'text' },
    cells: { name: 'cells', type: 'text', array: true },
    fileName: { name: 'file_name', type: 'text' },
    recordedAt: { name: 'recorded_at', type: 'timestamptz' },
    supersededAt: { name: 'superseded_at', type: 'timestamptz', nullable: true },
    isRecorded: { name: 'is_recorded', type: 'boolean', default: false },
    supersededBy: { name: 'superseded_by', type: 'text', nullable: true },
  },
  checks: [{ name: 'ck_return_row_superseded_by', expression: '(superseded_at IS NULL) = (superseded_by IS NULL)' }],
  indices: [
    {
      name: 'uq_return_row_current',
      columns: ['laCode', 'collectionYear', 'tableName', 'rowHash'],
      unique: true,
      where: 'superseded_at IS NULL',
    },
    // Of the pupil numbers in Header: `(la_code, collection_year, (cells[5]))`, which an entity cannot say.
    { name: 'ix_return_row_upn', synchronize: false },
    { name: 'ix_return_row_child', columns: ['laCode', 'childLocalId'], where: 'superseded_at IS NULL' },
    { name: 'ix_return_row_superseded', columns: ['laCode', 'childId'], where: 'superseded_at IS NOT NULL' },
    {
      name: 'ix_return_row_recorded',
      columns: ['laCode', 'collectionYear', 'tableName'],
      where: 'is_recorded AND superseded_at IS NULL',
    },
  ],
});

/** One table of one year's return as it is held: how many rows, and when it last changed. Its being there means loaded. */
export interface ReturnTableEntity {
  laCode: string;
  collectionYear: number;
  tableName: string;
  rowCount: number;
  /** When it was first imported. */
  loadedAt: Date;
  changedAt: Date;
}

export const returnTableEntity = new EntitySchema<ReturnTableEntity>({
  name: 'ReturnTable',
  tableName: 'return_table',
  columns: {
    laCode: { name: 'la_code', type: 'text', primary: true, primaryKeyConstraintName: 'pk_return_table' },
    collectionYear: {
      name: 'collection_year',
      type: 'integer',
      primary: true,
      primaryKeyConstraintName: 'pk_return_table',
    },
    tableName: { name: 'table_name', type: 'text', primary: true, primaryKeyConstraintName: 'pk_return_table' },
    rowCount: { name: 'row_count', type: 'integer' },
    loadedAt: { name: 'loaded_at', type: 'timestamptz' },
    changedAt: { name: 'changed_at', type: 'timestamptz' },
  },
});
