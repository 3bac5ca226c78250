import { expect, test } from 'vitest';
import { plainDate } from '@mainstay/primitives';
import { known, knownShare, notApplicable, notKnown, notYetDue, suppressed } from './measure.ts';

test('a share carries what it was worked out from', () => {
  expect(knownShare(3, 12)).toEqual({ __typename: 'Known', value: 0.25, numerator: 3, denominator: 12, unit: 'SHARE' });
});

test('a share of nothing is no figure', () => {
  expect(() => knownShare(0, 0)).toThrow(RangeError);
  expect(() => knownShare(1, Number.NaN)).toThrow(RangeError);
});

test('every result says what it is', () => {
  expect(known(4.2, 'YEARS')).toEqual({
    __typename: 'Known',
    value: 4.2,
    numerator: null,
    denominator: null,
    unit: 'YEARS',
  });
  expect(notKnown('No return.')).toEqual({ __typename: 'NotKnown', reason: 'No return.' });
  expect(notApplicable('Nobody.')).toEqual({ __typename: 'NotApplicable', reason: 'Nobody.' });
  expect(notYetDue(plainDate('2027-04-01'))).toEqual({ __typename: 'NotYetDue', dueOn: '2027-04-01' });
  expect(suppressed('Small.')).toEqual({ __typename: 'Suppressed', reason: 'Small.' });
});
