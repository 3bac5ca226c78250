import { writeXlsx, type CellValue, type WriteSheet } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { readSentFile, refuseMixedForms } from '../reading/read-sent-file.ts';
import { refusedFile, type ReturnFile } from '../reading/return-file.ts';
import { tables } from '../tables/tables.ts';

const year = 2025;
const read = (bytes: Uint8Array): Promise<readonly ReturnFile[]> => readSentFile({ name: 'return.xlsx', bytes, year });
const readSheets = async (...sheets: WriteSheet[]) => read(await writeXlsx({ sheets }));

const reviews = ['CHILD', 'DOB', 'REVIEW', 'REVIEW_CODE'];
const born = new Date(Date.UTC(2010, 1, 1));
const row: CellValue[] = ['A1', born, new Date(Date.UTC(2024, 4, 5)), 'PN1'];
const cells = ['A1', '01/02/2010', '05/05/2024', 'PN1'];

describe('a workbook', () => {
  test('is read sheet by sheet, each recognised by its columns and named with the file', async () => {
    const files = await readSheets(
      {
        name: 'One',
        rows: [
          ['review_code', ' Child ', 'REVIEW', 'dob'],
          ['pn1', 'a1', '05/05/2024', '2010-02-01'],
        ],
      },
      {
        name: 'Two',
        rows: [
          ['CHILD', 'SEX', 'DOB', 'DUC'],
          ['A1', 'M', born, null],
        ],
      },
    );
    expect(files).toEqual([
      expect.objectContaining({ name: 'return.xlsx: One', form: 'workbook', table: 'Reviews', refusal: null }),
      expect.objectContaining({ name: 'return.xlsx: Two', form: 'workbook', table: 'UASC', refusal: null }),
    ]);
    expect(files[0]?.rows).toEqual([{ line: 2, cells, problem: null }]);
    expect(files[1]?.rows).toEqual([{ line: 2, cells: ['A1', 'M', '01/02/2010', ''], problem: null }]);
  });

  test('reads dates as dates, as serial numbers without a format, and as text', async () => {
    const [file] = await readSheets({
      name: 'R',
      rows: [reviews, row, ['A1', 40210, 45417, ' pn1 '], ['A1', '01/02/2010', '2024-05-05', 'PN1']],
    });
    expect(file?.rows.map((read) => read.cells)).toEqual([cells, cells, cells]);
  });

  test('counts days from 1904 where the workbook does', async () => {
    const [file] = await read(
      await writeXlsx({ dateSystem: '1904', sheets: [{ name: 'R', rows: [reviews, ['A1', 38748, 43955, 'PN1']] }] }),
    );
    expect(file?.rows[0]?.cells).toEqual(cells);
  });

  test('keeps leading zeros of text, and those that a number’s format shows', async () => {
    const rows: CellValue[][] = [reviews, ['007', born, born, 'PN1'], [7, born, born, 'PN1'], [7, born, born, 'PN1']];
    const [file] = await readSheets({ name: 'R', rows, cells: new Map([['2,0', { style: { numFmt: '0000' } }]]) });
    expect(file?.rows.map((read) => read.cells[0])).toEqual(['007', '0007', '7']);
  });

  test('reads true and false as 1 and 0, and whole numbers without a decimal point', async () => {
    const columns = tables.find(({ name }) => name === 'OC2')?.columns.map(({ name }) => name) ?? [];
    const [file] = await readSheets({
      name: 'OC2',
      rows: [columns, ['A1', born, 12.0, null, false, true, 1, 0, 1, 0, null, null]],
    });
    expect(file?.rows[0]?.cells).toEqual(['A1', '01/02/2010', '12', '', '0', '1', '1', '0', '1', '0', '', '']);
  });

  test('leaves a date with a time, and a number that is no day, for a rule to object to', async () => {
    const late = new Date(Date.UTC(2024, 4, 5, 13, 30));
    const [file] = await readSheets({ name: 'R', rows: [reviews, ['A1', 3, late, 'PN1']] });
    expect(file?.rows[0]?.cells).toEqual(['A1', '3', '05/05/2024 13:30:00', 'PN1']);
  });

  test('numbers rows as the sheet does, below a heading and past rows with nothing in them', async () => {
    const [file] = await readSheets({ name: 'R', rows: [[], reviews, row, [null, ' '], row] });
    expect(file?.rows.map(({ line }) => line)).toEqual([3, 5]);
    expect(file?.notes).toContain('Passed over 1 row with nothing in it.');
  });

  test('passes over hidden sheets and sheets of no table, and says which', async () => {
    const files = await readSheets(
      { name: 'Cover', rows: [['Return of the council']] },
      { name: 'Reviews', rows: [reviews, row] },
      { name: 'Old', hidden: true, rows: [reviews, row] },
    );
    expect(files.map(({ name }) => name)).toEqual(['return.xlsx: Reviews']);
    expect(files[0]?.notes.join(' ')).toContain('Passed over the sheets Cover and Old');
  });

  test('refuses a sheet in which a column is missing, and reads the others', async () => {
    const files = await readSheets(
      { name: 'A', rows: [reviews.slice(0, 3), row.slice(0, 3)] },
      { name: 'B', rows: [reviews, row] },
    );
    expect(files.map(({ table }) => table)).toEqual([null, 'Reviews']);
    expect(files[0]?.refusal).toContain('REVIEW_CODE is missing');
  });
});

describe('a workbook that cannot be used is refused:', () => {
  const refusalOf = async (bytes: Uint8Array) => (await read(bytes)).map(({ refusal }) => refusal).join();

  test('without any table', async () => {
    expect(await refusalOf(await writeXlsx({ sheets: [{ name: 'S', rows: [['x']] }] }))).toContain(
      'No sheet of the workbook',
    );
  });

  test('cut off, or an archive of another kind', async () => {
    const whole = await writeXlsx({ sheets: [{ name: 'R', rows: [reviews, row] }] });
    expect(await refusalOf(whole.subarray(0, whole.length / 2))).toContain('damaged');
    expect(await refusalOf(new Uint8Array([0x50, 0x4b, 3, 4, 1]))).toContain('damaged');
  });

  test('that says it unpacks to more than any return, before it is unpacked', async () => {
    const whole = await writeXlsx({ sheets: [{ name: 'R', rows: [reviews, row] }] });
    const view = new DataView(whole.buffer, whole.byteOffset, whole.byteLength);
    const entry =
      Array.from(whole.keys()).find((at) => at + 4 <= whole.length && view.getUint32(at, true) === 0x02014b50) ?? 0;
    view.setUint32(entry + 24, 0xfffffff0, true);
    expect(await refusalOf(whole)).toContain('unpack to more than 512 MB');
  });
});

describe('files of several forms', () => {
  const file = (form: ReturnFile['form']) => [{ ...refusedFile({ name: form, form, refusal: '' }), refusal: null }];

  test('go together unless one is the XML of a whole return', () => {
    const fine = [[file('csv'), file('workbook')], [file('xml')]];
    for (const sent of fine) expect(refuseMixedForms(sent)).toBe(sent);
    for (const sent of [
      [file('csv'), file('xml')],
      [file('xml'), file('xml')],
      [file('xml'), file('workbook')],
    ]) {
      const refusals = refuseMixedForms(sent)
        .flat()
        .map(({ refusal }) => refusal);
      expect(refusals.every((refusal) => refusal?.includes('loaded alone'))).toBe(true);
    }
  });
});
