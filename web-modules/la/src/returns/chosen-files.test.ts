import { plainDate } from '@mainstay/primitives';
import { describe, expect, test } from 'vitest';
import { addFiles, yearsToImport } from './chosen-files.ts';

describe('addFiles', () => {
  test('keeps what was chosen before, and takes the newer of two with one name', () => {
    const files = addFiles(
      [
        { name: 'header.csv', size: 1 },
        { name: 'episodes.csv', size: 2 },
      ],
      [
        { name: 'header.csv', size: 3 },
        { name: 'reviews.csv', size: 4 },
      ],
    );
    expect(files.map(({ name, size }) => `${name} ${size}`)).toEqual([
      'episodes.csv 2',
      'header.csv 3',
      'reviews.csv 4',
    ]);
  });
});

describe('yearsToImport', () => {
  test('offers the running year first, proposes the last complete one and goes back to 2010', () => {
    const { all, newestComplete } = yearsToImport(plainDate('2026-11-22'));
    expect(newestComplete).toBe(2026);
    expect([all[0], all.at(-1)]).toEqual([2027, 2010]);
    expect(yearsToImport(plainDate('2026-03-31')).newestComplete).toBe(2025);
  });
});
