import { expect, test } from 'vitest';
import { stateInWords, taskPath } from './duty-words.ts';

test('a duty says where it stands', () => {
  expect(stateInWords('LATE', 1)).toBe('Late by 1 day');
  expect(stateInWords('DUE_SOON', 0)).toBe('Within 7 days');
  expect(stateInWords('MET', 0)).toBe('Done');
});

test('a duty leads to the task', () => {
  expect(taskPath('/swp/children/c', 'VISIT')).toBe('/swp/children/c/visits/new');
  expect(taskPath('/la/children/c', 'ALLOCATION_DECISION')).toBe('/la/children/c');
});
