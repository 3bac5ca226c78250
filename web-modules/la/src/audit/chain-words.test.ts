import { expect, test } from 'vitest';
import { chainInWords } from './chain-words.ts';

const chain = {
  sealedEvents: 1204,
  unsealedEvents: 0,
  headHash: 'ab',
  headAt: '2026-11-22T09:00:00.000Z',
  lastVerifiedAt: '2026-11-22T09:00:00.000Z',
  isIntact: true,
};

test('says that the audit is whole, and when it was found so', () => {
  expect(chainInWords(chain)).toEqual({
    state: 'intact',
    heading: 'The audit is whole: a check on 22 November 2026 at 09:00 found nothing changed, removed or cut off.',
    sealed: '1,204 events sealed.',
  });
});

test('says that it is not whole', () => {
  expect(chainInWords({ ...chain, isIntact: false })).toMatchObject({ state: 'broken' });
});

test('does not say that an audit nobody checked is whole', () => {
  const unchecked = { ...chain, isIntact: null, lastVerifiedAt: null, unsealedEvents: 1 };
  expect(chainInWords(unchecked)).toEqual({
    state: 'unverified',
    heading: 'The audit has not been checked yet.',
    sealed: '1,204 events sealed; 1 more waits to be sealed, about a second.',
  });
  expect(chainInWords({ ...unchecked, sealedEvents: 0 }).state).toBe('empty');
});
