import {
  readReturnFile,
  tables as allTables,
  type CheckedRow,
  type ReturnFile,
  type TableName,
} from '@mainstay/ssda903';
import type { ImportedFile } from './import-903.entity.ts';

/** A file of a return as it was sent. */
export interface SentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The files of one return, read: their rows by table, numbered from 0 in the order read. */
export interface ReceivedReturn {
  readonly files: readonly ImportedFile[];
  /** Only tables with at least one row: a table without rows changes nothing. */
  readonly tables: ReadonlyMap<TableName, readonly ReceivedRow[]>;
  readonly rowCount: number;
}

/** A row of a sent file; its `ref` is its number among all rows sent. */
export type ReceivedRow = CheckedRow & { readonly ref: number };

/** Reads the files of a return one after the other. Files of the same table are taken together, in the order sent. */
export async function readSentFiles(
  sent: AsyncIterable<SentFile> | Iterable<SentFile>,
  { year, onFile }: { year: number; onFile: () => Promise<void> },
): Promise<ReceivedReturn> {
  const files: ImportedFile[] = [];
  const byTable = new Map<TableName, ReceivedRow[]>();
  let rowCount = 0;
  for await (const { name, bytes } of sent) {
    const file = readReturnFile({ name, bytes, year });
    files.push(importedFile(file));
    if (file.table !== null && file.rows.length > 0) {
      const rows = byTable.get(file.table) ?? [];
      byTable.set(file.table, rows);
      for (const { line, cells, problem } of file.rows) {
        rows.push({ ref: rowCount++, file: name, line, cells, problem });
      }
    }
    await onFile();
  }
  return { files, tables: inOrderOfReturn(byTable), rowCount };
}

function importedFile(file: ReturnFile): ImportedFile {
  return {
    name: file.name,
    table: file.table,
    rows: file.rows.length,
    encoding: file.encoding,
    notes: [...file.notes],
    refusal: file.refusal,
  };
}

function inOrderOfReturn(byTable: ReadonlyMap<TableName, ReceivedRow[]>): Map<TableName, readonly ReceivedRow[]> {
  return new Map(
    allTables.flatMap(({ name }) => (byTable.has(name) ? [[name, byTable.get(name) ?? []] as const] : [])),
  );
}
