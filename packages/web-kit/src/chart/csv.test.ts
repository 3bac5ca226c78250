import { describe, expect, test } from 'vitest';
import { csvOf } from './csv.ts';

const body = (cell: string | number | null) => csvOf(['a'], [[cell]]).split('\r\n')[1];

describe('csvOf', () => {
  test('begins with a byte-order mark and ends every line with CRLF', () => {
    expect(csvOf(['year', 'value'], [['2025', 12.4]])).toBe('\uFEFFyear,value\r\n2025,12.4\r\n');
  });

  test('quotes commas, quotation marks and line breaks', () => {
    expect(body('a, b')).toBe('"a, b"');
    expect(body('say "yes"')).toBe('"say ""yes"""');
    expect(csvOf(['a'], [['one\ntwo']])).toContain('"one\ntwo"');
  });

  test('never writes a text that a spreadsheet would run', () => {
    expect(body('=HYPERLINK("x")')).toBe('"\'=HYPERLINK(""x"")"');
    expect(body('@sum')).toBe("'@sum");
    expect(body('-1')).toBe("'-1");
  });

  test('leaves numbers as they are and nothing empty', () => {
    expect(body(-1)).toBe('-1');
    expect(body(null)).toBe('');
  });
});
