import { describe, expect, test } from 'vitest';
import { publishedSince, publishedUntil } from '../testing/published-codes.ts';
import { rulesFor } from './rules.ts';

const codesOf = (text: string | undefined) => (text ?? '').split(/\s+/).filter((code) => code !== '');
const from = (year: number) =>
  Object.entries(publishedSince).flatMap(([first, codes]) => (Number(first) <= year ? codesOf(codes) : []));
const ended = (year: number) =>
  Object.entries(publishedUntil).flatMap(([last, codes]) => (Number(last) < year ? codesOf(codes) : []));

describe.each([2023, 2024, 2025, 2026, 2027])('the rules of %i', (year) => {
  test('are the published ones of that year', () => {
    const active = rulesFor(year)
      .filter((rule) => !rule.isOwn)
      .map((rule) => rule.code);
    const over = new Set(ended(year));
    expect(active.toSorted()).toEqual(
      from(year)
        .filter((code) => !over.has(code))
        .toSorted(),
    );
  });
});
