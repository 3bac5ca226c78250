import { EmptyState, formatNumber, Table, Tag } from '@mainstay/web-kit';
import type { ImportOutcomeFragment } from '../generated/operations.ts';

/** What became of each file, and of each table's rows. */
export function FilesAndTables({ outcome }: { readonly outcome: ImportOutcomeFragment }) {
  return (
    <>
      <h2 className="govuk-heading-m">Files</h2>
      <Files files={outcome.files} />
      <h2 className="govuk-heading-m">Tables</h2>
      <Tables tables={outcome.tables} />
    </>
  );
}

type File = ImportOutcomeFragment['files'][number];

function Files({ files }: { readonly files: readonly File[] }) {
  if (files.length === 0) return <EmptyState title="No file was read." />;
  return (
    <Table
      caption="Files"
      isCaptionHidden
      rows={files}
      rowKey={(file) => file.name}
      hasRowHeads
      columns={[
        { key: 'name', head: 'File', cell: (file) => file.name },
        {
          key: 'table',
          head: 'Table',
          cell: (file) => (file.refusal !== null ? <Tag colour="red">Not used</Tag> : (file.table ?? 'None')),
        },
        { key: 'rows', head: 'Rows', isNumeric: true, cell: (file) => formatNumber(file.rows) },
        { key: 'notes', head: 'What was noticed', cell: (file) => <Notes file={file} /> },
      ]}
    />
  );
}

function Notes({ file }: { readonly file: File }) {
  const reading = file.encoding !== null && file.encoding !== 'utf-8' ? `Read as ${file.encoding}.` : null;
  const notes = [file.refusal, ...file.notes, reading].filter((note) => note !== null);
  if (notes.length === 0) return 'Nothing out of the ordinary';
  return (
    <ul className="govuk-list govuk-!-margin-bottom-0">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}

const COUNTS = [
  ['rowsRead', 'Read'],
  ['rowsAdded', 'Added'],
  ['rowsRemoved', 'Removed'],
  ['rowsUnchanged', 'There already'],
  ['rowsKeptOut', 'Kept out'],
  ['rowsWithFault', 'Accepted with a fault'],
] as const;

function Tables({ tables }: { readonly tables: ImportOutcomeFragment['tables'] }) {
  if (tables.length === 0) return <EmptyState title="No table was found in the files." />;
  return (
    <Table
      caption="Rows of each table"
      captionSize="s"
      rows={tables}
      rowKey={(row) => row.table}
      hasRowHeads
      columns={[
        { key: 'table', head: 'Table', cell: (row) => row.table },
        ...COUNTS.map(([key, head]) => ({
          key,
          head,
          isNumeric: true,
          cell: (row: ImportOutcomeFragment['tables'][number]) => formatNumber(row[key]),
        })),
      ]}
    />
  );
}
