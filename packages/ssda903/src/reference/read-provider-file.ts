import { decodeText } from '../reading/decode-text.ts';
import { readProviderList, type ReadProviderList } from './read-provider-list.ts';

/** How much of a file is looked at to tell its form. */
const start = 4096;

/**
 * Reads Ofsted's list of providers from the file it comes in, told by its content: the workbook that is published, with
 * all of its sheets, or CSV. Never throws: what cannot be used comes back with a `refusal`.
 */
export async function readProviderFile(file: { name: string; bytes: Uint8Array }): Promise<ReadProviderList> {
  if (decodeText(file.bytes.subarray(0, start)).kind !== 'workbook') return readProviderList(file);
  // The reader of workbooks is large: a page fetches it when it is needed.
  return (await import('./read-provider-workbook.ts')).readProviderWorkbook(file);
}
