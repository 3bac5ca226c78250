import {
  readSentFile,
  refuseMixedForms,
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
  /**
   * Only tables with at least one row, for a CSV file or a sheet without rows changes nothing; of an XML return, which is
   * the whole return, the tables without rows as well.
   */
  readonly tables: ReadonlyMap<TableName, readonly ReceivedRow[]>;
  readonly rowCount: number;
}

/** A row of a sent file; its `ref` is its number among all rows sent. */
export type ReceivedRow = CheckedRow & { readonly ref: number };

/**
 * Reads the files of a return one after the other, whatever their form. Files and sheets of the same table are taken
 * together, in the order sent; an XML return that comes with anything else is refused with all of it.
 */
export async function readSentFiles(
  sent: AsyncIterable<SentFile> | Iterable<SentFile>,
  { year, onFile }: { year: number; onFile: () => Promise<void> },
): Promise<ReceivedReturn> {
  const read: (readonly ReturnFile[])[] = [];
  for await (const { name, bytes } of sent) {
    read.push(await readSentFile({ name, bytes, year }));
    await onFile();
  }
  const files = refuseMixedForms(read).flat();
  const byTable = new Map<TableName, ReceivedRow[]>();
  let rowCount = 0;
  for (const { table, form, name: file, rows } of files) {
    if (table === null || (rows.length === 0 && form !== 'xml')) continue;
    const received = byTable.get(table) ?? [];
    byTable.set(table, received);
    for (const row of rows) received.push({ ref: rowCount++, file, ...row });
  }
  return { files: files.map(importedFile), tables: inOrderOfReturn(byTable), rowCount };
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
