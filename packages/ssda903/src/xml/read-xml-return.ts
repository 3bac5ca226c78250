import { decodeText } from '../reading/decode-text.ts';
import { normaliseCell } from '../reading/normalise-cell.ts';
import type { ReceivedFile } from '../reading/read-return-file.ts';
import { listed, refusals } from '../reading/refusals.ts';
import { refusedFile, type Encoding, type ReturnFile, type RowIn } from '../reading/return-file.ts';
import { tables, tableSpec, type NamedTableSpec, type TableName } from '../tables/tables.ts';
import { readXmlElements, XmlRefusal, type XmlExtent, type XmlRecord } from './xml-elements.ts';
import { episodePart, headerParts, uasc, xmlTables } from './xml-form.ts';

/** The largest XML return that is read, in bytes. */
export const largestXml = 256 * 1024 * 1024;

/**
 * Reads a whole return from its XML form: a `ReturnFile` for each table the form carries, with no rows where the
 * return has none. Each is called by the file and the element its rows stand in (`return.xml: EPISODE`), and each row
 * by the line its element begins on; in a file that is all on a few lines, by its number among the elements of its name.
 *
 * Never throws. A file of which nothing can be used comes back as one `ReturnFile` with a `refusal`.
 */
export function readXmlReturn({ name, bytes }: Pick<ReceivedFile, 'name' | 'bytes'>): ReturnFile[] {
  const refused = (refusal: string) => [refusedFile({ name, form: 'xml', refusal })];
  if (bytes.length > largestXml) return refused(refusals.xmlTooLarge);
  const decoded = decodeText(bytes);
  if (decoded.kind !== 'text') return refused(refusals.workbookKinds[decoded.kind]);
  const rows = new RowsByTable();
  try {
    // A byte order mark is gone with the decoding; spaces before the declaration are a mistake that harms nobody.
    const extent = readXmlElements(decoded.text.trimStart(), rows);
    if (extent.children === 0) return refused(refusals.xmlWithoutChildren);
    return returnFiles(rows, { name, encoding: decoded.encoding, extent });
  } catch (error) {
    if (error instanceof XmlRefusal) return refused(refusals.unusableXml(error));
    throw error;
  }
}

/** A row together with its number among the elements of its name. */
interface PlacedRow {
  readonly row: RowIn;
  readonly ordinal: number;
}

class RowsByTable {
  readonly rows = new Map<TableName, PlacedRow[]>(xmlTables.map((table) => [table, []]));

  onChild(records: readonly XmlRecord[]): void {
    const header = records.find(({ element }) => element === 'HEADER');
    const own = new Map(['CHILD', 'DOB', 'SEX'].map((column) => [column, header?.values.get(column) ?? '']));
    for (const record of records) {
      if (record.element === 'HEADER') this.#addHeader(record);
      else this.#add(tableOf.get(record.element) ?? 'Episodes', record, { ...record, values: merged(own, record) });
    }
  }

  #addHeader(record: XmlRecord): void {
    const { values } = record;
    const flag = (values.get(uasc) ?? '').trim();
    this.#add('Header', record, record, flag);
    if (flag === '1' || isFilled(values, ['DUC'])) this.#add('UASC', record, record);
    for (const table of ['AD1', 'OC3'] as const)
      if (isFilled(values, inlineColumns(table))) this.#add(table, record, record);
  }

  #add(table: TableName, { line, ordinal, element }: XmlRecord, { values }: XmlRecord, flag?: string): void {
    const { columns } = tableSpec(table);
    if (element !== 'HEADER' && !columns.some(({ name }) => !isChilds(name) && values.get(name)?.trim())) return;
    const cells = columns.map((column) => normaliseCell(values.get(column.name) ?? '', column));
    const row = { line, cells, problem: null, ...(flag === undefined ? {} : { uasc: flag }) };
    this.rows.get(table)?.push({ row, ordinal });
  }
}

const tableOf = new Map<string, TableName>(
  [...headerParts, episodePart].flatMap(({ element, table }) => (element === null ? [] : [[element, table] as const])),
);

function isChilds(column: string): boolean {
  return column === 'CHILD' || column === 'DOB' || column === 'SEX';
}

function merged(own: ReadonlyMap<string, string>, { values }: XmlRecord): Map<string, string> {
  return new Map([...own, ...values]);
}

function inlineColumns(table: TableName): string[] {
  return headerParts.flatMap((part) =>
    part.table === table && part.element === null ? part.fields.map(({ column }) => column) : [],
  );
}

function isFilled(values: ReadonlyMap<string, string>, columns: readonly string[]): boolean {
  return columns.some((column) => (values.get(column) ?? '').trim() !== '');
}

function returnFiles(
  { rows }: RowsByTable,
  read: { name: string; encoding: Encoding; extent: XmlExtent },
): ReturnFile[] {
  const isOnFewLines = read.extent.lines < read.extent.children;
  const [first, ...others] = tables.filter(({ name }) => rows.has(name));
  const file = (table: NamedTableSpec, notes: readonly string[]): ReturnFile => {
    const placed = rows.get(table.name) ?? [];
    return {
      name: `${read.name}: ${elementOf(table.name)}`,
      form: 'xml',
      table: table.name,
      encoding: read.encoding,
      delimiter: null,
      rows: placed.map(({ row, ordinal }) => (isOnFewLines ? { ...row, line: ordinal } : row)),
      notes: placed.length === 0 ? [...notes, 'The return has none.'] : notes,
      refusal: null,
    };
  };
  return [...(first ? [file(first, notesOn(read, isOnFewLines))] : []), ...others.map((table) => file(table, []))];
}

/** The element that a table's rows stand in, and the table where it is not the element's only one. */
function elementOf(table: TableName): string {
  if (table === 'Header') return 'HEADER';
  const element = [...headerParts, episodePart].find((part) => part.table === table)?.element;
  return element ?? `HEADER (${table})`;
}

function notesOn({ encoding, extent }: { encoding: Encoding; extent: XmlExtent }, isOnFewLines: boolean): string[] {
  const notes: string[] = [];
  if (isOnFewLines) {
    notes.push(
      'The file is not broken into lines, so a row is named by its number among the elements of its name: ' +
        '12 of EPISODE is the twelfth EPISODE of the file.',
    );
  }
  if (extent.unknown.size > 0) {
    notes.push(`Passed over the ${extent.unknown.size === 1 ? 'element' : 'elements'} ${listed([...extent.unknown])}.`);
  }
  if (extent.strayLine !== null) notes.push(`Passed over text between elements, first on line ${extent.strayLine}.`);
  if (encoding !== 'utf-8') notes.push(`Read as ${encoding}.`);
  notes.push('The XML form does not carry SWEpisodes and DoLo: import them afterwards, as CSV files.');
  return notes;
}
