import { EntitySchema } from 'typeorm';

/** Where an import stands: `Import903Status` of the graph. */
export type Import903Status =
  'QUEUED' | 'RUNNING' | 'LOADED' | 'UNCHANGED' | 'CHECKED' | 'REFUSED' | 'INTERRUPTED' | 'FAILED';

/** What became of one file, as stored with its import and answered by the graph. */
export interface ImportedFile {
  name: string;
  table: string | null;
  rows: number;
  encoding: string | null;
  notes: string[];
  refusal: string | null;
}

/** What became of one table's rows, as stored with its import and answered by the graph. */
export interface ImportedTable {
  table: string;
  rowsRead: number;
  rowsAdded: number;
  rowsRemoved: number;
  rowsUnchanged: number;
  rowsKeptOut: number;
  rowsWithFault: number;
}

/** One import of a return. Written outside the transaction that loads, so that progress can be seen. */
export interface Import903Entity {
  laCode: string;
  id: string;
  collectionYear: number;
  isDryRun: boolean;
  status: Import903Status;
  /** 0 to 1. */
  progress: number;
  /** In plain words. */
  stage: string;
  /** Subject of the viewer who asked for it. */
  startedBy: string;
  startedAt: Date;
  finishedAt: Date | null;
  /** The advisory lock that the process running it holds for as long as it lives. */
  runner: string;
  files: ImportedFile[];
  tables: ImportedTable[];
  rulesNotRun: { rule: string; reason: string }[];
  faultCount: number;
}

export const import903Entity = new EntitySchema<Import903Entity>({
  name: 'Import903',
  tableName: 'import_903',
  columns: {
    laCode: { name: 'la_code', type: 'text', primary: true, primaryKeyConstraintName: 'pk_import_903' },
    id: { name: 'id', type: 'text', primary: true, primaryKeyConstraintName: 'pk_import_903' },
    collectionYear: { name: 'collection_year', type: 'integer' },
    isDryRun: { name: 'is_dry_run', type: 'boolean' },
    status: { name: 'status', type: 'text' },
    progress: { name: 'progress', type: 'double precision' },
    stage: { name: 'stage', type: 'text' },
    startedBy: { name: 'started_by', type: 'text' },
    startedAt: { name: 'started_at', type: 'timestamptz' },
    finishedAt: { name: 'finished_at', type: 'timestamptz', nullable: true },
    runner: { name: 'runner', type: 'bigint' },
    files: { name: 'files', type: 'jsonb' },
    tables: { name: 'tables', type: 'jsonb' },
    rulesNotRun: { name: 'rules_not_run', type: 'jsonb' },
    faultCount: { name: 'fault_count', type: 'integer' },
  },
  checks: [
    {
      name: 'ck_import_903_status',
      expression:
        "status IN ('QUEUED', 'RUNNING', 'LOADED', 'UNCHANGED', 'CHECKED', 'REFUSED', 'INTERRUPTED', 'FAILED')",
    },
    { name: 'ck_import_903_progress', expression: 'progress BETWEEN 0 AND 1' },
  ],
  indices: [{ name: 'ix_import_903_started', columns: ['laCode', 'startedAt'] }],
});

/** One fault of one row, in the order of child, table and row. */
export interface ReturnFaultEntity {
  laCode: string;
  importId: string;
  ordinal: number;
  fileName: string;
  /** 1 is the line of column names; null when the fault is the whole file's. */
  rowNumber: number | null;
  tableName: string | null;
  fields: string[];
  ruleCode: string;
  message: string;
  whatToDo: string;
  childLocalId: string | null;
  /** `childId(laCode, childLocalId)`; empty text when the row names no child. */
  childId: string;
  keepsRowOut: boolean;
}

export const returnFaultEntity = new EntitySchema<ReturnFaultEntity>({
  name: 'ReturnFault',
  tableName: 'return_fault',
  columns: {
    laCode: { name: 'la_code', type: 'text', primary: true, primaryKeyConstraintName: 'pk_return_fault' },
    importId: { name: 'import_id', type: 'text', primary: true, primaryKeyConstraintName: 'pk_return_fault' },
    ordinal: { name: 'ordinal', type: 'integer', primary: true, primaryKeyConstraintName: 'pk_return_fault' },
    fileName: { name: 'file_name', type: 'text' },
    rowNumber: { name: 'row_number', type: 'integer', nullable: true },
    tableName: { name: 'table_name', type: 'text', nullable: true },
    fields: { name: 'fields', type: 'text', array: true },
    ruleCode: { name: 'rule_code', type: 'text' },
    message: { name: 'message', type: 'text' },
    whatToDo: { name: 'what_to_do', type: 'text' },
    childLocalId: { name: 'child_local_id', type: 'text', nullable: true },
    childId: { name: 'child_id', type: 'text' },
    keepsRowOut: { name: 'keeps_row_out', type: 'boolean' },
  },
  foreignKeys: [
    {
      name: 'fk_return_fault_import_903',
      target: 'Import903',
      columnNames: ['laCode', 'importId'],
      referencedColumnNames: ['laCode', 'id'],
      onDelete: 'CASCADE',
    },
  ],
});

/** What became of one child's rows in an import. */
export interface Import903ChildEntity {
  laCode: string;
  importId: string;
  /** Empty text for the rows that name no child. */
  childId: string;
  /** Rows by the name of the file. */
  rowsOfFiles: Record<string, number>;
  /** What became of them, by table; what became of none is left out. */
  rowsOfTables: Record<string, Partial<Omit<ImportedTable, 'table'>>>;
}

export const import903ChildEntity = new EntitySchema<Import903ChildEntity>({
  name: 'Import903Child',
  tableName: 'import_903_child',
  columns: {
    laCode: { name: 'la_code', type: 'text', primary: true, primaryKeyConstraintName: 'pk_import_903_child' },
    importId: { name: 'import_id', type: 'text', primary: true, primaryKeyConstraintName: 'pk_import_903_child' },
    childId: { name: 'child_id', type: 'text', primary: true, primaryKeyConstraintName: 'pk_import_903_child' },
    rowsOfFiles: { name: 'rows_of_files', type: 'jsonb' },
    rowsOfTables: { name: 'rows_of_tables', type: 'jsonb' },
  },
});
