import { expect, test } from 'vitest';
import { arrayLiteral } from './array-literal.ts';

test('an array is written as PostgreSQL reads it', () => {
  const values = ['a', 'b,c', '', 'say "x"', String.raw`back\slash`, '{}', 'NULL', 'two\nlines', null, 7, true];
  expect(arrayLiteral(values, (value) => value, 'text')).toBe(
    String.raw`{"a","b,c","","say \"x\"","back\\slash","{}","NULL","two` + '\nlines",NULL,7,true}',
  );
  expect(arrayLiteral([new Date(0)], (value) => value, 'timestamptz')).toBe('{"1970-01-01T00:00:00.000Z"}');
  expect(arrayLiteral(['2024-02-29', null], (value) => value, 'date')).toBe('{2024-02-29,NULL}');
  expect(arrayLiteral([String.raw`\x00ff`], (value) => value, 'bytea')).toBe(String.raw`{"\\x00ff"}`);
  expect(arrayLiteral([], () => null, 'text')).toBe('{}');
});
