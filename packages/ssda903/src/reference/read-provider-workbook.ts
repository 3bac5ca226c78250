import { readXlsx } from 'hucre/xlsx';
import { largestFile, refusals } from '../reading/refusals.ts';
import { cellText } from '../workbook/workbook-cell.ts';
import { largestUnpacked, unpackedSize } from '../workbook/workbook-size.ts';
import { readProviderSheets, refusedList, type ReadProviderList } from './read-provider-list.ts';

/** Reads Ofsted's list from a workbook. Never throws: what cannot be used comes back with a `refusal`. */
export async function readProviderWorkbook(file: { name: string; bytes: Uint8Array }): Promise<ReadProviderList> {
  const { name, bytes } = file;
  if (bytes.length > largestFile) return refusedList(refusals.tooLarge);
  const size = unpackedSize(bytes);
  if (size === null) return refusedList(refusals.damagedWorkbook);
  if (size > largestUnpacked) return refusedList(refusals.hugeWorkbook);
  try {
    const { sheets, dateSystem } = await readXlsx(bytes, { readStyles: true });
    const form = { system: dateSystem ?? '1900', format: null };
    return readProviderSheets({
      name,
      sheets: sheets.map((sheet) => ({
        name: sheet.name,
        rows: sheet.rows.map((row) => row.map((value) => cellText(value, null, form))),
      })),
    });
  } catch {
    // The library says what is wrong in the terms of the format, which helps nobody who loads a list.
    return refusedList(refusals.damagedWorkbook);
  }
}
