import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { rulesFor } from './rules.ts';

const folder = new URL('../../../../tests/fixtures/903-published-rules/', import.meta.url);

const published = (year: number) =>
  readFileSync(new URL(`${year}.txt`, folder), 'utf8')
    .trim()
    .split('\n');

/** The published rules we have for a year, by their codes. */
const ours = (year: number) => [...new Set(rulesFor(year).flatMap((rule) => (rule.isOwn ? [] : [rule.code])))];

/**
 * Rules that the lists leave out although their own text says they are of the year: written that year, but after the list
 * was. SW08 and SW11b stand in the lists under former names as well (SW108, SW11); we have both.
 */
const writtenLater: Readonly<Record<number, readonly string[]>> = {
  2024: ['SW08STG2', 'SW11bSTG2'],
  2025: ['231', '232', 'SW01aSTG1', 'SW01bSTG1', 'SW08STG2', 'SW11bSTG2'],
};

describe.each([2024, 2025])('the rules of %i', (year) => {
  test('are all that were published for it', () => {
    expect(published(year).filter((code) => !ours(year).includes(code))).toEqual([]);
  });

  test('and no others but those written after the list', () => {
    const others = ours(year).filter((code) => !published(year).includes(code));
    expect(others.toSorted()).toEqual(writtenLater[year]);
  });
});
