import { expect, test } from 'vitest';
import { pageAddress } from './list-pages.tsx';

test('another page of one list leaves the others where they are', () => {
  const search = new URLSearchParams('after=x&posts=y');
  expect(pageAddress(search, 'posts', 'z')).toBe('?after=x&posts=z');
  expect(pageAddress(search, 'posts', null)).toBe('?after=x');
});
