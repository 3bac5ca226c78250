import { expect, test } from 'vitest';
import { isLifeLineWithheld, withheldReason, withheldTitle } from './withheld.ts';

test('a practice reads which function its contract does not delegate', () => {
  expect(withheldTitle('PLACEMENTS')).toBe('Placements are not open to you.');
  expect(withheldReason('REVIEWS', 'practice')).toBe(
    'Your practice’s contract does not delegate the preparation of reviews for this child.',
  );
  expect(withheldTitle('NAME')).toBe('The name is not open to you.');
});

test('an inspector reads that the child is not in the sample', () => {
  expect(withheldReason('EPISODES', 'inspector')).toBe('This child is not in the inspection’s sample.');
});

test('a life line is drawn from whatever is open', () => {
  expect(isLifeLineWithheld(['LEGAL_STATUSES', 'PLACEMENTS', 'SOCIAL_WORKERS'])).toBe(false);
  expect(isLifeLineWithheld(['LEGAL_STATUSES', 'PLACEMENTS', 'SOCIAL_WORKERS', 'REVIEWS'])).toBe(true);
});
