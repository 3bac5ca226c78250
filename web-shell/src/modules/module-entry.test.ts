import { describe, expect, test } from 'vitest';
import { readEntries } from './module-entry.ts';

const la = {
  id: 'la',
  name: 'mod_la',
  title: 'Local authority',
  path: '/la',
  expose: 'module',
  version: '0.1.0-aaaa1111',
  entry: '/modules/la/0.1.0-aaaa1111/mf-manifest.json',
  integrity: {},
  navigation: [],
  audiences: ['la'],
  needs: {},
};

describe('a registry', () => {
  test('an entry that cannot be used costs only itself', () => {
    const { title: _, ...untitled } = la;
    expect(readEntries({ modules: [null, untitled, { ...la, integrity: null }, la] })).toEqual([la]);
  });

  test.each([
    'https://elsewhere.example/modules/la/mf-manifest.json',
    '//elsewhere.example/modules/la/x.json',
    '/uploads/x',
  ])('names no scripts of another site: %s', (entry) => {
    expect(readEntries({ modules: [{ ...la, entry }] })).toEqual([]);
  });

  test('without modules is no registry', () => {
    expect(() => readEntries({ error: 'no' })).toThrow('no modules');
    expect(() => readEntries(null)).toThrow('no modules');
  });
});
