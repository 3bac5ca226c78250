import { expect, test } from 'vitest';
import { deriveKey } from './keys.ts';

test('a key belongs to one secret and one purpose', () => {
  const key = deriveKey('secret', 'viewer:children');
  expect(key).toHaveLength(32);
  expect(deriveKey('secret', 'viewer:children').equals(key)).toBe(true);
  expect(deriveKey('secret', 'viewer:contracts').equals(key)).toBe(false);
  expect(deriveKey('other', 'viewer:children').equals(key)).toBe(false);
});
