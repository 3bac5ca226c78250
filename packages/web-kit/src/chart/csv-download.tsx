import { csvOf, type CsvCell } from './csv.ts';

/** A button that saves a table as a CSV file. */
export function CsvDownload(props: {
  /** The file's name, with `.csv` and without anything personal. */
  readonly fileName: string;
  /** What is in it, for those who hear the button alone. */
  readonly of: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly CsvCell[])[];
}) {
  const { fileName, of, columns, rows } = props;
  return (
    <button type="button" className="mainstay-link-button" onClick={() => saveFile(fileName, csvOf(columns, rows))}>
      Download CSV<span className="govuk-visually-hidden"> of {of}</span>
    </button>
  );
}

/** Has the browser save a text as a file: of CSV, unless it is said to be of another type. */
export function saveFile(fileName: string, text: string, type = 'text/csv'): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  // The browser reads the blob after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
