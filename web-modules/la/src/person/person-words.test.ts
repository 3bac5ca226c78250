import { expect, test } from 'vitest';
import { capacityInWords, personInWords, personWithRole } from './person-words.ts';

const person = (name: string | null, role: string | null) => ({ id: 'sub-1', name, role });

test('a person is said by name, and by the identifier they sign in with where no name is known', () => {
  expect(personInWords(person('Amara Field', 'la-analyst'))).toBe('Amara Field');
  expect(personInWords(person(null, null))).toBe('sub-1');
  expect(personInWords(null)).toBe('Nobody signed in');
});

test('a role follows the name; only a title keeps its capitals', () => {
  expect(personWithRole(person('Amara Field', 'la-analyst'))).toBe('Amara Field, analyst');
  expect(personWithRole(person('Gwen Ashe', 'la-iro'))).toBe('Gwen Ashe, Independent Reviewing Officer');
  expect(personWithRole(person('Somebody', null))).toBe('Somebody');
});

test('what somebody acted as and for is said as far as it is known', () => {
  expect(capacityInWords({ role: 'swp-worker', organisation: 'Canal Street Practice' })).toBe(
    'Social worker, Canal Street Practice',
  );
  expect(capacityInWords({ role: null, organisation: null })).toBe('Not known');
});
