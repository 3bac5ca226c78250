import { expect, test } from 'vitest';
import { purposeInWords } from './purpose-words.ts';

test.each([
  ['care', 'Looking after children'],
  ['inspection E08000025.f0', 'Inspection'],
  ['break-glass E08000025.f0', 'Broken glass'],
  ['careful counting of placements', 'careful counting of placements'],
])('“%s” is said as “%s”', (purpose, words) => {
  expect(purposeInWords(purpose)).toBe(words);
});
