import { plainDate } from '@mainstay/primitives';
import { expect, test } from 'vitest';
import { participationOf, type ReviewContribution } from './review-meeting.participation.ts';

const born = plainDate('2020-03-01');
const ofFour = { dateOfBirth: born, heldOn: plainDate('2024-03-01') };

test.each<[boolean, ReviewContribution, string]>([
  [true, 'SPOKE', 'PN1'],
  [true, 'ADVOCATE_SPOKE', 'PN2'],
  [true, 'SHOWN_WITHOUT_WORDS', 'PN3'],
  [true, 'NONE', 'PN4'],
  [false, 'ADVOCATE_SPOKE', 'PN5'],
  [false, 'SENT', 'PN6'],
  [false, 'NONE', 'PN7'],
])('a child of four: there %s, %s is %s', (childAttended, contribution, participation) => {
  expect(participationOf({ childAttended, contribution }, ofFour)).toEqual({
    childAttended,
    contribution,
    participation,
  });
});

test('a child under four is PN0 whatever is answered, and nothing has to be', () => {
  const underFour = { dateOfBirth: born, heldOn: plainDate('2024-02-29') };
  expect(participationOf({}, underFour).participation).toBe('PN0');
  expect(participationOf({ childAttended: true, contribution: 'SPOKE' }, underFour).participation).toBe('PN0');
});

test.each([
  ['nothing', {}, 'childAttended'],
  ['half of it', { childAttended: true }, 'contribution'],
  ['what cannot be: there and sent', { childAttended: true, contribution: 'SENT' }, 'contribution'],
  ['what cannot be: not there and spoke', { childAttended: false, contribution: 'SPOKE' }, 'contribution'],
  [
    'what cannot be: not there and shown',
    { childAttended: false, contribution: 'SHOWN_WITHOUT_WORDS' },
    'contribution',
  ],
] as const)('%s is refused', (_, answers, field) => {
  expect(() => participationOf(answers, ofFour)).toThrow(expect.objectContaining({ field }));
});
