import { expect, test } from 'vitest';
import { countsInWords, outcomeInWords, workersInWords } from './census-words.ts';

const census = { year: 2025, workersLoaded: 118, workersRead: 120, workersKeptOut: 2 };
const imported = (outcome: string) => ({ outcome, census }) as unknown as Parameters<typeof outcomeInWords>[0];

test('what came of a file says how many workers came in, and how many were kept out', () => {
  expect(workersInWords(census)).toBe('118 of 120 workers, 2 kept out');
  expect(workersInWords({ ...census, workersLoaded: 1, workersRead: 1, workersKeptOut: 0 })).toBe('1 of 1 worker');
});

test('a file that changed nothing, that was only checked and that was refused are told apart', () => {
  expect(outcomeInWords(imported('UNCHANGED')).heading).toMatch(/Nothing changed/);
  expect(outcomeInWords(imported('CHECKED')).heading).toMatch(/only checked/);
  expect(outcomeInWords(imported('REFUSED'))).toEqual({
    heading: 'No worker of the census of 2025 could be accepted. Nothing was loaded.',
    isGood: false,
  });
});

test('workers of whom a census says nothing are counted apart', () => {
  const counts = { inPost: 90, leavers: 12, agency: 16, others: 0 };
  expect(countsInWords({ counts })).toBe('90 in post on 30 September, 12 left in the year, 16 from agencies');
  expect(countsInWords({ counts: { ...counts, others: 2 } })).toMatch(/2 of whom the file says neither$/);
});
