import { expect, test } from 'vitest';
import { childId, laCodeOfChild } from './child-id.ts';

test('a child’s id is the authority’s code and 20 letters of the base32 digest', () => {
  // Computed independently: printf 'E08000025|1234' | sha256sum | xxd -r -p | base32 | tr A-Z a-z | cut -c1-20
  expect(childId('E08000025', '1234')).toBe('E08000025.dl4g2nffege7moumk4in');
});

test('the same number at another authority is another child', () => {
  expect(childId('E08000025', '1')).not.toBe(childId('E08000026', '1').replace('26', '25'));
});

test('the authority can be read from the id', () => {
  expect(laCodeOfChild(childId('E08000025', '1234'))).toBe('E08000025');
  expect(laCodeOfChild('nonsense')).toBe('');
});
