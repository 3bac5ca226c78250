import { expect, test } from 'vitest';
import { arrayLiteral } from './array-literal.ts';

test('an array is written as PostgreSQL reads it', () => {
  const values = ['a', 'b,c', '', 'say "x"', String.raw`back\slash`, '{}', 'NULL', 'two\nlines', null, 7, true];
  expect(arrayLiteral(values, (value) => value)).toBe(
    String.raw`{"a","b,c","","say \"x\"","back\\slash","{}","NULL","two` + '\nlines",NULL,7,true}',
  );
  expect(arrayLiteral([new Date(0)], (value) => value)).toBe('{"1970-01-01T00:00:00.000Z"}');
  expect(arrayLiteral([], () => null)).toBe('{}');
});
