import type { PlainDate } from '@mainstay/primitives';
import { describe, expect, test } from 'vitest';
import { voiceInitial, voiceInput } from './voice-input.ts';
import { usedScale, usualScale } from './voice-scales.ts';

const born = '2019-03-03' as PlainDate;

describe('the scale of a child', () => {
  test.each([
    ['2026-03-02', 'THREE_FACES'],
    ['2026-03-03', 'FIVE_FACES'],
    ['2031-03-02', 'FIVE_FACES'],
    ['2031-03-03', 'ZERO_TO_TEN'],
  ])('on %s is %s', (saidOn, scale) => {
    expect(usualScale(born, { speaker: 'CHILD', saidOn })).toBe(scale);
  });

  test('follows the day as it is typed, and what was chosen instead', () => {
    const typed = { speaker: 'CHILD', 'saidOn-day': '2', 'saidOn-month': '3', 'saidOn-year': '2026' };
    expect(usedScale(born, typed)).toBe('THREE_FACES');
    expect(usedScale(born, { ...typed, scale: 'FIVE_FACES' })).toBe('FIVE_FACES');
  });

  test('is from 0 to 10 for everybody else', () => {
    expect(usualScale(born, { speaker: 'CARER', saidOn: '2026-03-02' })).toBe('ZERO_TO_TEN');
  });
});

test('ratings are sent as a list without what was not asked, and none when nobody was asked', () => {
  const ratings = { STABILITY: '0', HEALTH: null };
  const ratingsNotKnown = { WORKER: 'DECLINED' };
  expect(voiceInput({ words: 'Yes', isRated: true, ratings, ratingsNotKnown })).toEqual({
    words: 'Yes',
    ratings: [
      { about: 'STABILITY', score: 0 },
      { about: 'WORKER', notKnown: 'DECLINED' },
    ],
  });
  expect(voiceInput({ words: 'Yes', isRated: false, ratings })).toEqual({ words: 'Yes', ratings: [] });
});

test('a form begins with what was rated', () => {
  const rated = { about: 'HEALTH', score: null, notKnown: 'NOT_ASKED' } as const;
  expect(voiceInitial({ ratings: [rated] })).toEqual({
    isRated: true,
    'ratings.HEALTH': null,
    'ratingsNotKnown.HEALTH': 'NOT_ASKED',
  });
});
