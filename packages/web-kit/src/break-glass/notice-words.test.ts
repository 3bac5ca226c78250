import { expect, test } from 'vitest';
import { noticeInWords } from './notice-words.ts';

test.each([
  [0, 0, null],
  [1, 0, '1 record is open under a broken glass.'],
  [0, 2, '2 broken glasses wait for review.'],
  [2, 1, '2 records are open under a broken glass. 1 broken glass waits for review.'],
])('%i open and %i to review: %s', (live, toReview, words) => {
  expect(noticeInWords(live, toReview)).toBe(words);
});
