import { expect, test } from 'vitest';
import { doingsInWords, kindInWords, outcomeInWords } from './audit-words.ts';

const nothing = { changes: [], lists: [], recordCount: 0, listedCount: 0, code: null };

test('says what was changed, opened and listed, with the sizes', () => {
  expect(
    doingsInWords({
      ...nothing,
      changes: [
        { what: 'allocation made', ids: ['1', '2'] },
        { what: 'contract ended', ids: ['3'] },
      ],
      recordCount: 1,
      lists: [{ name: 'staffMeasures', size: 1200 }],
      listedCount: 25,
    }),
  ).toEqual([
    'allocation made (2)',
    'contract ended',
    '1 record',
    'list of staff measures: 1,200 entries',
    '25 children seen in lists',
  ]);
});

test('says why something was refused, and nothing of what was simply done', () => {
  expect(doingsInWords({ ...nothing, code: 'FORBIDDEN' })).toEqual(['reason FORBIDDEN']);
  expect([kindInWords('REFUSAL'), outcomeInWords('REFUSED')]).toEqual(['Was refused', 'Refused']);
  expect(outcomeInWords('DONE')).toBeNull();
});
