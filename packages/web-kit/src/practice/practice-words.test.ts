import { expect, test } from 'vitest';
import { delegatedInWords } from './practice-words.ts';

test('the functions a contract delegates read as a sentence', () => {
  expect(delegatedInWords({ delegatedFunctions: ['CARE_PLANNING', 'PLACEMENT', 'HEALTH'] })).toBe(
    'It delegates care planning, placement and health',
  );
  expect(delegatedInWords({ delegatedFunctions: [] })).toBe('It delegates nothing');
});
