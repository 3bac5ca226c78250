import { describe, expect, test } from 'vitest';
import { isUnderWay, outcomeInWords } from './import-words.ts';

const table = {
  table: 'Episodes',
  rowsRead: 1234,
  rowsAdded: 1200,
  rowsRemoved: 0,
  rowsUnchanged: 20,
  rowsKeptOut: 14,
  rowsWithFault: 3,
};
const say = (status: Parameters<typeof isUnderWay>[0], changes = {}, faultCount = 17) =>
  outcomeInWords({ status, tables: [{ ...table, ...changes }], faultCount });

describe('outcomeInWords', () => {
  test('says of a loaded return what became of every row', () => {
    expect(say('LOADED')).toEqual({
      heading: 'The return is loaded',
      sentences: [
        'Of 1,234 rows read, 1,200 were added, 20 were there already and 14 were kept out.',
        '17 faults were found. 3 accepted rows have a fault recorded.',
      ],
      isSuccess: true,
    });
  });

  test('says that rows of the earlier return stay on record', () => {
    expect(say('LOADED', { rowsRemoved: 1 }).sentences[1]).toBe(
      '1 row of the earlier return is missing from these files; it stays on record as known before.',
    );
  });

  test('never says of files that were only checked that something was loaded', () => {
    const words = say('CHECKED', { rowsRemoved: 2 });
    expect(words.heading).toBe('The files are checked. Nothing was loaded');
    expect(words.sentences[0]).toBe(
      'Of 1,234 rows read, 1,200 would be added, 20 were there already and 14 would be kept out.',
    );
    expect(words.sentences[1]).toContain('2 rows of the earlier return are missing from these files');
  });

  test('says that a second import changed nothing', () => {
    const words = say('UNCHANGED', { rowsAdded: 0, rowsUnchanged: 1234, rowsKeptOut: 0 }, 0);
    expect(words.heading).toContain('Nothing changed');
    expect(words.sentences.at(-1)).toBe('No fault was found.');
  });

  test('says that nothing changed whenever nothing did, and what to do', () => {
    expect(say('REFUSED').heading).toContain('Nothing was loaded');
    expect(say('INTERRUPTED').heading).toContain('Nothing changed');
    expect(say('INTERRUPTED').sentences[0]).toContain('Import the files again');
    expect(say('FAILED').heading).toContain('Nothing changed');
  });

  test('keeps number and verb together', () => {
    const words = say('LOADED', { rowsRead: 1, rowsAdded: 1, rowsUnchanged: 0, rowsKeptOut: 0, rowsWithFault: 1 }, 1);
    expect(words.sentences).toEqual([
      'Of 1 row read, 1 was added, 0 were there already and 0 were kept out.',
      '1 fault was found. 1 accepted row has a fault recorded.',
    ]);
  });
});

describe('isUnderWay', () => {
  test('is so until the import has ended, however it ended', () => {
    expect((['QUEUED', 'RUNNING'] as const).every(isUnderWay)).toBe(true);
    expect((['LOADED', 'UNCHANGED', 'CHECKED', 'REFUSED', 'INTERRUPTED', 'FAILED'] as const).some(isUnderWay)).toBe(
      false,
    );
  });
});
