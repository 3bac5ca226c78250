import type { PlainDate } from '@mainstay/primitives';
import { decodeText } from '../reading/decode-text.ts';
import { largestFile, refusals } from '../reading/refusals.ts';
import { splitCells } from '../reading/split-cells.ts';
import { authorityNamed, presentCode } from './authorities.ts';
import { codesIn, dayIn, dayNamedIn } from './provider-cells.ts';
import { providerColumns, type ProviderColumn, type ProviderColumns } from './provider-columns.ts';
import { normalUrn, type Provider } from './providers.ts';

/** A sheet of a workbook, or a file: rows of cells as text; days may be the numbers that workbooks hold. */
export interface ListSheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** What was read of Ofsted's list. */
export interface ReadProviderList {
  readonly providers: readonly Provider[];
  /** The day the list says it was made; null when it does not say. */
  readonly asAt: PlainDate | null;
  /** What was passed over, in words. */
  readonly notes: readonly string[];
  /** Why nothing could be used, and what to do; null when it could. */
  readonly refusal: string | null;
}

/** How many rows above the headings a list may have. */
const longestPreface = 10;

const words = {
  workbook: 'The file is not text. Load the workbook as it is, or save its sheet as CSV UTF-8 and load that.',
  empty: "The file is empty. Load Ofsted's list of providers again.",
  noNumbers:
    'No column is headed URN, so the file is not a list of providers. ' +
    "Load Ofsted's list of children's homes and social care providers.",
  nothingToLookUp:
    'The list has no column of postcodes, placement codes or provider codes, so nothing could be looked up in it. ' +
    "Load Ofsted's list of children's homes and social care providers.",
  noRows: 'The list has column names but no provider under them. Load the whole list.',
};

/** Reads Ofsted's list of providers from a CSV file. Never throws: what cannot be used comes back with a `refusal`. */
export function readProviderList({ name, bytes }: { name: string; bytes: Uint8Array }): ReadProviderList {
  if (bytes.length > largestFile) return refusedList(refusals.tooLarge);
  const decoded = decodeText(bytes);
  if (decoded.kind !== 'text') return refusedList(words.workbook);
  if (decoded.text.trim() === '') return refusedList(words.empty);
  const split = splitCells(decoded.text);
  if (split.kind === 'unclosed-quote') return refusedList(refusals.unclosedQuote(split.line));
  return readProviderSheets({ name, sheets: [{ name: '', rows: split.rows.map((row) => row.cells) }] });
}

/**
 * Reads Ofsted's list of providers from the sheets of a workbook.
 *
 * All sheets with a column headed URN are read together: open and closed providers, children's homes, supported
 * accommodation. A sheet of conditions, which has nothing to look up, is passed over.
 *
 * @param list the name of the file, which may say the day the list was made, and its sheets.
 */
export function readProviderSheets(list: { name: string; sheets: readonly ListSheet[] }): ReadProviderList {
  const headed = list.sheets.flatMap((sheet) => headedSheet(sheet) ?? []);
  if (headed.length === 0) return refusedList(words.noNumbers);
  const useful = headed.filter(({ columns }) => columns.postcode ?? columns.placement ?? columns.provider);
  if (useful.length === 0) return refusedList(words.nothingToLookUp);
  const providers: Provider[] = [];
  let unnumbered = 0;
  for (const { sheet, columns, body } of useful) {
    for (const cells of body) {
      if (cells.every((cell) => cell.trim() === '')) continue;
      const provider = providerIn(cells, columns, sheet.name);
      if (provider) providers.push(provider);
      else unnumbered++;
    }
  }
  if (providers.length === 0) return refusedList(words.noRows);
  const said = [list.name, ...useful.flatMap(({ sheet, preface }) => [sheet.name, ...preface])];
  const asAt = said.map(dayNamedIn).find((day) => day !== null) ?? null;
  return { providers, asAt, notes: unnumbered > 0 ? [noteOn(unnumbered)] : [], refusal: null };
}

function headedSheet(sheet: ListSheet) {
  const at = sheet.rows.slice(0, longestPreface).findIndex((cells) => providerColumns(cells) !== null);
  const columns = providerColumns(sheet.rows[at] ?? []);
  if (!columns) return null;
  return { sheet, columns, preface: sheet.rows.slice(0, at).flat(), body: sheet.rows.slice(at + 1) };
}

function providerIn(cells: readonly string[], columns: ProviderColumns, sheetName: string): Provider | null {
  const cell = (column: ProviderColumn) => cells[columns[column] ?? -1]?.trim() ?? '';
  const urn = normalUrn(cell('urn'));
  if (urn === '' || urn === '-') return null;
  const placement = codesIn(cell('placement'), 'PLACE');
  const isSupported = /supported acc/i.test(cell('kind')) || /^SA\b|supported acc/i.test(sheetName);
  const laName = cell('laName');
  const laCode = cell('laCode').toUpperCase();
  return {
    urn,
    postcode: orNull(cell('postcode').toUpperCase()),
    laCode: /^E\d{8}$/.test(laCode) ? presentCode(laCode) : authorityNamed(laName),
    laName: orNull(laName),
    // The lists give supported accommodation no placement code of its own.
    placementCodes: placement.length === 0 && isSupported ? ['K3'] : placement,
    providerCodes: codesIn(cell('provider'), 'PLACE_PROVIDER'),
    registeredOn: dayIn(cell('registered')),
    registrationEndedOn: dayIn(cell('ended')),
  };
}

function orNull(text: string): string | null {
  return text === '' || text === '-' ? null : text;
}

function noteOn(unnumbered: number): string {
  return unnumbered === 1
    ? 'Passed over 1 row without a number of Ofsted’s.'
    : `Passed over ${unnumbered} rows without a number of Ofsted’s.`;
}

/** A list of which nothing can be used, and why. */
export function refusedList(refusal: string): ReadProviderList {
  return { providers: [], asAt: null, notes: [], refusal };
}
