import { expect, test } from 'vitest';
import { allLanguages, allNationalities, isLanguage, isNationality } from './profile.places.ts';

test.each([
  ['en', true],
  ['bfi', true],
  ['ti', true],
  ['eng', false],
  ['EN', false],
  ['mul', false],
  ['xx', false],
  ['english', false],
])('%s as a language: %s', (code, expected) => {
  expect(isLanguage(code)).toBe(expected);
});

test.each([
  ['GB', true],
  ['ER', true],
  ['XXA', true],
  ['AQ', false],
  ['gb', false],
  ['ZZ', false],
  ['EU', false],
  ['UK', false],
  ['XX', false],
])('%s as a nationality: %s', (code, expected) => {
  expect(isNationality(code)).toBe(expected);
});

test('what can be chosen can be recorded, each name once', () => {
  expect(allLanguages().length).toBeGreaterThan(150);
  expect(allNationalities().length).toBeGreaterThan(190);
  expect(allLanguages().find(({ code }) => code === 'bfi')).toEqual({ code: 'bfi', meaning: 'British Sign Language' });
  for (const all of [allLanguages(), allNationalities()]) {
    expect(new Set(all.map(({ meaning }) => meaning)).size).toBe(all.length);
  }
});
