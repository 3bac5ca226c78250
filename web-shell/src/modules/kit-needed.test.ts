import { expect, test } from 'vitest';
import { isServedBy } from './kit-needed.ts';

test.each([
  ['0.1.0', '0.1.0', true],
  ['0.1.0', '0.1.4', true],
  ['0.1.4', '0.1.0', false],
  ['0.1.0', '0.2.0', false],
  ['1.2.0', '1.3.0', true],
  ['1.3.0', '1.2.9', false],
  ['1.2.0', '2.0.0', false],
])('a module for kit %s in a page with %s: %s', (needed, actual, works) => {
  expect(isServedBy(needed, actual)).toBe(works);
});
