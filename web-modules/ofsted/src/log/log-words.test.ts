import { describe, expect, test } from 'vitest';
import { kindInWords, listsInWords, recordsNotShown } from './log-words.ts';

describe('the log', () => {
  test('says what was done; what was refused is said so whatever it was', () => {
    expect(kindInWords({ kind: 'READ', outcome: 'DONE' })).toBe('Record opened');
    expect(kindInWords({ kind: 'READ', outcome: 'REFUSED' })).toBe('Refused');
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
