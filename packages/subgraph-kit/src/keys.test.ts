import { afterEach, expect, test, vi } from 'vitest';
import { acceptedSecrets, deriveKey, matchCode } from './keys.ts';

afterEach(() => vi.unstubAllEnvs());

test('a key belongs to one secret and one purpose', () => {
  const key = deriveKey('secret', 'viewer:children');
  expect(key).toHaveLength(32);
  expect(deriveKey('secret', 'viewer:children').equals(key)).toBe(true);
  expect(deriveKey('secret', 'viewer:contracts').equals(key)).toBe(false);
  expect(deriveKey('other', 'viewer:children').equals(key)).toBe(false);
});

test('while the secret is being changed, the one before is taken too', () => {
  expect(acceptedSecrets('new')).toEqual(['new']);
  const old = 'the secret of thirty-two characters before';
  vi.stubEnv('MAINSTAY_SECRET_PREVIOUS', old);
  expect(acceptedSecrets('new')).toEqual(['new', old]);
  expect(acceptedSecrets(old)).toEqual([old]);
  vi.stubEnv('MAINSTAY_SECRET_PREVIOUS', 'short');
  expect(() => acceptedSecrets('new')).toThrow('MAINSTAY_SECRET_PREVIOUS');
});

test('a family name is compared by its letters, a postcode by its letters and digits', () => {
  const code = matchCode('secret', 'family-name', 'O’Neill-Brontë');
  expect(code).toMatch(/^[0-9a-f]{64}$/);
  expect(matchCode('secret', 'family-name', 'oneill bronte')).toBe(code);
  expect(matchCode('other', 'family-name', 'oneill bronte')).not.toBe(code);
  expect(matchCode('secret', 'postcode', 'b15 1tj')).toBe(matchCode('secret', 'postcode', 'B151TJ'));
  expect(matchCode('secret', 'family-name', ' - ')).toBeNull();
});
