import { describe, expect, it } from 'vitest';
import { ownPath } from './sign-in.routes.ts';

describe('page to go to after a sign-in', () => {
  it('is the one that was asked for', () => {
    expect(ownPath('/la/children?on=2026-03-31')).toBe('/la/children?on=2026-03-31');
  });

  it.each([
    undefined,
    '',
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/la\nx',
    '/sign-in?returnTo=/sign-in',
    `/${'x'.repeat(3_000)}`,
  ])('is the first page for %j', (path) => {
    expect(ownPath(path)).toBe('/');
  });
});
