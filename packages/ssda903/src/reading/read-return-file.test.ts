import { describe, expect, test } from 'vitest';
import { largestFile } from './refusals.ts';
import { readReturnFile } from './read-return-file.ts';
import type { ReturnFile } from './return-file.ts';

const columns = 'CHILD,DOB,REVIEW,REVIEW_CODE';
const row = 'A1,01/02/2010,05/05/2024,PN1';
const cells = ['A1', '01/02/2010', '05/05/2024', 'PN1'];

function readBytes(bytes: Uint8Array, year = 2025): ReturnFile {
  return readReturnFile({ name: 'whatever.csv', bytes, year });
}

function read(text: string, year = 2025): ReturnFile {
  return readBytes(new TextEncoder().encode(text), year);
}

function utf16(text: string, order: 'le' | 'be', mark: boolean): Uint8Array {
  const units = (mark ? `\uFEFF${text}` : text).split('').map((character) => character.charCodeAt(0));
  return new Uint8Array(units.flatMap((unit) => (order === 'le' ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])));
}

describe('recognising a file', () => {
  test('goes by its columns in any order, case and padding, not by its name', () => {
    const file = read(' review_code ,Child,REVIEW,dob\npn1, a1 ,05/05/2024,01/02/2010\n');
    expect(file).toMatchObject({ table: 'Reviews', refusal: null, rows: [{ line: 2, cells, problem: null }] });
  });

  test('passes over extra columns and says which', () => {
    const file = read(`${columns},LA,YEAR\n${row},Barking,2025\n`);
    expect(file.rows).toEqual([{ line: 2, cells, problem: null }]);
    expect(file.notes).toContain('Passed over the columns LA and YEAR.');
  });

  test('marks the rows of other years when there is a YEAR column', () => {
    const file = read(`${columns},YEAR\n${row},2024\n${row},2025\n`);
    expect(file.rows.map(({ problem }) => problem)).toEqual(['other-year', null]);
  });

  test('refuses missing columns with the nearest table and what is missing', () => {
    expect(read(`CHILD,DOB,REVIEW\n${row}`).refusal).toContain(
      'nearest to the table Reviews, but REVIEW_CODE is missing',
    );
  });

  test('refuses a column that is there twice', () => {
    expect(read(`${columns},REVIEW\n${row},05/05/2024\n`).refusal).toContain('REVIEW is there more than once');
  });

  test('refuses columns that belong to no table', () => {
    expect(read('NAME,AGE\nSam,4\n').refusal).toContain('None of the columns belongs to a table');
    expect(read(`${row}\n${row}\n`).refusal).toContain('The first row must hold the column names');
  });

  test('takes the larger table when the columns of two are there', () => {
    expect(read('CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB,DUC\nA1,M,01/02/2010,WBRI,UN1,,,\n').table).toBe('Header');
  });

  test('marks the rows of a table that the year does not have', () => {
    const file = read('CHILD,DOB,DOLO_START,DOLO_END\nA1,01/02/2010,01/05/2024,\n');
    expect(file.rows[0]?.problem).toBe('table-not-collected');
    expect(file.notes.join()).toContain('collected from 2027');
  });
});

describe('decoding a file', () => {
  test.each([
    ['utf-8', new TextEncoder().encode(`${columns}\n${row}`)],
    ['utf-8', new TextEncoder().encode(`\uFEFF${columns}\n${row}`)],
    ['utf-16le', utf16(`${columns}\n${row}`, 'le', true)],
    ['utf-16be', utf16(`${columns}\n${row}`, 'be', true)],
    ['utf-16le', utf16(`${columns}\n${row}`, 'le', false)],
    ['utf-16be', utf16(`${columns}\n${row}`, 'be', false)],
  ])('reads %s, with and without a byte order mark', (encoding, bytes) => {
    expect(readBytes(bytes)).toMatchObject({ table: 'Reviews', encoding, rows: [{ cells }] });
  });

  test('reads Windows-1252 where the bytes are not UTF-8', () => {
    const bytes = new Uint8Array([
      ...new TextEncoder().encode(`${columns}\nA`),
      0xe9,
      ...new TextEncoder().encode(row.slice(2)),
    ]);
    expect(readBytes(bytes)).toMatchObject({ encoding: 'windows-1252', rows: [{ cells: ['AÉ', ...cells.slice(1)] }] });
  });

  test.each([
    ['a workbook', [0x50, 0x4b, 0x03, 0x04, 0x14], 'spreadsheet workbook'],
    ['a workbook of an old kind', [0xd0, 0xcf, 0x11, 0xe0, 0xa1], 'spreadsheet workbook of an old kind'],
    ['a PDF', [0x25, 0x50, 0x44, 0x46, 0x2d], 'PDF'],
    ['other binary content', [1, 0, 0, 0, 7, 7, 0, 0, 0, 1], 'not text'],
  ])('refuses %s and says what to do', (_, bytes, words) => {
    const { refusal } = readBytes(new Uint8Array(bytes));
    expect(refusal).toContain(words);
    expect(refusal).toMatch(/CSV/);
  });

  test('refuses XML, empty files, and files that are too large', () => {
    expect(read('<?xml version="1.0"?><EXPSSDA903/>').refusal).toContain('XML');
    expect(read('').refusal).toContain('empty');
    expect(read(' \r\n\r\n').refusal).toContain('empty');
    expect(readBytes(new Uint8Array(largestFile + 1)).refusal).toContain('larger than 64 MB');
  });
});

