import { decodeText } from './decode-text.ts';
import { readReturnFile, type ReceivedFile } from './read-return-file.ts';
import { refusals } from './refusals.ts';
import { refusedFile, type ReturnFile, type ReturnForm } from './return-file.ts';

/** How much of a file is looked at to tell its form. */
const START = 4096;

/**
 * Reads a file of whatever form, told by its content and not its name: a delimited file holds one table, an XML file
 * the whole return, a workbook a table a sheet.
 *
 * Never throws: what cannot be used comes back with a `refusal`.
 */
export async function readSentFile(received: ReceivedFile): Promise<readonly ReturnFile[]> {
  const form = formOf(received.bytes);
  if (form === 'csv') return [readReturnFile(received)];
  // Most returns are CSV files: the other readers are fetched when one is needed, which a page notices.
  if (form === 'workbook') return (await import('../workbook/read-workbook.ts')).readWorkbook(received);
  return (await import('../xml/read-xml-return.ts')).readXmlReturn(received);
}

/**
 * Refuses every file when a whole return in XML comes with anything else, for then everything would be said twice.
 * Otherwise the files as they are.
 *
 * @param sent what each file that was sent was read as.
 */
export function refuseMixedForms(sent: readonly (readonly ReturnFile[])[]): readonly (readonly ReturnFile[])[] {
  if (sent.length < 2 || !sent.some(([first]) => first?.form === 'xml')) return sent;
  return sent.map((files) => files.map(({ name, form }) => refusedFile({ name, form, refusal: refusals.mixed })));
}

function formOf(bytes: Uint8Array): ReturnForm {
  const decoded = decodeText(bytes.subarray(0, START));
  if (decoded.kind === 'workbook') return 'workbook';
  return decoded.kind === 'text' && decoded.text.trimStart().startsWith('<') ? 'xml' : 'csv';
}
