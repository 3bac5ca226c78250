import { describe, expect, test } from 'vitest';
import { whatInWords, listsInWords, recordsNotShown } from './log-words.ts';

describe('the log', () => {
  test('says what was shown, else what was done; what was refused is said so', () => {
    expect(whatInWords({ kind: 'READ', outcome: 'DONE', operation: 'ChildRecord' })).toBe('A child’s record');
    expect(whatInWords({ kind: 'READ', outcome: 'DONE', operation: null })).toBe('Record opened');
    expect(whatInWords({ kind: 'LIST', outcome: 'REFUSED', operation: 'Mine' })).toBe('Refused: List or figures seen');
  });

  test('says how much of which list was shown', () => {
    expect(listsInWords({ lists: [{ name: 'children', size: 25 }], listedCount: 25 })).toBe('children (25 shown)');
    expect(listsInWords({ lists: [], listedCount: 1 })).toBe('1 child');
    expect(listsInWords({ lists: [], listedCount: 0 })).toBe('–');
  });

  test('says how many records are not open any more', () => {
    const child = { id: 'E08000025.a', localId: '100001' };
    expect(recordsNotShown({ records: [child], recordCount: 1 })).toBeNull();
    expect(recordsNotShown({ records: [], recordCount: 1 })).toBe('1 record that is not open to you any more');
  });
});
