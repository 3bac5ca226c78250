import { expect, test } from 'vitest';
import { withoutValues } from './without-values.ts';

const canary = 'Ivy Fictley';

test.each([
  [`Variable "$n" got invalid value "${canary}"; Int cannot represent non-integer value: "${canary}"`, '$n'],
  [
    `Variable "$b" got invalid value { a: "${canary}" }; Field "from" of required type "Date!" was not provided.`,
    'Field "from"',
  ],
  [
    `Variable "$b" got invalid value "${canary}" at "b.part"; Value "${canary}" does not exist in "MeasurePart" enum.`,
    '$b',
  ],
  [
    `Expected value of type "Date", found "${canary}"; A Date is a day that exists, written YYYY-MM-DD.`,
    'A Date is a day',
  ],
  [`Expected value of type "ID!", found {a: "${canary}"}.`, 'ID!'],
  [`Int cannot represent non-integer value: "${canary}"`, 'Int'],
  [`Value "${canary}" does not exist in "MeasurePart" enum. Did you mean "${canary}"?`, 'MeasurePart'],
  [`Syntax Error: Expected Name, found String "${canary}".`, 'Expected Name, found String'],
  [`Syntax Error: Unexpected String "${canary}".`, 'Unexpected String'],
])('what was wrong is told, and not the value: %s', (message, told) => {
  expect(withoutValues(message)).toContain(told);
  expect(withoutValues(message)).not.toContain('Fictley');
});

test('other messages stay as they are', () => {
  const message = 'Cannot query field "x" on type "Query".';
  expect(withoutValues(message)).toBe(message);
});
