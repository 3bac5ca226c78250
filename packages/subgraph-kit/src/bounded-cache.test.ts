import { expect, test } from 'vitest';
import { BoundedCache } from './bounded-cache.ts';

test('the entry used longest ago goes first', () => {
  const cache = new BoundedCache<string>(2);
  const made: string[] = [];
  const get = (key: string) => cache.getOrMake(key, () => (made.push(key), key.toUpperCase()));
  expect([get('a'), get('b'), get('a'), get('c'), get('a'), get('b')]).toEqual(['A', 'B', 'A', 'C', 'A', 'B']);
  expect(made).toEqual(['a', 'b', 'c', 'b']);
  expect(cache.size).toBe(2);
});