describe('splitting a file', () => {
  test.each([
    ['LF', '\n', ','],
    ['CRLF', '\r\n', ';'],
    ['CR', '\r', '\t'],
  ])('reads lines ended by %s', (_, ending, delimiter) => {
    const text = [columns, row, row].join(ending).replaceAll(',', delimiter);
    expect(read(text)).toMatchObject({
      delimiter,
      rows: [
        { line: 2, cells },
        { line: 3, cells },
      ],
    });
  });

  test('numbers rows by the line they begin on, after quoted line breaks and blank lines', () => {
    const text = `${columns}\n"A\r\n1",01/02/2010,05/05/2024,PN1\n\n,,,\n${row}\n`;
    const file = read(text);
    expect(file.rows.map(({ line }) => line)).toEqual([2, 6]);
    expect(file.notes).toContain('Passed over 1 row with nothing in it.');
  });

  test('reads quoted cells that hold the delimiter and quotation marks', () => {
    expect(read(`${columns}\n"A,""1""",01/02/2010,05/05/2024,PN1\n`).rows[0]?.cells[0]).toBe('A,"1"');
  });

  test('refuses a quotation mark that is never closed, with its line', () => {
    expect(read(`${columns}\n${row}\nA2,"01/02/2010,05/05/2024,PN1\n${row}\n`).refusal).toContain('opened on line 3');
  });

  test('refuses a quotation mark that is followed by text', () => {
    expect(read(`${columns}\n${row}\n"A"2,01/02/2010,05/05/2024,PN1\n${row}\n`).refusal).toContain('opened on line 3');
  });

  test('obeys the separator line that Excel writes', () => {
    expect(read(`sep=;\n${columns.replaceAll(',', ';')}\n${row.replaceAll(',', ';')}`).rows).toEqual([
      { line: 3, cells, problem: null },
    ]);
  });

  test('marks rows with too few or too many cells, and lets empty surplus cells be', () => {
    const file = read(`${columns}\nA1,01/02/2010,05/05/2024\n${row},PN2\n${row},,\n`);
    expect(file.rows.map(({ problem }) => problem)).toEqual(['too-few-cells', 'too-many-cells', null]);
  });

  test('marks rows with characters that are not text', () => {
    const rows = Array.from({ length: 40 }, () => row).join('\n');
    expect(read(`${columns}\nA\u00001,01/02/2010,05/05/2024,PN1\n${rows}`).rows[0]?.problem).toBe('control-characters');
  });

  test('says that a file with column names only changes nothing', () => {
    expect(read(`${columns}\r\n`)).toMatchObject({ table: 'Reviews', rows: [], refusal: null });
    expect(read(columns).notes.join()).toContain('changes nothing');
  });
});

describe('the cells of a file', () => {
  test('are trimmed, in capitals, and dates are written DD/MM/YYYY', () => {
    const file = read(`${columns}\n a1 ,2010-02-01,2024-05-05 00:00:00,pn1\n`);
    expect(file.rows[0]?.cells).toEqual(cells);
  });

  test('keep dates that do not exist as they came', () => {
    expect(read(`${columns}\nA1,31/02/2018,2018-02-31,NULL\n`).rows[0]?.cells.slice(1)).toEqual([
      '31/02/2018',
      '2018-02-31',
      'NULL',
    ]);
  });
});
