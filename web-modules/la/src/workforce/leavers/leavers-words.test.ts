import { expect, test } from 'vitest';
import { effectInWords, effectsInWords } from './leavers-words.ts';

const effect = { children: 9, changed: 7, leftWithout: 2, daysWithout: 31, alreadyUnsettled: 3, kept: 1 };

test('a leaving says what it did to the children, and nothing of what did not happen', () => {
  expect(effectInWords(effect)).toBe(
    '7 children of 9 got another worker; 1 kept this one; 2 had nobody for a time, 31 days together; 3 had had two changes or more in the year before.',
  );
  expect(effectInWords({ ...effect, leftWithout: 0, daysWithout: 0, alreadyUnsettled: 0, kept: 0 })).toBe(
    '7 children of 9 got another worker.',
  );
});

test('no child, and not being told, are told apart', () => {
  expect(effectInWords({ ...effect, children: 0 })).toBe('Led no child');
  expect(effectInWords(null)).toBe('Not open to you');
});

test('all leavings together are summed', () => {
  expect(effectsInWords([{ effectOnChildren: effect }, { effectOnChildren: effect }])).toMatch(
    /^2 people left\. They led 18 children; 14 got another worker, and 4 had nobody for a time, 62 days together\.$/,
  );
  expect(effectsInWords([])).toBe('Nobody left.');
});
